"""Header rows: which they are, and the label they give each column (wrapped words joined,
nested ones as paths).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.tables.grid import Columns, Span
from extractors.tables.rows import CellRow, CellText
from schemas.page import Word
from schemas.place import Box
from swedish.numbers.shapes import looks_blank, looks_like_figure, looks_like_year

CENTRED = 4.0  # points: how far from the middle a centred header may stand


@dataclass(frozen=True, slots=True)
class Header:
    """How many of the rows are header rows, and each column's label (the label column's own first)."""

    n_rows: int
    labels: tuple[str, ...]
    rows: tuple[CellRow, ...]


def read_header(rows: list[CellRow], columns: Columns) -> Header:
    """The header of the rows; `rows` in the answer are the header's rows with the columns they span."""
    count = _count_header_rows(rows)
    header = [_with_spans(row, rows[index + 1 : count], columns) for index, row in enumerate(rows[:count])]
    paths = [_path(header, column, columns) for column in range(columns.count)]
    return Header(count, tuple(" / ".join(path) for path in paths), tuple(header))


def _count_header_rows(rows: list[CellRow]) -> int:
    """Rows down to the last one, before the figures begin, that has words or years over the value columns."""
    count = 0
    for index, row in enumerate(rows):
        if count and row.is_label_only:
            break  # the first group row: what follows is no header, figures or not ("Stängt")
        if row.has_figures and not _only_header_words(row):
            break
        if row.values and not all(looks_blank(cell.text) for cell in row.values):
            count = index + 1
    return count


def _only_header_words(row: CellRow) -> bool:
    words = [cell for cell in row.values if not looks_like_figure(cell.text) and not looks_blank(cell.text)]
    counted = [int(cell.text) for cell in row.values if cell.text.isdigit()]
    if words and len(counted) > 2 and counted == list(range(counted[0], counted[0] + len(counted))):
        return True  # quarters or months by number
    years = [cell for cell in row.values if looks_like_year(cell.text)]
    if any(
        looks_like_figure(c.text) and not looks_like_year(c.text) and not c.text.isdigit() for c in row.values
    ):
        return False
    return len(words) + len(years) >= max(1, len(row.values) - 1) and len(row.values) > 2


def _with_spans(row: CellRow, below: list[CellRow], columns: Columns) -> CellRow:
    """The row with each cell widened to the columns that it is centred over or lies across."""
    cells: dict[int, CellText] = {}
    spans = _column_spans(columns)
    for column, cell in sorted(row.cells.items()):
        first, last = _covered(cell, column, row, below, spans, columns)
        cells[first] = replace(cell, column=first, column_span=last - first + 1)
    return replace(row, cells=cells)


def _column_spans(columns: Columns) -> list[Span | None]:
    """For each column the stretch where its figures stand, None where it has none."""
    spans: list[Span | None] = [None] * columns.count
    for span in columns.figures:
        column = columns.of(span.centre)
        held = spans[column]
        spans[column] = span if held is None else Span(min(span.x0, held.x0), max(span.x1, held.x1))
    return spans


def _covered(
    cell: CellText,
    column: int,
    row: CellRow,
    below: list[CellRow],
    spans: list[Span | None],
    columns: Columns,
) -> tuple[int, int]:
    """First and last of the columns that the header cell stands for."""
    if column == 0 or not below:
        return column, column
    box = cell.box
    count = len(spans)
    below_too = {c for lower in below for c in lower.cells}
    free = [c == column or (c > 0 and c not in row.cells and c in below_too) for c in range(count)]
    walls = [columns.is_open(c, box.middle) for c in range(count - 1)]
    over = [_lies_over(span, box.x0, box.x1) for span in spans]
    stretch = _stretch(column, free, [*walls, False], [False, *walls])
    if stretch == (column, column):
        stretch = _stretch(column, free, over, over)
    if stretch != (column, column):
        return stretch
    return _centred_over(box, column, free, spans)


