"""The attendance list on a protocol's first sheets:
who was there, in what role, and whose place they took.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.pages.lines import Run
from extractors.text.attendance_cells import level_labels
from extractors.text.attendance_columns import SAME_PLACE, columns_of
from extractors.text.attendance_labels import SECRETARY, Listed, find_first_name, label_role
from schemas.kinds import Role
from schemas.page import Page
from schemas.place import Box
from swedish.joined_lines import join_texts
from swedish.person_names import NAME, find_named, looks_like_name, without_title

_TICK = re.compile(r"^(?:\[\s*([xX✓]?)\s*\]|([☒☑✓✔])|([☐□]))\s*")
_FOR = re.compile(
    rf"\b(?:för|ers\.?|ersätter|i stället för)\s+({NAME})\s*(?:\(([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,3}})\))?"
)
_ONLY_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,4}\)")  # in a column of its own
_FOR_WHOM = re.compile(r"\b(?:för|ersätter)$")  # the name stands on the next line
_COMMA_PARTY = re.compile(rf"^({NAME}),\s*(?!V?VD\b|HR\b|IT\b)([A-ZÅÄÖ]{{1,4}})\b(?=\s*(?:,|$))")
_ROLE_WORDS = (
    (Role.CHAIR, re.compile(r"\bordf(?:örande|\.)?\b(?!\s*vid)", re.IGNORECASE)),
    (
        Role.SECRETARY,
        re.compile(
            rf"\b(?:{SECRETARY}|(?:nämnd)?sekr\.)|\bprotokollförare\b|\((?:vid )?protokoll(?:et)?\)",
            re.IGNORECASE,
        ),
    ),
)
_SERVES = re.compile(r"(?<!ej )(?<!icke )\btj(?:änst)?g(?:örande|ör)\b", re.IGNORECASE)
# "Justerare Anna Ek", and the line to sign on: "Sekreterare ________ Bo Al"
_LABEL_AND_NAME = re.compile(
    rf"^(Justera(?:re|s)|Ordförande|Sekreterare|Ersättare|Protokollförare)\s*:?\s+"
    rf"(?:[_.…]{{3,}}\s*)?({NAME})(\s*\([A-ZÅÄÖ]{{1,4}}\))?$"
)
_LABEL_BEFORE = re.compile(
    rf"^((?i:Tjänstemän|Tjänstepersoner|Justeras av|Protokolljusterare|Ledamöter|Beslutande|Ersättare))\s+"
    rf"({NAME}\b.*)$"
)
_CAME = re.compile(r"(?:ej |inte )?närvarande|frånvarande", re.IGNORECASE)
_SERVING = re.compile(r"^tjänstgörande$", re.IGNORECASE)
_SUBSTITUTES = re.compile(r"^(?:ersättare|suppleanter)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]|\b(?:och|samt)\b")
_FOR_SOME = re.compile(r"\(?\s*§+\s*\d[\d–-]*(?:\s*(?:,|och)\s*(?:§+\s*)?\d[\d–-]*)*\)?")
_OTHERWISE = r"(?:\s*/\s*\w+)?"  # in another language
_SIGN_HERE = re.compile(r"[_.…]{3,}")
_OF_VICE = re.compile(r"\b(?:I{1,3}|\d:[ae])\s+(?=\w*vice|vara|v\.)", re.IGNORECASE)
# The office under a signature. "SIW EK" stands in capitals under a summons.
_OFFICES = (
    (Role.CHAIR, re.compile(rf"(?:sammanträdets )?ordförande{_OTHERWISE}", re.IGNORECASE)),
    (Role.SECRETARY, re.compile(rf"(?:{SECRETARY}|protokollförare){_OTHERWISE}", re.IGNORECASE)),
    (Role.ADJUSTER, re.compile(rf"(?:protokolls?)?justerare{_OTHERWISE}", re.IGNORECASE)),
)
_SIGNED = re.compile(r"(?:underskrift(?:er)?|vid protokollet|protokollet justerat .{0,20})\W*", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-ZÅÄÖÉ]{2,}(?:-[A-ZÅÄÖÉ]{2,})?(?: [A-ZÅÄÖÉ]{2,}(?:-[A-ZÅÄÖÉ]{2,})?){1,3}")
_CERTIFIED = re.compile(rf"^(?:Intygar|Intygas av|Utdragets riktighet intygar)\s*:\s*({NAME})\s*(?:,|$)")
_ADJUSTED = re.compile(rf"^(?:Protokollet )?[Jj]ustera[st](?: av)?\s*:?\s*({NAME})?$")
_NAME = re.compile(NAME)
MOST_CHAIRS = 2
_VICE = re.compile(r"\b(?:vice|v\.|andre|förste)\s*-?\s*ordf|viceordf", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person on the list."""

    name: str
    party: str | None
    role: Role
    page: int


