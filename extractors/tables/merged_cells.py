"""Cells drawn over several rows: what stands in one is one text, and speaks of every row beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.frames import Frame, union_length
from extractors.tables.grid import Columns
from extractors.tables.rows import CellRow, CellText
from swedish.numbers.shapes import looks_like_figure, looks_like_year

DRAWN, OPEN = 0.6, 0.1  # of a column's width: an edge between two rows is drawn there, or is not
Edge = tuple[float, float, float]  # height, and from where to where across


def join_merged(rows: list[CellRow], columns: Columns, frame: Frame | None) -> list[CellRow]:
    """The rows with each text before the figures whose cell spans several of them in the first of these.

    Such a cell is closed above and below, and beside it every row is parted from the next by a line and
    has words of its own to name it: lines over figures alone, as many reports draw them, close no label's.
    """
    if frame is None or not columns.ruled or len(rows) < 2:
        return rows
    edges = frame.edges_across()
    places = [frame.x0, *columns.borders, frame.x1]
    for column in range(_first_of_figures(rows) - 1):
        own, beside = (places[column], places[column + 1]), (places[column + 1], places[column + 2])
        for first, last in _spans(rows, edges, own, beside):
            rows = _joined(rows, column, first, last)
    return rows


def _first_of_figures(rows: Sequence[CellRow]) -> int:
    """The first column in which most cells are figures; years may be labels."""
    for column in range(1 + max((max(row.cells, default=0) for row in rows), default=0)):
        texts = [row.cells[column].text for row in rows if column in row.cells]
        figures = sum(looks_like_figure(text) and not looks_like_year(text) for text in texts)
        if 2 * figures > len(texts):
            return column
    return 0


def _spans(
    rows: Sequence[CellRow], edges: Sequence[Edge], own: tuple[float, float], beside: tuple[float, float]
) -> list[tuple[int, int]]:
    """First and last row of each cell over several rows; none unless the column has two closed cells."""
    cells: list[tuple[int, int]] = []
    first = 0
    for at in range(len(rows) - 1):
        between = _between(rows[at], rows[at + 1], edges)
        if _share(between, own) >= DRAWN:
            cells.append((first, at))
            first = at + 1
        elif _share(between, own) > OPEN or _share(between, beside) < DRAWN:
            return []
    cells.append((first, len(rows) - 1))
    return [cell for cell in cells if cell[1] > cell[0]] if len(cells) > 1 else []


def _between(upper: CellRow, lower: CellRow, edges: Sequence[Edge]) -> list[Edge]:
    """The edges from the middle of the one row to the middle of the other."""
    top, bottom = (upper.top + upper.bottom) / 2, (lower.top + lower.bottom) / 2
    return [edge for edge in edges if top < edge[0] < bottom]


def _share(edges: Sequence[Edge], stretch: tuple[float, float]) -> float:
    """How much of the stretch across the edges cover."""
    left, right = stretch
    inside = [(max(x0, left), min(x1, right)) for _, x0, x1 in edges if x0 < right and x1 > left]
    return union_length(inside) / max(1.0, right - left)


def _joined(rows: list[CellRow], column: int, first: int, last: int) -> list[CellRow]:
    held = [row.cells[column] for row in rows[first : last + 1] if column in row.cells]
    if not held:
        return rows
    lines = tuple(line for cell in held for line in cell.lines)
    whole = CellText(column, lines, row_span=last - first + 1)
    joined = list(rows)
    for at in range(first, last + 1):
        cells = {other: cell for other, cell in rows[at].cells.items() if other != column}
        joined[at] = replace(rows[at], cells=cells | ({column: whole} if at == first else {}))
    return joined
