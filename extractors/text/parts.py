"""Where one document in the PDF ends and the next begins, and what kind each is,
with the evidence in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.lines import Line
from extractors.pages.running_heads import Margins
from extractors.text.attendance_labels import find_first_name, label_role
from extractors.text.contents_list import find_listed
from schemas.kinds import PartKind, Role
from schemas.page import Page
from swedish.dates import find_days
from swedish.diary import is_diary_line
from swedish.person_names import looks_like_name
from swedish.section_signs import SIGN
from swedish.stations import read_station

Cut = tuple[int, PartKind, str]  # sheet from 0, what begins there, and why
PROTOCOL, MEMO, ANNEX, NOTICE = PartKind.PROTOCOL, PartKind.MEMO, PartKind.ANNEX, PartKind.NOTICE
_PROTOCOL = re.compile(
    r"\b(?:protokolls?utdrag|utdrag ur protokoll|(?:sammanträdes|nämnd|styrelse)?protokoll)\b", re.I
)
_MEMO = re.compile(r"\b(?:tjänsteskrivelse|tjänsteutlåtande|missiv|promemoria|beredningsunderlag)\b", re.I)
_NOTICE = re.compile(
    r"^(?:hur man överklagar|besvärshänvisning|så (?:här )?överklagar|överklagande(?:hänvisning)?\b|"
    r"anvisning(?:ar)? (?:för|om) (?:begäran|sökande av ändring|rättelseyrkande|"
    r"omprövning|besvär|överklag|laglighet)|hur (?:beslutet överklagas|du överklagar)|besvärsanvisning|"
    r"laglighetsprövning\b|(?:upplysning(?:ar)?|information) om (?:hur|överklagande|laglighet)|"
    r"kallelse\b|föredragningslista\b|kungörelse\b|bevis om (?:anslag|justering)|anslagsbevis)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"^(?:(?:protokolls)?bilaga|bil\.|liite)\b(?!\s+till\s+protokoll.{60})", re.IGNORECASE)
_PAGE_BEHIND = re.compile(r"\W*\b(?:sid(?:a|an)?|s)\b\.?\s*\d+(?:\s*\(\d+\))?\s*$", re.I)
_TO_A_BODY = re.compile(
    r"till\s+(?:\w+s\s)?[\w-]*(?:nämnd(?:en)?|styrelsen?|utskott(?:et)?|fullmäktige|direktionen|råd(?:et)?|beredningen)",
    re.I,
)
_PROPOSED = re.compile(
    r"förslag till (?:beslut|\w*fullmäktige|\w+(?:nämnden|styrelsen|utskottet))\s?:?", re.I
)
ADDRESS, LETTER = 8, 12  # lines from the top within which the address, and the rest of a letter's head, stand
_RULES = re.compile(
    r"(?:taxa|reglemente|stadgar?|arbetsordning|(?:lokala )?(?:ordnings)?föreskrifter|riktlinjer|policy|"
    r"bolagsordning|förbundsordning|avgifter)\b",
    re.IGNORECASE,
)
_COLLECTION = re.compile(r"\bförfattningssamling\b", re.IGNORECASE)
_DECIDED = re.compile(r"^beslut\b|\bbeslutar?\b|\bbeslutade\b", re.IGNORECASE)
_IN_FORCE = re.compile(
    r"\b(?:gäller (?:från|fr)|antag(?:en|et|na) av|fastställ[dt]a? av|träder i kraft)", re.IGNORECASE
)
_HANDLER = re.compile(r"\b(?:handläggare|handläggande tjänste(?:man|person)|referens)\b", re.I)
_DIARY = re.compile(r"\b(?:dnr|diarienummer|diarienr|ärendenummer)\b", re.I)


@dataclass(frozen=True, slots=True)
class PartCut:
    """A part before it has an id: pages counted from 1."""

    kind: PartKind
    first_page: int
    last_page: int
    evidence: str


def find_parts(pages: list[Page], margins: list[Margins]) -> list[PartCut]:
    """The parts in order; every sheet belongs to exactly one."""
    cuts: list[Cut] = []
    listed = {entry.sheet: entry.title for entry in find_listed(margins)}
    for index in range(len(pages)):
        found = _begins(index, pages, margins, cuts)
        if found is None and cuts and cuts[-1][1] == ANNEX and index + 1 in listed:
            found = ANNEX, f"innehållsförteckningen: “{listed[index + 1]}”"
        if found is not None:
            cuts.append((index, *found))
    ends = [start for start, _, _ in cuts[1:]] + [len(pages)]
    return [PartCut(kind, start + 1, end, why) for (start, kind, why), end in zip(cuts, ends, strict=True)]


def _begins(
    index: int, pages: list[Page], margins: list[Margins], cuts: list[Cut]
) -> tuple[PartKind, str] | None:
    """Kind and evidence of the part that begins on the sheet, None where the part before goes on."""
    own = margins[index]
    opening = _opening(own)
    if not cuts:
        return _kind_of(own, opening), "filens första sida"
    before = cuts[-1][1]
    if title := _notice_title(opening):
        return (NOTICE, f"rubriken “{title}”") if before != NOTICE else None
    if title := _annex_title(own, opening):
        return (
            None if _same_annex(title, index, margins, cuts[-1][0]) else (ANNEX, f"“{title}” överst på sidan")
        )
    if before == PROTOCOL and (day := _another_meeting(own, margins[cuts[-1][0]])):
        return PROTOCOL, f"ett protokoll till med samma rubrik, från {day}"
    if _restarts(index, margins, cuts[-1][0]):
        kind = _kind_of(own, opening)
        return kind, f"sidnumreringen börjar om ({own.printed.raw if own.printed else ''})"
    if before in (ANNEX, NOTICE) and _returns(PROTOCOL, own, opening, margins, cuts):
        return PROTOCOL, "protokollets sidhuvud kommer tillbaka"
    if before == ANNEX and _returns(NOTICE, own, opening, margins, cuts):
        return NOTICE, "föredragningslistans sidhuvud kommer tillbaka"
    if before in (PROTOCOL, MEMO) and (title := _memo_title(own, opening, margins[index - 1])):
        return MEMO, f"“{title}” överst på sidan"
    address = _address(opening) if before in (PROTOCOL, MEMO) else None
    if address and not _head_words(own) & _head_words(margins[index - 1]):
        return MEMO, f"en skrivelse med adressaten “{address}” överst på sidan"
    if before in (PROTOCOL, MEMO) and _begins_to_count(own, margins[cuts[-1][0] : index]):
        kind = _kind_of(own, opening)
        if kind != before:
            return kind, f"sidnumreringen börjar ({own.printed.raw if own.printed else ''})"
    if _changes_head(index, margins, pages):
        kind = _kind_of(own, opening)
        if kind != before or kind == MEMO:
            return kind, "sidhuvudet och sidfoten byts"
    return None


def _opening(margins: Margins) -> list[Line]:
    return list(margins.body[:12])


def _notice_title(opening: list[Line]) -> str | None:
    """What says that a notice begins; below the sign of a § it is the matter's title, or a line of it."""
    for line in opening[:4]:
        if any(SIGN.match(run.text) for run in line.runs):
            return None
        if _NOTICE.match(line.text):
            return line.text
    return None


