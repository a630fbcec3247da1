"""Attendance lists set as tables: a line of headers over names, parties, marks for who was there, and who
stood in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.pages.lines import Run
from extractors.text.attendance import Attendee
from extractors.text.attendance_labels import Listed, label_role
from schemas.kinds import Role
from swedish.person_names import NAME, find_named, looks_like_name, without_title

_NAMES = (
    (Role.SUBSTITUTE, re.compile(r"^(?:ersättare|suppleanter?)\b", re.IGNORECASE)),
    (Role.ATTENDING, re.compile(r"^(?:tjänste(?:person|män|man)|övriga)", re.IGNORECASE)),
    (Role.MEMBER, re.compile(r"^(?:ledam(?:ot|öter)|beslutande|namn)\b", re.IGNORECASE)),
)
_PARTY_HEAD = re.compile(r"^parti$", re.IGNORECASE)
_PRESENT_HEAD = re.compile(r"^(?:närvarande|närvaro|närv|när|§§)\b", re.IGNORECASE)
_NOTE_HEAD = re.compile(r"^(?:anm(?:ärkning(?:ar)?)?|kommentar(?:er)?|notering(?:ar)?)\b", re.IGNORECASE)
_SERVES_FOR = re.compile(
    rf"\b(?i:tj(?:änst)?g\w*\.?\s+för|ersätter|ers\.)\s+({NAME})(?:\s*\(([A-ZÅÄÖ]{{1,4}})\))?"
)
_NOT_THERE = re.compile(r"[-–—0]|nej|ej|frånv(?:\.|arande)?", re.IGNORECASE)
_OFFICE_HEAD = re.compile(r"^(?:uppdrag|titel|befattning|roll|funktion)\b", re.IGNORECASE)
_STANDS_IN_HEAD = re.compile(r"^tjänstgörande ersättare\b", re.IGNORECASE)
_FOR_HEAD = re.compile(r"^(?:tjänstgör|ersätter|för)\b", re.IGNORECASE)
_PARTY = re.compile(r"^\(?([A-ZÅÄÖ]{1,4})\)?$")
_OTHER_HEAD = re.compile(r"^(?:kommun|ort|organisation|valkrets|region|medlem)$", re.IGNORECASE)
_ALL_WHO_CAME = re.compile(r"^(?:närvarande|deltagare|närvaro)$", re.IGNORECASE)
_STANDS_BY = re.compile(r"^(?:ej|icke|inte) tjänstg|\b(?:ej|icke|inte) tjänstgörande", re.IGNORECASE)
_CHAIR = re.compile(r"^ordf(?:örande|\.)", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|v\.?|andre)\s*ordf", re.IGNORECASE)
_SECRETARY = re.compile(r"sekreterare\b", re.IGNORECASE)
_LABELLED = re.compile(r"^[^:,]{3,30}:")
FARTHEST = 2.4  # line heights from one row to the next
LEFT = 8.0  # points that an entry may begin before its header


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where each column's header begins and ends across the sheet, from the left, and what it holds.

    `role` is of the names.
    """

    role: Role
    columns: tuple[tuple[float, float, str], ...]
    of_all: bool = False  # where the list holds members and others

    def cells(self, line: Listed) -> dict[str, str]:
        """What the line has in each column; a second run behind a header, under none, is of the next column,
        whose header may be set flush right or in the middle.
        """
        held: dict[int, list[Run]] = {}
        for run in line.runs:
            at = max((n for n, (x0, *_) in enumerate(self.columns) if run.box.x0 > x0 - LEFT), default=0)
            if at in held and at + 1 < len(self.columns) and run.box.x0 > self.columns[at][1]:
                at += 1
            held.setdefault(at, []).append(run)
        return {self.columns[at][2]: " ".join(run.text for run in runs) for at, runs in held.items()}


def take_tables(lines: Sequence[Listed]) -> tuple[list[Attendee], list[Listed]]:
    """The people of the lists set as tables, and the lines that are none of theirs."""
    people: list[Attendee] = []
    rest: list[Listed] = []
    heads: _Heads | None = None
    before: Listed | None = None
    for line in lines:
        own = _heads_of(line.runs)
        near = before is not None and line.box.top - before.box.bottom < FARTHEST * line.box.height
        if own is not None:
            heads = own
        elif _LABELLED.match(line.runs[0].text) and label_role(line.runs[0].text)[0]:
            heads = None  # "Justerare: Bo Al (M)" below the table
            rest.append(line)
        elif heads is not None and near and (found := list(_of_row(heads, line))):
            people += found
        elif heads is not None and near and _goes_on(heads, line):
            pass  # a row of someone who was not there, or more of the row above
        else:
            heads = None
            rest.append(line)
        before = line
    known = {person.name for person in people if person.party is not None}
    people = [person for person in people if person.party is not None or person.name not in known]
    return (people, rest) if people else ([], list(lines))


