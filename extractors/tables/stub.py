"""The columns of text before the figures: which of them names a row, which its group, and which is a code.

Codes (account, project number) name no row. Of the columns of words the fewest that tell the rows apart make
the label; one whose entries repeat, or stand once with blanks below, is the group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.tables.header import join_lines
from extractors.tables.rows import CellRow
from swedish.numbers.shapes import looks_blank, looks_like_figure, looks_like_year
from swedish.periods import read_measure, read_year
from swedish.table_labels import holds_remarks, names_codes, names_references

_CODE = re.compile(r"[A-ZÅÄÖ]{0,4}[-.]?\d[\d.\-–/:]*[A-Za-z]?")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d")
# a school year, a quarter of a year
_PERIOD = re.compile(r"(?:19|20)\d\d ?[/–-] ?(?:(?:19|20)?\d\d|[KQT]\d)|(?:19|20)\d\d ?[KQT]\d")
JOINT = " / "


@dataclass(frozen=True, slots=True)
class Naming:
    """What names one row: its label, the codes beside it, and the group that a column of its own gives."""

    label: str
    code: str | None = None
    group: str | None = None


@dataclass(slots=True)
class Stub:
    """The stub's columns by what they are; a group given once holds until the next.

    Where groups stand `amid` their rows: by column each entry's sheet, its middle in points, and its text.
    """

    codes: tuple[int, ...]
    groups: tuple[int, ...]
    labels: tuple[int, ...]
    words: tuple[int, ...]
    amid: dict[int, list[tuple[int, float, str]]] = field(default_factory=dict)
    _held: dict[int, str] = field(default_factory=dict)

    @property
    def all(self) -> frozenset[int]:
        """Columns after the first that hold names and codes, and no values."""
        return frozenset((*self.codes, *self.words)) - {0}

    def name(self, row: CellRow) -> Naming:
        """The row's names; rows are to be asked about from the top."""
        own = {c: _text(row, c) for c in self.words if c in row.cells}
        code = " ".join(_text(row, c) for c in self.codes if c in row.cells) or None
        for column in self.groups:
            if column in own:
                self._held = {c: text for c, text in self._held.items() if c < column} | {column: own[column]}
        label = JOINT.join(own[c] for c in self.labels if c in own)
        if not label and own:  # words in another column only: "Summa"
            return Naming(next(iter(own.values())), code)
        if not label:
            return Naming(code or "", None)
        told = [self._nearest(c, row) if c in self.amid else self._held.get(c) for c in self.groups]
        group = JOINT.join(text for text in told if text) or None
        return Naming(label, code, group)

    def _nearest(self, column: int, row: CellRow) -> str | None:
        middle = (row.top + row.bottom) / 2
        near = [(abs(at - middle), text) for page, at, text in self.amid[column] if page == row.page.number]
        return min(near)[1] if near else None


def find_stub(rows: Sequence[CellRow], headers: Sequence[str]) -> Stub:
    """The stub of the table's body rows; `headers` are the columns' labels, the label column's own first."""
    columns = range(_first_of_figures(rows, headers))
    codes = tuple(c for c in columns if len(columns) > 1 and _are_codes(rows, c, headers))
    words = tuple(c for c in columns if c not in codes and _texts(rows, c) and not _is_apart(c, headers))
    if not words:
        return Stub((), (), (0,), (0,))
    groups = _groups(rows, words)
    labels = _fewest(rows, [c for c in words if c not in groups])
    return Stub(
        codes, groups, labels, words, {c: _entries(rows, c) for c in groups if _stand_amid(rows, c, words)}
    )


def _stand_amid(rows: Sequence[CellRow], column: int, words: tuple[int, ...]) -> bool:
    """True where the first row has a label and no group: cells that span rows have their text amid."""
    first = next((row for row in rows if any(c in row.cells for c in words)), None)
    return first is not None and column not in first.cells


def _entries(rows: Sequence[CellRow], column: int) -> list[tuple[int, float, str]]:
    held = [(row, row.cells[column]) for row in rows if column in row.cells]
    return [(row.page.number, cell.box.middle, _text(row, column)) for row, cell in held]


def _first_of_figures(rows: Sequence[CellRow], headers: Sequence[str]) -> int:
    """The first column, after column 0, that holds more figures than words."""
    for column in range(1, max(len(headers), 1)):
        texts = _texts(rows, column)
        figures = sum(
            not (text[0].isalpha() or _PERIOD.fullmatch(text)) or looks_like_figure(text) or looks_blank(text)
            for text in texts
        )
        of_values = read_year(headers[column]) or read_measure(headers[column])
        if of_values or (2 * figures >= len(texts) and not _are_codes(rows, column, headers)):
            return column
    return 1


def _are_codes(rows: Sequence[CellRow], column: int, headers: Sequence[str]) -> bool:
    """True for a column of nothing but accounts, project numbers and such: the first, or one called so. What
    stands alone in it ("Summa kostnader" under the accounts) is the name of its row.
    """
    labelled = [row for row in rows if column in row.cells]
    begun = labelled if column else [row for row in labelled if _begins_with_two(row)]
    texts = _texts(begun if 2 * len(begun) > len(labelled) else labelled, column)
    told = names_codes(headers[column]) or (column == 0 and not names_references(headers[0]))
    named = names_codes(headers[column])  # a project may be called 2031
    alike = all(
        _CODE.fullmatch(text) and not _DAY.match(text) and (named or not looks_like_year(text))
        for text in texts
    )
    return told and bool(texts) and alike


def _begins_with_two(row: CellRow) -> bool:
    """True where words stand beside the first column's."""
    beside = row.cells.get(1)
    return 0 in row.cells and beside is not None and beside.text[0].isalpha()


def _is_apart(column: int, headers: Sequence[str]) -> bool:
    """True for remarks and note numbers, which name nothing."""
    return column > 0 and (holds_remarks(headers[column]) or names_references(headers[column]))


def _texts(rows: Sequence[CellRow], column: int) -> list[str]:
    return [_text(row, column) for row in rows if column in row.cells]


def _text(row: CellRow, column: int) -> str:
    return join_lines(row.cells[column].lines, None)


def _groups(rows: Sequence[CellRow], words: tuple[int, ...]) -> tuple[int, ...]:
    """Columns, before the last of words, whose entries repeat, span rows or stand once with blanks below."""
    found: list[int] = []
    for column, after in pairwise(words):
        under = [row for row in rows if after in row.cells]
        blanks = [row for row in under if column not in row.cells]
        texts = [_text(row, column) for row in under if column in row.cells]
        repeat = sum(a == b for a, b in pairwise(texts))
        spans = any(row.cells[column].row_span > 1 for row in under if column in row.cells)
        if len(under) > 2 and texts and (spans or 3 * (len(blanks) + repeat) >= len(under)):
            found.append(column)
        else:
            break
    return tuple(found)


def _fewest(rows: Sequence[CellRow], words: Sequence[int]) -> tuple[int, ...]:
    """The first columns that together tell the rows apart; the first alone where not even all do."""
    for count in range(1, len(words) + 1):
        keys = [tuple(_text(row, c) if c in row.cells else "" for c in words[:count]) for row in rows]
        named = [key for key in keys if any(key)]
        if len(set(named)) == len(named):
            return tuple(words[:count])
    return tuple(words[:1])