def _memo_title(own: Margins, opening: list[Line], before: Margins) -> str | None:
    """What says that a memo begins: the word alone above all else, at the edge or in the middle of the head,
    beside the office where a handler or a diary number follows, or in the head where the sheet before has no
    such word.
    """
    runs = [line.text for line in opening[:2]]
    near = " ".join(line.text for line in opening[:6])
    of_memo = _HANDLER.search(near) is not None and _DIARY.search(near) is not None
    fewest = 2 if of_memo else 3
    runs += [run.text for line in opening[:2] if len(line.runs) >= fewest for run in line.runs]
    title = next((text for text in runs if _MEMO.fullmatch(text.strip(" :"))), None)
    if title is not None:
        return title
    named, earlier = (_MEMO.search(" ".join(line.text for line in m.head)) for m in (own, before))
    return named[0] if named and not earlier and before.head else None


def _address(opening: Sequence[Line]) -> str | None:
    """To whom a letter is written, "Till kommunstyrelsen": on a line of its own near the top of the sheet.

    A diary number stands there too, above it a day, or below it what is proposed; and no §.
    """
    if any(SIGN.match(run.text) for line in opening[:LETTER] for run in line.runs):
        return None
    for at, line in enumerate(opening[:ADDRESS]):
        if len(line.runs) == 1 and _TO_A_BODY.fullmatch(line.text):
            above, near = (" ".join(each.text for each in opening[:n]) for n in (at, LETTER))
            dated = bool(find_days(above)) or any(_PROPOSED.fullmatch(each.text) for each in opening[:LETTER])
            numbered = _DIARY.search(near) or any(is_diary_line(each.text) for each in opening[:LETTER])
            return line.text if dated and numbered else None
    return None


def _another_meeting(own: Margins, begun: Margins) -> str | None:
    """The day of a meeting whose protocol begins here: the same title as that before, another day, and a list
    of those who were there.
    """
    opening, first = ([*margins.head, *_opening(margins)] for margins in (own, begun))
    if not opening or not first or opening[0].text != first[0].text or opening[0].size < first[0].size:
        return None
    heads = [" ".join(line.text for line in lines[:4]) for lines in (opening, first)]
    days = [[day.value for _, _, day in find_days(head)] for head in heads]
    if not all(map(_PROTOCOL.search, heads)) or not all(days) or days[0][0] == days[1][0]:
        return None
    attended = any(label_role(run.text)[1] is not None for line in opening for run in line.runs[:1])
    return str(days[0][0]) if attended else None


def _begins_to_count(own: Margins, earlier: list[Margins]) -> bool:
    """True where the number 1 is printed, and none on the part's sheets before."""
    counts = own.printed is not None and own.printed.number == 1
    return counts and all(sheet.printed is None for sheet in earlier)


