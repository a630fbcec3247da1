"""A table that breaks over sheets becomes one again, its header once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median

from extractors.tables.figure_rows import Region
from extractors.tables.grid import Columns, find_columns, find_rows
from extractors.tables.header import Header, read_header
from extractors.tables.rows import CellRow, cell_rows

TITLE = 1.2  # of the rows' type size: annual reports set "Balansräkning" so, on the line of the years
SAME_BORDER = 8.0  # points: how far a column's border may move from one sheet to the next
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table, or one sheet's share of it, before it is given a name and a unit."""

    region: Region
    columns: Columns
    header: Header
    rows: tuple[CellRow, ...]
    ruled_rows: bool

    @property
    def page(self) -> int:
        return self.region.page.number


@dataclass(frozen=True, slots=True)
class LogicalTable:
    """The sheets' shares of one table, in order; `rows` are the body rows of all."""

    shares: tuple[SheetTable, ...]

    @property
    def columns(self) -> Columns:
        return self.shares[0].columns

    @property
    def header(self) -> Header:
        return self.shares[0].header

    @property
    def rows(self) -> list[CellRow]:
        return [row for share in self.shares for row in share.rows]


def read_sheet_table(region: Region, columns: Columns | None = None) -> SheetTable:
    """The region's grid, header and rows; with `columns`, those of the sheet before."""
    columns = columns or find_columns(region)
    lines, ruled = find_rows(region)
    header = read_header(region, lines, columns)
    rows = cell_rows(region, columns, lines[header.n_rows :], ruled)
    return SheetTable(region, columns, header, tuple(rows), ruled)


def continue_table(before: SheetTable, after: SheetTable) -> SheetTable | None:
    """`after` as the next share of `before`, its repeated header left out;
    None where it is a table of its own.

    Whether text stands between them is the caller's to know.
    """
    if after.header.n_rows == 0 and (after.columns.count != before.columns.count or not after.columns.ruled):
        moved = _moved(before, after)
        after = read_sheet_table(after.region, moved) if _fits(after, moved) else after
    if after.columns.count != before.columns.count or not _same_borders(before, after):
        return None
    if after.header.n_rows and (not _same_labels(before.header, after.header) or corner_title(after)):
        return None
    return replace(after, header=replace(after.header, rows=()))


def corner_title(table: SheetTable) -> str | None:
    """The table's title where it stands on the header's own line, over the labels,
    in larger type than the rows.
    """
    row = next((row for row in table.header.rows if row.label), None)
    sizes = [
        word.size for row in table.rows for cell in row.cells.values() for line in cell.lines for word in line
    ]
    if row is None or row.label is None or not sizes:
        return None
    smallest = min(word.size for line in row.label.lines for word in line)
    return table.header.labels[0] if smallest > TITLE * median(sizes) else None


def _fits(after: SheetTable, columns: Columns) -> bool:
    """True where every figure of the sheet's rows ends, or is centred, where one of the columns does."""
    figures = [
        run.box
        for row in after.region.rows
        if row.has_values
        for run in row.figures
        if run is not row.runs[0]
    ]
    return all(
        any(abs(f.x1 - s.x1) < 6 or abs(f.centre - s.centre) < 6 for s in columns.figures) for f in figures
    )


def _moved(before: SheetTable, after: SheetTable) -> Columns:
    """The columns of the sheet before, moved sideways where the sheets' margins differ."""
    shift = after.region.box.x0 - before.region.box.x0
    shift = shift if abs(shift) > SAME_BORDER else 0.0
    columns = before.columns
    spans = tuple(replace(s, x0=s.x0 + shift, x1=s.x1 + shift) for s in columns.figures)
    return Columns(tuple(b + shift for b in columns.borders), spans, columns.ruled)


def _same_borders(before: SheetTable, after: SheetTable) -> bool:
    shift = after.region.box.x0 - before.region.box.x0
    pairs = zip(before.columns.borders, after.columns.borders, strict=True)
    gaps = [b - a for a, b in pairs]
    loose = SAME_BORDER if before.columns.ruled and after.columns.ruled else 3 * SAME_BORDER
    return all(abs(gap) < loose or abs(gap - shift) < loose for gap in gaps)


def _same_labels(one: Header, other: Header) -> bool:
    """True where the columns are called the same; over the labels a title may stand once more, or no more."""
    corner, again = (_folded(header.labels[0]) for header in (one, other))
    columns = [[_folded(label) for label in header.labels[1:]] for header in (one, other)]
    return columns[0] == columns[1] and (corner.endswith(again) or again.endswith(corner))


def _folded(label: str) -> str:
    return _SPACE.sub("", label).casefold()