def _heads_of(runs: Sequence[Run]) -> _Heads | None:
    """The columns of a line of headers: names first, and a party, a mark or an office beside them."""
    if len(runs) < 2:
        return None
    role = next((role for role, pattern in _NAMES if pattern.match(runs[0].text)), None)
    all_came = _ALL_WHO_CAME.match(runs[0].text) is not None  # their offices tell members from others
    role = Role.MEMBER if all_came else role
    if role is None or any(True for _ in find_named(runs[0].text)):
        return None
    kinds = [
        (_PARTY_HEAD, "party"),
        (_PRESENT_HEAD, "present"),
        (_OFFICE_HEAD, "office"),
        (_STANDS_IN_HEAD, "stands_in"),
        (_FOR_HEAD, "for"),
        (_OTHER_HEAD, "other"),
        (_NOTE_HEAD, "note"),
    ]
    columns = [(runs[0].box.x0, runs[0].box.x1, "names")]
    for run in runs[1:]:
        kind = next((kind for pattern, kind in kinds if pattern.match(run.text)), None)
        if kind is None:
            return None
        columns.append((run.box.x0, run.box.x1, kind))
    held = {kind for *_, kind in columns}
    if not held & ({"office"} if all_came else {"party", "office"}):
        return None
    of_all = "office" in held and (all_came or runs[0].text.casefold().startswith("namn"))
    return _Heads(role, tuple(columns), of_all)


def heads_names(runs: Sequence[Run]) -> bool:
    """True for the headers of a list of those who came: no table of figures stands below them."""
    return _heads_of(runs) is not None


def _of_row(heads: _Heads, line: Listed) -> Iterator[Attendee]:
    cells = heads.cells(line)
    name, own = _name_of(cells)
    if not name:
        return
    page = line.page.number
    marked = any(kind == "present" for *_, kind in heads.columns)
    party = _PARTY.match(cells.get("party", ""))
    role = _role_of(heads, cells.get("office", ""))
    noted = _SERVES_FOR.search(cells.get("note", "")) or _SERVES_FOR.search(cells.get("office", ""))
    came = cells.get("present", "")
    if not marked or (came and not _NOT_THERE.fullmatch(came)):
        yield Attendee(name, party[1] if party else own, Role.SUBSTITUTE if noted else role, page)
    elif came and heads.of_all and role in (Role.MEMBER, Role.CHAIR):
        yield Attendee(name, party[1] if party else own, Role.ABSENT, page)
    if noted and looks_like_name(noted[1]):
        yield Attendee(noted[1], noted[2], Role.ABSENT, page)
    for person in find_named(cells.get("stands_in", "")):
        yield Attendee(person.name, person.party, Role.SUBSTITUTE, page)
    for person in find_named(cells.get("for", "")):
        yield Attendee(person.name, person.party, Role.ABSENT, page)


def _name_of(cells: Mapping[str, str]) -> tuple[str, str | None]:
    """The row's name, "" where it has none, and the party behind it."""
    text = cells.get("names", "").strip()
    if len(named := list(find_named(text))) == 1:
        return named[0].name, named[0].party
    name, _ = without_title(text)
    return (name, None) if looks_like_name(name) else ("", None)


def _role_of(heads: _Heads, office: str) -> Role:
    """In the list's role, or another that the office tells."""
    if _CHAIR.match(office) and heads.role == Role.MEMBER:
        return Role.CHAIR
    if _SECRETARY.search(office) and (heads.of_all or heads.role == Role.ATTENDING):
        return Role.SECRETARY
    if not heads.of_all or not office:
        return heads.role
    if _VICE.search(office):
        return Role.MEMBER
    if _STANDS_BY.search(office):
        return Role.ATTENDING
    if _STANDS_IN_HEAD.match(office):
        return Role.SUBSTITUTE
    return next((role for role, pattern in _NAMES if pattern.match(office)), Role.ATTENDING)


def _goes_on(heads: _Heads, line: Listed) -> bool:
    """True for a row without one who was there: a name without a mark, or words in later columns only."""
    cells = heads.cells(line)
    return bool(_name_of(cells)[0]) or "names" not in cells