def _stretch(column: int, free: list[bool], onto_left: list[bool], onto_right: list[bool]) -> tuple[int, int]:
    """As far from the column as the neighbours are free and may be gone onto."""
    first = last = column
    while first > 1 and free[first - 1] and onto_left[first - 1]:
        first -= 1
    while last + 1 < len(free) and free[last + 1] and onto_right[last + 1]:
        last += 1
    return first, last


def _centred_over(box: Box, column: int, free: list[bool], spans: list[Span | None]) -> tuple[int, int]:
    """The widest stretch of free columns whose middle the cell stands over;
    its own column where it fits that.
    """
    own = spans[column]
    if (
        own is not None
        and min(abs(own.centre - box.centre), abs(own.x1 - box.x1), abs(own.x0 - box.x0)) < CENTRED
    ):
        return column, column
    for width in range(len(spans) - 1, 1, -1):
        for start in range(max(1, column - width + 1), min(column, len(spans) - width) + 1):
            first, last = spans[start], spans[start + width - 1]
            if first is None or last is None or not all(free[start : start + width]):
                continue
            if abs((first.x0 + last.x1) / 2 - box.centre) < CENTRED:
                return start, start + width - 1
    return column, column


def _lies_over(span: Span | None, x0: float, x1: float) -> bool:
    return span is not None and x0 - 2 < span.centre < x1 + 2


def _path(header: list[CellRow], column: int, columns: Columns) -> list[str]:
    """The column's label from the top down: spanning cells are levels of their own."""
    levels: list[str] = []
    own: list[CellText] = []
    for row in header:
        for cell in row.cells.values():
            if cell.column <= column < cell.column + cell.column_span:
                if cell.column_span > 1:
                    levels.append(join_lines(cell.lines, None))
                else:
                    own.append(cell)
    if own:
        levels.append(join_lines(tuple(line for cell in own for line in cell.lines), _room(column, columns)))
    return levels


def _room(column: int, columns: Columns) -> float | None:
    """Width of a ruled column in points; None where no rules bound it."""
    if not columns.ruled or not 0 < column < len(columns.borders):
        return None
    return columns.borders[column] - columns.borders[column - 1]


def join_lines(lines: tuple[tuple[Word, ...], ...], room: float | None) -> str:
    """Lines of one cell as one text: a word broken by the cell's edge is joined without a space.

    `room` is the cell's width: a line that is one word,
    with no room for the next line's first letter, was broken.
    """
    text = ""
    before: tuple[Word, ...] = ()
    for line in lines:
        words = " ".join(word.text for word in line)
        if not text:
            text = words
        elif text.endswith("\u00ad") or (text.endswith("-") and line[0].text[0].islower() and len(text) > 2):
            text = text[:-1] + words
        elif _is_fragment(line[0].text, text) or (room is not None and _was_broken(before, line, room)):
            text += words
        else:
            text += " " + words
        before = line
    return text.rstrip("\u00ad")


_VOWELS = set("aeiouyåäöAEIOUYÅÄÖ")
_ABBREVIATIONS = {"kr", "tkr", "mkr", "st", "m", "h", "t", "s", "nr", "km", "kg", "p"}


def _is_fragment(word: str, text: str) -> bool:
    """True for the end of a broken word: letters that are no Swedish word, as the "d" of "Godkän|d".

    >>> _is_fragment("d", "Godkän"), _is_fragment("kr", "Budget"), _is_fragment("i", "Utfall")
    (True, False, False)
    """
    letters = word.isalpha() and word.islower() and len(word) <= 3 and text[-1:].islower()
    return letters and not _VOWELS & set(word) and word not in _ABBREVIATIONS


def _was_broken(before: tuple[Word, ...], line: tuple[Word, ...], room: float) -> bool:
    last, first = before[-1], line[0]
    if not (last.text[-1].isalpha() and first.text[0].islower()):
        return False
    letter = last.box.width / max(1, len(last.text))
    return len(before) == 1 and len(first.text) <= 3 and last.box.width + 1.6 * letter > room - 4