def _annex_title(margins: Margins, opening: list[Line]) -> str | None:
    for index, line in enumerate([*margins.head, *opening[:3]]):
        below = opening[index - len(margins.head) + 1 :][:1] if index >= len(margins.head) else []
        if below and _goes_on_in_a_sentence(line, below[0]):
            continue
        if index >= len(margins.head) and len(line.runs) > 1 and _names_attachment(line):
            continue
        for run in line.runs:
            if _ANNEX.match(run.text) and len(run.text) < 100 and not run.text.endswith("."):
                return _PAGE_BEHIND.sub("", run.text)
    return None


def _goes_on_in_a_sentence(line: Line, below: Line) -> bool:
    """True where the line is the beginning of running text:
    bold type that wraps in bold is a title over two lines.
    """
    close = below.box.top - line.box.bottom < 0.5 * line.size
    return close and below.text[:1].islower() and not (line.bold and below.bold)


def _names_attachment(line: Line) -> bool:
    """True for "Bilaga   Karta över området" in running text:
    it says what is attached, and begins no annex.
    """
    return not line.bold and line.runs[0].text.rstrip(" :").casefold() in (
        "bilaga",
        "bilagor",
        "bil.",
        "liite",
    )


def _same_annex(title: str, index: int, margins: list[Margins], start: int) -> bool:
    """True where a sheet of the part before bears the same line: it is a running head, not a new annex."""
    stamped = read_station(_ANNEX.sub("", title).strip()) is not None
    running = stamped or any(title in line.text for line in margins[index].head)
    return running and any(_annex_title(m, _opening(m)) == title for m in margins[start:index])


def _restarts(index: int, margins: list[Margins], start: int) -> bool:
    """True where the printed page number begins again, some sheet of the part before having had one."""
    own = margins[index].printed
    earlier = [m.printed for m in margins[start:index] if m.printed is not None]
    if own is None or not earlier:
        return False
    last = earlier[-1]
    if own.total is not None and last.total is not None and own.total != last.total:
        return True
    return own.number == 1 and last.number >= 1


def _returns(
    to: str,
    margins: Margins,
    opening: list[Line],
    every: list[Margins],
    cuts: list[Cut],
) -> bool:
    """True where the head is the one that the sheets of a protocol (or agenda)
    before the annex have, with a §.
    """
    head = _head_words(margins)
    runs = [run for line in [*opening[:6], *margins.head] for run in line.runs]
    if not head or not any(SIGN.match(run.text) for run in runs):
        return False
    starts = [start for start, kind, _ in cuts if kind == to]
    return any(
        len(head & _head_words(every[s + 1 if s + 1 < len(every) else s])) * 2 > len(head) for s in starts
    )


def _head_words(margins: Margins) -> set[str]:
    return {
        w.text for line in (*margins.head, *margins.foot) for w in line.words if any(map(str.isalpha, w.text))
    }


def _changes_head(index: int, margins: list[Margins], pages: list[Page]) -> bool:
    """True where running head and foot share no word with the sheet before, or they end or begin."""
    own, before = _head_words(margins[index]), _head_words(margins[index - 1])
    if own or before:
        return not own & before and bool(own) and not (pages[index - 1].words and not before and index == 1)
    return False


def _lists_who_met(lines: Sequence[Line]) -> bool:
    """True where two labels or more of an attendance list stand before names, one of them the members'."""
    before_names = [line.runs[0].text for line in lines if len(line.runs) > 1 and _begins_with_name(line)]
    roles = {label_role(text)[1] for text in before_names}
    return Role.MEMBER in roles and len(roles - {None}) > 1


def _begins_with_name(line: Line) -> bool:
    beside = line.runs[1].text
    return find_first_name(beside) or looks_like_name(beside.split(",")[0])


def _is_by_law(margins: Margins, opening: list[Line]) -> bool:
    """True for rules with §§ of their own: a title or a collection's running head says so, and words below it
    when they hold or who passed them.
    """
    titles = [line.text for line in opening[:4]]
    running = [line.text for line in (*margins.head, *margins.foot)]
    named = any(map(_RULES.match, titles)) or any(map(_COLLECTION.search, running + titles))
    decided = any(_DECIDED.search(line.text) or _DIARY.search(line.text) for line in opening)
    return named and not decided and any(_IN_FORCE.search(line.text) for line in opening)


def _kind_of(margins: Margins, opening: list[Line]) -> PartKind:
    head = " ".join(line.text for line in margins.head)
    top = " ".join(line.text for line in opening)
    if any(_NOTICE.match(line.text) for line in margins.head) or _notice_title(opening):
        return NOTICE
    if _PROTOCOL.search(head) or _PROTOCOL.search(" ".join(line.text for line in opening[:4])):
        return PROTOCOL
    if _MEMO.search(head) or _MEMO.search(top) or _address(opening):
        return MEMO
    if _lists_who_met(margins.body):
        return PROTOCOL
    if any(SIGN.match(run.text) for line in opening for run in line.runs):
        return ANNEX if _is_by_law(margins, opening) else PROTOCOL
    if (_HANDLER.search(top) or _HANDLER.search(head)) and (_DIARY.search(top) or _DIARY.search(head)):
        return MEMO
    return ANNEX
