"""Column headers in letters that are turned: they stand upright over narrow columns."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.tables.figure_rows import Region
from extractors.tables.header_fit import Places
from extractors.tables.rows import CellText
from schemas.page import SidewaysLine

FEWEST = 2  # columns: one turned line beside a table is a note in the margin
LARGEST = 1.5  # of the type size of the rows
NEAR = 2.5  # line heights between the lowest of them and the row below


def upright_heads(region: Region, places: Places, first: int) -> Mapping[int, CellText]:
    """By column the turned lines that stand above the region's row at `first`, its first of figures, within
    the column's cell; none where fewer than two columns have any.
    """
    if not region.page.sideways or not 0 <= first < len(region.rows):
        return {}
    row = region.rows[first].line
    lowest = region.rows[first - 1].line.box.bottom if first else row.box.top
    over: dict[int, list[SidewaysLine]] = {}
    for line in region.page.sideways:
        column = places.columns.of(line.box.centre)
        cell, box = places.cells[column], line.box
        within = column > 0 and cell.x0 - 1 < box.x0 and box.x1 < cell.x1 + 1
        near = min(row.box.top, lowest) - NEAR * row.box.height < box.bottom < row.box.top + 1
        if within and near and line.words[0].size < LARGEST * row.size:
            over.setdefault(column, []).append(line)
    if len(over) < FEWEST:
        return {}
    return {column: _cell(column, lines) for column, lines in over.items()}


def _cell(column: int, lines: list[SidewaysLine]) -> CellText:
    """The first line of text that reads upwards is the leftmost."""
    ordered = sorted(lines, key=lambda line: line.box.x0 if line.upwards else -line.box.x0)
    return CellText(column, tuple(line.words for line in ordered))