@dataclass(slots=True)
class _Label:
    role: Role | None
    x0: float
    x1: float
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A label of the list and the runs that belong to it, in reading order."""

    role: Role | None
    label: Run
    runs: tuple[tuple[Run, str], ...]
    page: Page


def find_entries(lines: Sequence[Listed]) -> list[Entry]:
    """The list's entries: each label with what stands beside and below it, up to the next label or a gap.

    Where two columns of labels stand side by side, the left one comes first.
    """
    return [entry for column in columns_of(level_labels(lines)) for entry in _entries_of(column)]


def _entries_of(lines: Sequence[Listed]) -> list[Entry]:
    labels: list[_Label] = []
    entries: list[tuple[_Label, Run, Page, list[tuple[Run, str]]]] = []
    before: Box | None = None
    for number, line in enumerate(lines):
        gap = line.box.top - before.bottom if before is not None else 0.0
        if not -1.2 * line.box.height <= gap <= 1.6 * line.box.height or _is_prose(line):
            labels.clear()
        before = line.box
        marks = list(_marks_behind_names(line.runs))
        done = [mark for _, mark in marks]
        for named, mark in marks:
            if label_role(mark.text)[1] == Role.ABSENT:
                own = _Label(Role.ABSENT, mark.box.x0, mark.box.x1, number)
                entries.append((own, mark, line.page, [(named, named.text)]))
                done.append(named)
        for run in line.runs:
            if any(run is each for each in done):
                continue
            if number and _SUBSTITUTES.match(run.text) and _stands_under_serving(run, lines[number - 1]):
                continue  # the second line of that label
            label, rest = _take_label(run, number, labels)
            if (
                label is not None
                and _SERVING.match(run.text)
                and _stands_over_substitutes(run, lines, number)
            ):
                label.role = Role.SUBSTITUTE
            if label is not None:
                entries.append((label, run, line.page, [(run, rest)] if rest else []))
            elif (held := _label_for(run, labels)) is not None:
                next(e for e in entries if e[0] is held)[3].append((run, run.text))
    return [Entry(label.role, run, tuple(runs), page) for label, run, page, runs in entries]


def _marks_behind_names(runs: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
    """Each name with the run behind it that says whether its bearer came."""
    for named, mark in pairwise(runs):
        if _CAME.fullmatch(mark.text) and find_first_name(named.text):
            yield named, mark


def _stands_over_substitutes(run: Run, lines: Sequence[Listed], number: int) -> bool:
    """True for "Tjänstgörande" over "ersättare", a label of two lines."""
    below = lines[number + 1].runs if number + 1 < len(lines) else ()
    return any(abs(r.box.x0 - run.box.x0) < SAME_PLACE and _SUBSTITUTES.match(r.text) for r in below)


def _stands_under_serving(run: Run, above: Listed) -> bool:
    labels = [r for r in above.runs if abs(r.box.x0 - run.box.x0) < SAME_PLACE]
    return any(label.text.casefold().endswith("tjänstgörande") for label in labels)


def _is_prose(line: Listed) -> bool:
    words = [word.text for run in line.runs for word in run.words]
    return (
        len(line.runs) == 1
        and len(words) > 8
        and sum(word[0].islower() for word in words) * 3 > 2 * len(words)
    )


def read_attendance(lines: Sequence[Listed]) -> list[Attendee]:
    """The people on the list, in reading order."""
    return [
        attendee
        for entry in find_entries(lines)
        if entry.role is not None
        for text, role in _with_roles(_texts_of(entry), entry.role)
        for attendee in _people_in(text, role, entry.page.number)
    ]


def _with_roles(texts: Sequence[str], role: Role) -> Iterator[tuple[str, Role]]:
    """Each text's role: under "Ordförande" in a list of members, those below the first are members; a second
    chair is told by the §§, or the time, of the sitting ("Anna Ek (S), §§ 4–9").
    """
    is_list = role == Role.CHAIR and len(texts) > MOST_CHAIRS
    for number, text in enumerate(texts):
        presides = number == 0 or "§" in text or "kl." in text
        yield text, Role.MEMBER if is_list and not presides else role


def _texts_of(entry: Entry) -> list[str]:
    """What stands in the entry, a text for each person or line.

    Behind "Närvarande:" the persons may follow each other as running text, parted by semicolons or by their
    parties: a line's end may then part a name.
    """
    texts: list[str] = []
    level: float | None = None  # of a line with the party in a column of its own, the office in another
    for run, text in entry.runs:
        if texts and _ONLY_PARTY.fullmatch(text):
            level = run.box.middle
        if texts and (_FOR_WHOM.search(texts[-1]) or _ONLY_PARTY.fullmatch(text)):
            texts[-1] += f" {text}"
        elif level is not None and abs(run.box.middle - level) < SAME_PLACE and _is_of_the_name(text):
            texts[-1] += f", {text}"
        else:
            texts.append(text)
    flowing = join_texts(texts)
    if ";" in flowing:
        return [piece.strip() for piece in flowing.split(";")]
    return [flowing] if _count_names([flowing]) > _count_names(texts) else texts


def _is_of_the_name(text: str) -> bool:
    """True for an office, times, or whose place somebody takes, in a column behind the party."""
    return bool(_FOR.search(text) or _SERVES.search(text)) or not find_first_name(text)


def _count_names(texts: Sequence[str]) -> int:
    with_party = sum(1 for text in texts for _ in find_named(text))
    return with_party or sum(1 for text in texts for piece in _pieces(text) if _name_in(piece))


def signs(text: str) -> bool:
    """True for what stands over signatures ("Underskrifter"), or a name with its office behind a comma."""
    return _SIGNED.fullmatch(text) is not None or _signs_as(text) is not None


def _signs_as(text: str) -> tuple[str, Role] | None:
    """Name and role of "Bo Al, justerare"."""
    name, _, office = text.partition(", ")
    role = next((role for role, pattern in _OFFICES if pattern.fullmatch(office)), None)
    return (name, role) if role is not None and looks_like_name(name) else None


def read_signatures(lines: Sequence[Listed]) -> Iterator[Attendee]:
    """Who signed: a name with the office on the line below or behind a comma, or behind "Intygar:" or
    "Justeras:".
    """
    for line in lines:
        for run in line.runs:
            if (certified := _CERTIFIED.match(run.text)) and looks_like_name(certified[1]):
                yield Attendee(certified[1], None, Role.OFFICIAL, line.page.number)
            elif signed := _signs_as(run.text):
                yield Attendee(signed[0], None, signed[1], line.page.number)
        if adjusted := _ADJUSTED.match(line.runs[0].text):
            for name in (adjusted[1], *(run.text for run in line.runs[1:])):
                if name and looks_like_name(name) and not label_role(name)[0]:
                    yield Attendee(name, None, Role.ADJUSTER, line.page.number)
    for upper, lower in pairwise(lines):
        if lower.box.top - upper.box.bottom > 1.2 * lower.box.height or upper.page is not lower.page:
            continue
        for run in upper.runs:
            below = (other.text for other in lower.runs if abs(other.box.x0 - run.box.x0) < 8)
            role = next((role for text in below for role, office in _OFFICES if office.fullmatch(text)), None)
            if role is not None and (looks_like_name(run.text) or _CAPITALS.fullmatch(run.text)):
                yield Attendee(run.text, None, role, upper.page.number)


def _take_label(run: Run, number: int, labels: list[_Label]) -> tuple[_Label | None, str]:
    """The label that the run is or begins, noted as open, and the text behind it."""
    text = run.text
    named = _LABEL_AND_NAME.match(text)
    beside = any(label.x0 < run.box.x0 - SAME_PLACE for label in labels)
    if named and looks_like_name(named[2]) and not (named[3] and beside):
        return _Label(label_role(named[1])[1], run.box.x0, run.box.x1, number), named[2] + (named[3] or "")
    is_label, role = label_role(text)
    if role in (Role.CHAIR, Role.SECRETARY) and text[:1].islower():
        is_label, role = False, None  # the second line of an office: "Bo Al (M), 1:e vice" over "ordförande"
    head = re.split(r"[:;]\s*", text, maxsplit=1)
    if begun := _LABEL_BEFORE.match(text):
        role, rest = label_role(begun[1])[1], begun[2]
    elif is_label and len(head) == 2 and label_role(head[0])[0]:
        rest = head[1]
    elif is_label and not find_first_name(text) and not looks_like_name(without_title(text)[0]):
        rest = ""
    else:
        return None, text
    labels[:] = [held for held in labels if held.line == number]
    labels.append(_Label(role, run.box.x0, run.box.x1, number))
    return labels[-1], rest


def _label_for(run: Run, labels: list[_Label]) -> _Label | None:
    """The nearest label to the left of or above the run."""
    left = [label for label in labels if label.x0 <= run.box.x0 + 12]
    return max(left, key=lambda label: (label.x0, label.line), default=None)


def _people_in(text: str, role: Role, page: int) -> Iterator[Attendee]:
    tick = _TICK.match(text)
    if tick:
        if tick[3] or (tick[1] is not None and not tick[1].strip()):
            return
        text = text[tick.end() :]
    stand_ins = [match.start() for match in _FOR.finditer(text)]
    for match in _FOR.finditer(text):
        yield Attendee(match[1], match[2], Role.ABSENT, page)
    text = _FOR.sub(lambda match: " " * len(match[0]), text)  # what stands behind keeps its place
    named = list(find_named(text))
    for index, person in enumerate(named):
        end = named[index + 1].start if index + 1 < len(named) else len(text)
        words = text[person.start if index else 0 : end]
        serves = role == Role.MEMBER and any(person.start < place < end for place in stand_ins)
        own = Role.SUBSTITUTE if serves else _own_role(words, role)
        yield Attendee(person.name, person.party, own, page)
    if named:
        return
    role = Role.SUBSTITUTE if stand_ins and role == Role.MEMBER else role
    if listed := _COMMA_PARTY.match(text):
        yield Attendee(listed[1], listed[2], _own_role(text, role), page)
        return
    said: list[tuple[str, str]] = []  # each name, and what is said of it
    for piece in _pieces(text):
        if name := _name_in(piece):
            said.append((name, piece))
        elif said:
            said[-1] = said[-1][0], f"{said[-1][1]}, {piece}"
    for name, words in said:
        yield Attendee(name, None, _own_role(words, role), page)


def _pieces(text: str) -> list[str]:
    text = _OF_VICE.sub("", _SIGN_HERE.sub(" ", _FOR_SOME.sub("", text)))
    return [piece.strip(" .") for piece in _BETWEEN.split(text)]


def _name_in(piece: str) -> str | None:
    """The name that the piece is, an office perhaps before or behind it: "chef Bo Al", "Bo Al utredare"."""
    match = _NAME.search(piece.split("(", maxsplit=1)[0])
    if match is None:
        return None
    before, behind = piece[: match.start()], piece.split("(", maxsplit=1)[0][match.end() :]
    beside = [word for word in re.split(r"[\s/]+", f"{before} {behind}") if word]
    name, _ = without_title(match[0].strip())
    return name if looks_like_name(name) and all(word[0].islower() for word in beside) else None


def _own_role(text: str, role: Role) -> Role:
    if role == Role.ATTENDING and _SERVES.search(text):
        return Role.SUBSTITUTE
    if _VICE.search(text) or role not in (Role.MEMBER, Role.ATTENDING, Role.SUBSTITUTE):
        return role
    return next((own for own, pattern in _ROLE_WORDS if pattern.search(text)), role)
