"""The one place on a sheet that a correction is about, by box or by words and labels;
never by a table's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schemas.correction import (
    AGREED,
    AMBIGUOUS,
    APPLIED,
    CELL_KINDS,
    FIELDS,
    NOT_FOUND,
    UNIT,
    Correction,
    plain,
)
from schemas.document import Extraction
from schemas.kinds import CorrectionKind, CorrectionState
from schemas.place import Box, Place, box_around, common_area, share_of_both, share_of_smaller
from schemas.table import Cell, Table
from swedish.numbers.notation import MARKS, fold

_SAME_BOX = 0.5  # of the two boxes together that both cover
_KINDS_BY_WORDS = (CorrectionKind.CELL, CorrectionKind.TEXT, CorrectionKind.NAME)


@dataclass(frozen=True, slots=True)
class Target:
    """A thing that was read: a cell, a phrase in a text, a person's name, a table's unit,
    a field of the document.

    `text` is the whole text in which `raw` stands from `start`; `row`, `column` and `role` are a cell's.
    """

    kind: CorrectionKind
    target_id: str
    place: Place
    raw: str
    row_label: str = ""
    column_label: str = ""
    table_id: str = ""
    row: int = 0
    column: int = 0
    role: str = ""
    text: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The state that what was found gives, and the targets: one where it is applied or agreed."""

    state: CorrectionState
    targets: tuple[Target, ...] = ()


def find_target(reading: Extraction, correction: Correction) -> Found:
    """Exactly one target, or none at all; whoever writes a correction may choose among several."""
    if correction.kind in FIELDS:
        return _find_field(reading, correction)
    if correction.kind == UNIT:
        return _find_unit(reading, correction)
    labelled = bool(correction.row or correction.column)
    kinds = (correction.kind,) if correction.kind else (CorrectionKind.CELL,) if labelled else _KINDS_BY_WORDS
    found = [_find_of_kind(reading, correction, kind) for kind in kinds]
    if any(each.state in (APPLIED, AMBIGUOUS) for each in found):
        targets = tuple(
            target for each in found if each.state in (APPLIED, AMBIGUOUS) for target in each.targets
        )
        return _chosen(targets, correction.choice)
    agreed = next((each for each in found if each.state == AGREED), None)
    return agreed or Found(NOT_FOUND)


def _chosen(targets: tuple[Target, ...], choice: int | None) -> Found:
    if choice and choice <= len(targets):
        return Found(APPLIED, (targets[choice - 1],))
    return Found(APPLIED if len(targets) == 1 else AMBIGUOUS, targets)


def _find_of_kind(reading: Extraction, correction: Correction, kind: CorrectionKind) -> Found:
    if kind in CELL_KINDS:
        return _find_cell(reading, correction)
    return _find_text(reading, correction) if kind == CorrectionKind.TEXT else _find_name(reading, correction)


def _find_cell(reading: Extraction, correction: Correction) -> Found:
    on_page = list(_cells(reading, correction.page))
    if correction.box is not None:
        return _at_box(reading, on_page, correction, correction.box)
    fitting = [cell for cell in on_page if _labels_fit(cell, correction)]
    if not correction.read and not (correction.row and correction.column):
        return Found(NOT_FOUND)  # an empty cell can only be named by its labels
    right = [cell for cell in fitting if is_as_corrected(reading, cell, correction)]
    if hits := [cell for cell in fitting if _same(cell.raw, correction.read) and cell not in right]:
        return Found(APPLIED if len(hits) == 1 else AMBIGUOUS, tuple(hits))
    if len(right) == 1:
        return Found(AGREED, tuple(right))
    named = len(fitting) == 1 and correction.row and correction.column
    return Found(APPLIED, tuple(fitting)) if named else Found(NOT_FOUND)


def _at_box(reading: Extraction, cells: list[Target], correction: Correction, box: Box) -> Found:
    """What is read there now may be the right words, the words of then, or something third."""
    touching = [cell for cell in cells if cell.place.box and common_area(cell.place.box, box) > 0]
    right = [cell for cell in touching if _same(cell.raw, correction.printed)]
    if len(right) == 1 and correction.kind == "cell":
        return Found(AGREED, tuple(right))
    there = [cell for cell in touching if cell.place.box and share_of_both(cell.place.box, box) >= _SAME_BOX]
    if not there and correction.kind == "strike":
        return Found(NOT_FOUND if touching else AGREED)
    if len(there) == 1 and is_as_corrected(reading, there[0], correction):
        return Found(AGREED, tuple(there))
    return Found(NOT_FOUND) if not there else Found(APPLIED if len(there) == 1 else AMBIGUOUS, tuple(there))


