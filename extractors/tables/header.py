"""Header rows: which they are, and the label they give each column (wrapped words joined,
nested ones as paths).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.tables.figure_rows import LINES_APART, Region, Row
from extractors.tables.grid import Columns
from extractors.tables.grid_rows import GridRow
from extractors.tables.header_fit import PADDING, Below, Piece, Places, fit
from extractors.tables.header_lines import ends_days
from extractors.tables.rows import CellRow, CellText
from extractors.tables.upright_heads import upright_heads
from schemas.page import Rule, Word
from schemas.place import Box
from swedish.joined_lines import SOFT, join_cell_lines
from swedish.numbers.shapes import looks_blank, looks_like_figure, looks_like_year


@dataclass(frozen=True, slots=True)
class Header:
    """How many of the rows are header rows, and each column's label (the label column's own first)."""

    n_rows: int
    labels: tuple[str, ...]
    rows: tuple[CellRow, ...]


def read_header(region: Region, grid: Sequence[GridRow], columns: Columns) -> Header:
    """The header at the head of the grid's rows; `rows` in the answer are the header's rows with the columns
    they span, which are `n_rows` of the grid's or more: storeys that share a row of it are parted.
    """
    left = min(row.line.box.x0 for row in region.rows)
    right = max(row.line.box.x1 for row in region.rows)
    places = Places(columns, min(left, *columns.borders) if columns.borders else left, right + PADDING)
    first = next((i for i, row in enumerate(grid) if _holds_values(row, grid[:i])), len(grid))
    upright = upright_heads(region, places, sum(len(row.lines) for row in grid[:first]))
    may_be = [_as_one(_fitted(row.lines, places, Below(), ())[0], row) for row in grid[: first + 1]]
    if upright and first:
        may_be[first - 1] = _with(may_be[first - 1], upright)
    count = _count_header_rows(may_be, first, _first_of_figures(region, columns))
    header: list[CellRow] = []
    below = Below()
    for row in reversed(grid[:count]):
        storeys, below = _fitted(row.lines, places, below, region.page.rules)
        spans = any(piece.last > piece.first for storey in storeys for piece in storey)
        rows = [_as_one([storey], row) for storey in storeys] if spans else [_as_one(storeys, row)]
        header = [*rows, *header]
    if upright and header:
        header[-1] = _with(header[-1], upright)
    elif upright:
        header = [_with(CellRow(region.page, {}, 0, 0), upright)]
    paths = [_path(header, column, columns) for column in range(columns.count)]
    return Header(count, tuple(" / ".join(path) for path in paths), tuple(header))


def _first_of_figures(region: Region, columns: Columns) -> int:
    """The first column that has a figure in most rows, codes at their beginning left out."""
    values = [row for row in region.rows if row.has_values]
    held = [{columns.of(r.box.centre) for r in row.figures if r is not row.runs[0]} for row in values]
    counts = Counter(column for row in held for column in row)
    return min((column for column, count in counts.items() if 2 * count >= len(values)), default=1)


def _holds_values(row: GridRow, above: Sequence[GridRow]) -> bool:
    """True for a row of figures; the last digit of a day that a narrow cell has broken is none."""
    before = above[-1].lines[-1] if above else None
    return any(
        line.has_values and (upper is None or not ends_days(line, upper))
        for upper, line in pairwise((before, *row.lines))
        if line is not None
    )


def _fitted(
    lines: Sequence[Row], places: Places, below: Below, rules: Sequence[Rule]
) -> tuple[list[list[Piece]], Below]:
    """The pieces of each line, from the top, and what then lies below the next row upwards.

    The lowest line is fitted first: only what has something below it spans columns.
    """
    storeys: list[list[Piece]] = []
    for line in reversed(lines):
        storeys.insert(0, fit(line.line.words, places, below, _rules_near(line.line.box, rules)))
        below = below.under(storeys[0], places)
    return storeys, below


def _rules_near(line: Box, rules: Sequence[Rule]) -> list[Box]:
    """Rules drawn under the line, and filled cells that it stands in."""
    return [
        rule.box
        for rule in rules
        if (rule.is_horizontal and line.middle < rule.box.middle < line.bottom + 0.8 * line.height)
        or (
            rule.filled
            and rule.box.top - 2 < line.top
            and line.bottom < rule.box.bottom + 2
            and rule.box.height < 4 * line.height
        )
    ]


def _as_one(storeys: Sequence[Sequence[Piece]], row: GridRow) -> CellRow:
    """One row of cells on the sheet of the row's lines, what stands in one column joined line by line."""
    cells: dict[int, CellText] = {}
    for storey in storeys:
        for piece in storey:
            cell = CellText(piece.first, (piece.words,), piece.last - piece.first + 1)
            held = cells.get(piece.first)
            cells[piece.first] = held.below(cell) if held else cell
    boxes = [cell.box for cell in cells.values()]
    page = row.lines[0].line.page
    return CellRow(page, cells, min(box.top for box in boxes), max(box.bottom for box in boxes))


def _with(row: CellRow, upright: Mapping[int, CellText]) -> CellRow:
    """The row with the upright headers in their columns too."""
    boxes = [cell.box for cell in (*row.cells.values(), *upright.values())]
    cells = dict(row.cells)
    for column, cell in upright.items():
        cells[column] = cells[column].below(cell) if column in cells else cell
    return CellRow(row.page, cells, min(box.top for box in boxes), max(box.bottom for box in boxes))


def _count_header_rows(rows: Sequence[CellRow], first: int, figures: int) -> int:
    """Rows down to the last one, before the figures begin, that has words or years over the value columns;
    the row at `first` looks like one of figures, which begin in the column `figures`.
    """
    count = 0
    for index, row in enumerate(rows):
        if count and (row.is_label_only or _is_group_apart(row, rows[index - 1], figures)):
            break  # the first group row: what follows is no header, figures or not ("Stängt")
        if index >= first and (row.has_marks or (row.has_figures and not _only_header_words(row))):
            break
        if row.values and not all(looks_blank(cell.text) for cell in row.values):
            count = index + 1
    return count


def _is_group_apart(row: CellRow, above: CellRow, figures: int) -> bool:
    """True for words before the figures alone, set apart from the header above: a group, with its code
    perhaps ("Ansvar   1100 Kommunledning"), or the first line of a label, behind a column of codes.
    """
    if max(row.cells) >= figures or max(above.cells) < figures:
        return False
    return row.top - above.bottom > LINES_APART * (row.bottom - row.top)


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
        elif _is_fragment(line[0].text, text) or (room is not None and _was_broken(before, line, room)):
            text += words
        else:
            text = join_cell_lines(text, words)
        before = line
    return text.rstrip(SOFT)


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
