"""Tables drawn cell by cell: ruled, striped or with white space only;
continued with or without their header.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from making.model import Row, Table
from making.pens import Pen


class Paper(Protocol):
    """What a table is drawn on: a pen, the sheet at hand (from 1), and how far down it one has come, in points."""

    pen: Pen
    sheet: int
    left: float
    y: float

    @property
    def bottom(self) -> float: ...
    def need(self, height: float) -> None: ...
    def gap(self, height: float) -> None: ...
    def new_page(self) -> None: ...
    def wrap(self, text: str, font: str, size: float, width: float) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Look:
    """`widths` in points, the label column first."""

    widths: tuple[float, ...]
    font: str
    bold: str
    size: float = 8.5
    leading: float = 10.5
    pad: float = 2.5
    rules: str = "rows"  # all, rows, head, none
    stripes: bool = False
    head_fill: float | None = None
    bold_totals: bool = True
    figures_on: str = "first"  # the line of a label over several lines on which its figures stand
    indent: float = 0.0
    left: float | None = None
    label_rule: bool = True


def draw_table(flow: Paper, table: Table, look: Look) -> list[int]:
    """Print the table from where the flow stands; the sheet each row landed on."""
    left = flow.left if look.left is None else look.left
    head = _head_height(table, look)
    flow.need(head + 3 * (look.leading + 2 * look.pad))
    _draw_head(flow, table, look, left)
    pages = []
    for number, row in enumerate(table.rows):
        lines = _label_lines(flow, row, look)
        height = len(lines) * look.leading + 2 * look.pad
        if flow.y + height > flow.bottom:
            flow.new_page()
            if table.repeated:
                _draw_head(flow, table, look, left)
        _draw_row(flow, row, lines, look, left, number)
        pages.append(flow.sheet)
    flow.gap(10)
    return pages


def _is_bold(row: Row, look: Look) -> bool:
    return row.kind == "group" or (look.bold_totals and row.kind in ("total", "subtotal", "net"))


def _label_lines(flow: Paper, row: Row, look: Look) -> list[str]:
    font = look.bold if _is_bold(row, look) else look.font
    return flow.wrap(row.label, font, look.size, look.widths[0] - 2 * look.pad - look.indent)


def _head_height(table: Table, look: Look) -> float:
    lines = max(text.count("\n") + 1 for text in table.printed_head)
    return (lines + bool(table.spans)) * look.leading + 2 * look.pad


def _edges(look: Look, left: float) -> list[float]:
    edges = [left]
    for width in look.widths:
        edges.append(edges[-1] + width)
    return edges


def _draw_head(flow: Paper, table: Table, look: Look, left: float) -> None:
    edges, top = _edges(look, left), flow.y
    bottom = top + _head_height(table, look)
    if look.head_fill is not None:
        flow.pen.box(edges[0], top, edges[-1], bottom, fill=look.head_fill)
    for text, first, last in table.spans:
        middle = (edges[first] + edges[last + 1]) / 2
        width = flow.pen.width(text, look.bold, look.size)
        flow.pen.text(middle - width / 2, top + look.leading, text, look.bold, look.size)
    for column, text in enumerate(table.printed_head):
        lines = text.replace("¦", "").split("\n")
        base = bottom - look.pad - 2 - look.leading * (len(lines) - 1)
        for number, words in enumerate(lines):
            x = (
                edges[0] + look.pad
                if column == 0
                else edges[column + 1] - look.pad - flow.pen.width(words, look.bold, look.size)
            )
            flow.pen.text(x, base + number * look.leading, words, look.bold, look.size)
    _rule(flow, edges, top, bottom, look, head=True)
    flow.y = bottom


def _draw_row(flow: Paper, row: Row, lines: list[str], look: Look, left: float, number: int) -> None:
    edges, top = _edges(look, left), flow.y
    bottom = top + len(lines) * look.leading + 2 * look.pad
    font = look.bold if _is_bold(row, look) else look.font
    if look.stripes and number % 2:
        flow.pen.box(edges[0], top, edges[-1], bottom, fill=0.93)
    base = top + look.pad + look.leading * 0.78
    indent = look.indent if row.kind == "data" else 0.0
    for place, words in enumerate(lines):
        flow.pen.text(edges[0] + look.pad + indent, base + place * look.leading, words, font, look.size)
    base += look.leading * (len(lines) - 1) if look.figures_on == "last" else 0
    for column, cell in enumerate(row.cells, 1):
        x = edges[column + 1] - look.pad - flow.pen.width(cell.raw, font, look.size)
        if cell.raw:
            flow.pen.text(x, base, cell.raw, font, look.size)
    _rule(flow, edges, top, bottom, look, head=False)
    flow.y = bottom


def _rule(flow: Paper, edges: list[float], top: float, bottom: float, look: Look, head: bool) -> None:
    if look.rules == "none" or (look.rules == "head" and not head):
        return
    flow.pen.line(edges[0], bottom, edges[-1], bottom, 0.4, 0.0 if look.rules == "all" else 0.5)
    if head:
        flow.pen.line(edges[0], top, edges[-1], top, 0.6)
    if look.rules == "all":
        for x in edges:
            flow.pen.line(x, top, x, bottom, 0.4)
