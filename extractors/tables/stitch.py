"""A table that breaks over sheets becomes one again, its header once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median

from extractors.pages.lines import Line
from extractors.tables.figure_rows import SAME_EDGE, Region, Row
from extractors.tables.grid import Columns, Span, find_columns
from extractors.tables.grid_rows import find_rows, grid_row
from extractors.tables.header import Header, read_header
from extractors.tables.merged_cells import join_merged
from extractors.tables.rows import CellRow, cell_rows
from schemas.page import Word

SUMS = frozenset(("summa", "totalt", "total", "summa totalt"))
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
    over = [grid_row([row]) for row in region.over]
    header = read_header(replace(region, rows=(*region.over, *region.rows)), [*over, *lines], columns)
    rows = cell_rows(region, columns, lines[max(0, header.n_rows - len(over)) :], ruled)
    rows = join_merged(rows, columns, region.frame)
    return SheetTable(region, columns, header, tuple(rows), ruled)


def under_header(table: SheetTable, line: Line) -> SheetTable | None:
    """The table read under a header that stands alone at the foot of the sheet before; None where the line
    does not head each of its columns, or the table has a header of its own.
    """
    if any(table.header.labels[1:]) or table.region.over or len(line.runs) < table.columns.count - 1:
        return None
    read = read_sheet_table(replace(table.region, over=(Row(line, -1),)), table.columns)
    return read if all(read.header.labels[1:]) and len(read.rows) == len(table.rows) else None


def join_shares(held: tuple[SheetTable, ...], own: SheetTable) -> tuple[SheetTable, ...] | None:
    """A table's shares so far, with the next sheet's as one more; None where that is a table of its own.

    Where the header stands again, what the fuller sheet shows of its columns holds of the others: a comment
    that no row of theirs has. Whether text stands between them is the caller's to know.
    """
    if _header_again(held[0], own):
        if own.columns.count > held[0].columns.count:
            held = tuple(_read_along(own, share) for share in held)
            if any(share.columns.count != own.columns.count for share in held):
                return None
        elif own.columns.count < held[0].columns.count:
            own = _read_along(held[-1], own)
    after = continue_table(held[-1], own)
    return None if after is None else (*held, after)


def continue_table(before: SheetTable, after: SheetTable) -> SheetTable | None:
    """`after` as the next share of `before`, its repeated header left out;
    None where it is a table of its own.
    """
    if not after.header.rows and (after.columns.count != before.columns.count or not after.columns.ruled):
        after = _read_along(before, after)
    if after.columns.count != before.columns.count or not _same_places(before, after):
        return None
    if after.header.rows and (not _same_labels(before.header, after.header) or corner_title(after)):
        return None
    if after.header.rows and all(map(_is_summed_up, (before, after))) and _begins_with_figures(after):
        return None
    return replace(after, header=replace(after.header, rows=()))


def _is_summed_up(table: SheetTable) -> bool:
    """True where the last row, and no other, says "Summa" and no more: it is no group's."""
    labels = [row.label.text.casefold().rstrip(" :.") for row in table.rows if row.label]
    is_sum = bool(labels) and labels[-1] in SUMS and labels.count(labels[-1]) == 1
    return is_sum and table.rows[-1].has_figures


def _begins_with_figures(table: SheetTable) -> bool:
    """True where the first row is no group's title."""
    return bool(table.rows) and table.rows[0].has_figures


def _read_along(model: SheetTable, share: SheetTable) -> SheetTable:
    """The share read with the model's columns, where all its figures stand in them."""
    moved = _moved(model, share)
    if not _fits(share, moved):
        return share
    read = read_sheet_table(share.region, moved)
    return read if share.header.rows else replace(read, header=replace(read.header, rows=()))


def _header_again(first: SheetTable, after: SheetTable) -> bool:
    """True where the first sheet's header stands again, in the same places."""
    one, other = _header_words(first), _header_words(after)
    if not one or [word.text for word in one] != [word.text for word in other]:
        return False
    moves = [b.box.x0 - a.box.x0 for a, b in zip(one, other, strict=True)]
    return max(moves) - min(moves) < SAME_EDGE


def _header_words(table: SheetTable) -> list[Word]:
    words = [
        w for row in table.header.rows for cell in row.cells.values() for line in cell.lines for w in line
    ]
    return sorted(words, key=lambda word: (round(word.box.middle), word.box.x0))


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


def _same_places(before: SheetTable, after: SheetTable) -> bool:
    """True where the columns' borders, or else their figures, stand where they do on the sheet before:
    between unruled columns a border lies where the labels of its own sheet leave it room.
    """
    one, other = before.columns, after.columns
    shift = after.region.box.x0 - before.region.box.x0
    both_ruled = one.ruled and other.ruled
    loose = SAME_BORDER if both_ruled else 3 * SAME_BORDER
    gaps = [b - a for a, b in zip(one.borders, other.borders, strict=True)]
    if all(abs(gap) < loose or abs(gap - shift) < loose for gap in gaps):
        return True
    if both_ruled or not one.figures or len(one.figures) != len(other.figures):
        return False
    spans = list(zip(one.figures, other.figures, strict=True))
    return any(all(_in_one_column(a, b, move) for a, b in spans) for move in (0.0, shift))


def _in_one_column(a: Span, b: Span, move: float) -> bool:
    """True where the figures of both are set flush, or centred, at one place."""
    gaps = (b.x0 - a.x0, b.centre - a.centre, b.x1 - a.x1)
    return any(abs(gap - move) < SAME_EDGE for gap in gaps)


def _same_labels(one: Header, other: Header) -> bool:
    """True where the columns are called the same; over the labels a title may stand once more, or no more."""
    corner, again = (_folded(header.labels[0]) for header in (one, other))
    columns = [[_folded(label) for label in header.labels[1:]] for header in (one, other)]
    return columns[0] == columns[1] and (corner.endswith(again) or again.endswith(corner))


def _folded(label: str) -> str:
    return _SPACE.sub("", label).casefold()