def is_as_corrected(reading: Extraction, cell: Target, correction: Correction) -> bool:
    """Whether the cell already is what the correction wants it to be."""
    if correction.kind in ("no_fact", "header"):
        spot = (cell.table_id, cell.row, cell.column)
        has_fact = any((fact.table_id, fact.row, fact.column) == spot for fact in reading.facts)
        is_there = correction.kind == "no_fact" or cell.role == "header"
        return _same(cell.raw, correction.printed) and is_there and not has_fact
    return bool(cell.raw or correction.kind == "strike") and _same(cell.raw, correction.printed)


def _cells(reading: Extraction, page: int) -> Iterator[Target]:
    groups = {(fact.table_id, fact.row): fact.group_label for fact in reading.facts}
    for table in reading.tables:
        labels = {cell.row: cell.text for cell in table.cells if cell.column == 0}
        for cell in table.cells:
            if cell.place.page == page:
                group = groups.get((table.table_id, cell.row))
                yield _cell_target(table, cell, " / ".join(filter(None, (group, labels.get(cell.row)))))


def _cell_target(table: Table, cell: Cell, row_label: str) -> Target:
    column_label = table.column_labels[cell.column - 1] if 0 < cell.column <= len(table.column_labels) else ""
    return Target(
        CorrectionKind.CELL,
        f"{table.table_id}-r{cell.row}c{cell.column}",
        cell.place,
        cell.text,
        plain(row_label),
        plain(column_label),
        table.table_id,
        cell.row,
        cell.column,
        cell.role,
    )


def _labels_fit(cell: Target, correction: Correction) -> bool:
    return _label_fits(cell.row_label, correction.row) and _label_fits(cell.column_label, correction.column)


def _label_fits(label: str, wanted: str) -> bool:
    """The whole label, or its end from a " / " on.

    >>> (_label_fits("Kansli / Intäkt", "intäkt"), _label_fits("Kansli / Intäkt", "Kansli"),
    ...  _label_fits("Intäkt", ""))
    (True, False, True)
    """
    label, wanted = f" / {plain(label)}".casefold(), plain(wanted).casefold()
    return not wanted or label.endswith(f" / {wanted}")


def _find_text(reading: Extraction, correction: Correction) -> Found:
    texts = list(_texts(reading, correction.page))
    if correction.box is not None:
        box = correction.box
        texts = [text for text in texts if text.place.box is None or _is_at(text.place.box, box)]
    wrong, right = [], []
    for text in texts:
        as_read, as_printed = find_phrases(text.raw, correction.read, correction.printed)
        wrong += [_phrase(text, *span) for span in as_read]
        right += [_phrase(text, *span) for span in as_printed]
    if wrong:
        return Found(APPLIED if len(wrong) == 1 else AMBIGUOUS, tuple(wrong))
    return Found(AGREED, (right[0],)) if right else Found(NOT_FOUND)


def _texts(reading: Extraction, page: int) -> Iterator[Target]:
    """Paragraphs, headings and titles of tables that stand on the sheet,
    each as a target for its whole text.
    """
    for index, paragraph in enumerate(reading.paragraphs):
        follows = reading.paragraphs[index + 1] if index + 1 < len(reading.paragraphs) else None
        goes_on = paragraph.place.page == page - 1 and (follows is None or (follows.place.page or 0) >= page)
        if paragraph.place.page == page or goes_on:
            yield Target(CorrectionKind.TEXT, paragraph.paragraph_id, paragraph.place, paragraph.text)
    headings = set()
    for section in reading.sections:
        headings.add(section.heading)
        if section.first_page == page:
            yield Target(CorrectionKind.TEXT, section.section_id, Place(page), section.heading)
    for table in reading.tables:
        if table.first_page == page and table.title and table.title not in headings:
            yield Target(CorrectionKind.TEXT, table.table_id, Place(page), table.title)


def _phrase(text: Target, start: int, end: int) -> Target:
    return Target(
        CorrectionKind.TEXT, text.target_id, text.place, text.raw[start:end], text=text.raw, start=start
    )


def find_phrases(text: str, read: str, printed: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the words stand as they were read, and where as they are printed; whole words only.

    >>> find_phrases("Nämnden och nämnd två", "nämnd", "nämnden")
    ([(12, 17)], [])
    >>> find_phrases("till nämnden", "nämnd", "nämnden"), find_phrases("i Borås Stad", "Borås", "Borås Stad")
    (([], [(5, 12)]), ([], [(2, 12)]))
    >>> find_phrases("3,0 procent av 12 345 kr", "0", "7"), find_phrases("av 12 345 kr", "345 kr", "354 kr")
    (([], []), ([], []))
    """
    right = _spans(text, printed)
    wrong = [
        (start, end)
        for start, end in _spans(text, read)
        if not any(first <= start and end <= last for first, last in right)
    ]
    return wrong, right


def _spans(text: str, phrase: str) -> list[tuple[int, int]]:
    words = phrase.split()
    if not words:
        return []
    pattern = r"\s+".join(map(re.escape, words))
    before = rf"(?<!\w)(?<!\d[{MARKS}])" if words[0][0].isalnum() else ""
    after = rf"(?!\w|[{MARKS}]\d)" if words[-1][-1].isalnum() else ""
    # "345" is no whole figure in "12 345", nor is "12".
    before += r"(?<!\d\s)" if re.match(r"\d{3}(?!\d)", words[0]) else ""
    after += r"(?!\s\d{3}(?!\d))" if re.fullmatch(r"\d{1,3}", words[-1]) else ""
    return [match.span() for match in re.finditer(before + pattern + after, text)]


def _find_name(reading: Extraction, correction: Correction) -> Found:
    people = [
        Target(
            CorrectionKind.NAME,
            str(person.person_index),
            Place(person.page),
            person.name,
            row_label=person.role,
        )
        for person in reading.people
        if person.page == correction.page and _label_fits(person.role, correction.row)
    ]
    if wrong := [person for person in people if _same(person.raw, correction.read)]:
        return Found(APPLIED if len(wrong) == 1 else AMBIGUOUS, tuple(wrong))
    right = [person for person in people if _same(person.raw, correction.printed)]
    return Found(AGREED, (right[0],)) if right else Found(NOT_FOUND)


def _find_field(reading: Extraction, correction: Correction) -> Found:
    value: str | date | None = getattr(reading, correction.kind)
    raw = value.isoformat() if isinstance(value, date) else value or ""
    target = Target(correction.kind, correction.kind, Place(correction.page), raw)
    return Found(AGREED if _same(raw, correction.printed) else APPLIED, (target,))


def _find_unit(reading: Extraction, correction: Correction) -> Found:
    """Of the one table on the sheet, of the one called as `row` says, or of the one that lies in the box."""
    tables = [
        unit for unit in _units(reading, correction.page) if _label_fits(unit.row_label, correction.row)
    ]
    if (box := correction.box) is not None:
        tables = [unit for unit in tables if unit.place.box and _is_at(unit.place.box, box)]
    found = _chosen(tuple(tables), correction.choice)
    if len(found.targets) == 1 and _same(found.targets[0].raw, correction.printed):
        return Found(AGREED, found.targets)
    return found if found.targets else Found(NOT_FOUND)


def _units(reading: Extraction, page: int) -> Iterator[Target]:
    """The unit of each table that begins or goes on on the sheet; its place is that of the cells there."""
    for table in reading.tables:
        placed = [cell.place.box for cell in table.cells if cell.place.page == page]
        if placed:
            place = Place(page, box_around(box for box in placed if box))
            title = plain(table.title or "")
            yield Target(UNIT, table.table_id, place, table.unit or "", title, table_id=table.table_id)


def _same(one: str, other: str) -> bool:
    """The same but for kinds of white space, of minus, and what has no width."""
    return plain(fold(one)) == plain(fold(other))


def _is_at(one: Box, other: Box) -> bool:
    """True where the one lies for the most part in the other: a text or a table is larger than its box."""
    return share_of_smaller(one, other) >= _SAME_BOX
