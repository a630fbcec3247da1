"""Elements set on made-up sheets in a fixed-width letter,
so that they are read exactly as a PDF's sheets are.

Measures are points. The sizes are those the limits of the readers were measured at: 10 for running text,
headings bold and larger, paragraphs and tables parted by more than a line's space.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from extractors.markdown.elements import (
    Boxed,
    Contents,
    Element,
    Grid,
    GridCell,
    Heading,
    Lines,
    Sheet,
    Text,
    Token,
)
from extractors.markdown.running import PartedSheet, find_running
from extractors.pages.running_heads import FOOT_SHARE, HEAD_SHARE
from schemas.kinds import TextSource
from schemas.page import Page, Rule, Word
from schemas.place import Box
from swedish.numbers.shapes import looks_blank, looks_like_figure

BODY = 10.0
HEADING_SIZES = (20.0, 17.0, 15.0, 13.5, 12.6, 12.0)
LETTER, SPACE = 0.5, 0.25  # of the type size: how wide every letter and the space between words is
PITCH = 1.1  # of the type size, from line to line
LEFT, WIDTH, LEAST_HEIGHT = 60.0, 475.0, 842.0
# to the first running line, from each to the next, and of the height to the text
EDGE, SLOT, SPARE = 30.0, 14.0, 0.02
AROUND_TEXT, AROUND_TABLE, AFTER_HEADING = 10.0, 23.0, 10.0
PADDING, BESIDE = 4.0, 10.0  # inside a cell: above and below its text, and to its left and right
WIDEST_CELL = 300.0
GUTTER = 24.0  # between columns of words that no rules part
_BULLET = re.compile(r"^(?:[•●▪◦‣·–-]|\d{1,2}[.)]|[a-zåäö]\))$", re.IGNORECASE)
_SIGN = re.compile(r"^§")
_LETTERS = re.compile(r"[^\W\d_]")
_NO_WORD = re.compile(r"^[bcdfghjklmnpqrstvwxz]{1,3}$")


@dataclass
class _Setter:
    """A sheet being set: `y` is where the next line's letters begin, `gap` the space due before it."""

    y: float
    gap: float = 0.0
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    def space(self, gap: float) -> None:
        self.gap = max(self.gap, gap)

    def begin(self, gap: float) -> float:
        """Leaves the larger of the space due and `gap`; none at the top of the sheet."""
        self.y += max(self.gap, gap) if self.words else 0.0
        self.gap = 0.0
        return self.y


def typeset(sheets: list[Sheet]) -> list[Page]:
    """One page a sheet, all of the same height; what runs at their edges stands on each at the same place.

    The text keeps to the middle of the sheet: were it near an edge,
    what only happens to return at one height on two sheets would be taken for a running head.
    """
    parted = find_running(sheets)
    heads = _slots(line for sheet in parted for line in sheet.head)
    feet = _slots(line for sheet in parted for line in sheet.foot)
    tallest = max((_body(sheet, 0.0).y for sheet in parted), default=0.0)
    edge = max((EDGE + SLOT * len(heads)) / HEAD_SHARE, (EDGE + SLOT * len(feet)) / FOOT_SHARE)
    height = max(LEAST_HEIGHT, edge, tallest / (1 - HEAD_SHARE - FOOT_SHARE - 2 * SPARE))
    return [_page(sheet, number, height, heads, feet) for number, sheet in enumerate(parted, start=1)]


def _slots(lines: Iterable[tuple[str, str]]) -> dict[str, int]:
    """A place for each running line, the same on every sheet."""
    slots: dict[str, int] = {}
    for _, key in lines:
        slots.setdefault(key, len(slots))
    return slots


def _body(sheet: PartedSheet, top: float) -> _Setter:
    setter = _Setter(top)
    for element in sheet.body:
        _set(setter, element)
    return setter


def _page(
    sheet: PartedSheet, number: int, height: float, heads: dict[str, int], feet: dict[str, int]
) -> Page:
    setter = _body(sheet, (HEAD_SHARE + SPARE) * height)
    for text, key in sheet.head:
        setter.words += _words(map(Token, text.split()), LEFT, EDGE + SLOT * heads[key], BODY)
    for text, key in sheet.foot:
        setter.words += _words(map(Token, text.split()), LEFT, height - EDGE - SLOT * feet[key], BODY)
    return Page(
        number=number,
        width=LEFT + WIDTH + LEFT,  # wide tables go beyond it: how far text reaches is measured against it
        height=height,
        rotation=0,
        words=tuple(setter.words),
        rules=tuple(setter.rules),
        text_source=TextSource.MARKDOWN,
    )


def _set(setter: _Setter, element: Element) -> None:
    match element:
        case Heading(level=level, lines=lines):
            size = HEADING_SIZES[min(level, 6) - 1]
            bold = tuple(tuple(Token(t.text, True, t.italic) for t in line) for line in lines)
            _set_lines(setter, bold, size, before=1.7 * size)  # less and it belongs to a list above
            setter.space(AFTER_HEADING + 0.3 * size)
        case Text(lines=lines):
            _set_lines(setter, lines)
            setter.space(AROUND_TEXT)
        case Contents(label=label, page=page):
            setter.begin(2.0)
            _set_line(setter, (*label, Token("........"), Token(page)))
        case Boxed(paragraphs=paragraphs):
            _set_box(setter, paragraphs)
        case Grid(ruled=True):
            _set_grid(setter, element)
        case Grid():
            _set_columns(setter, element)


def _set_lines(setter: _Setter, lines: Lines, size: float = BODY, before: float = AROUND_TEXT) -> None:
    setter.begin(before)
    for line in lines:
        for wrapped in _wrapped(line, WIDTH, size):
            _set_line(setter, wrapped, size)


def _set_line(setter: _Setter, line: Iterable[Token], size: float = BODY, x: float = LEFT) -> None:
    setter.words += _words(line, x, setter.y, size)
    setter.y += PITCH * size


def _words(line: Iterable[Token], x: float, top: float, size: float) -> list[Word]:
    words = []
    for token in line:
        width = _width(token.text, size)
        words.append(Word(token.text, Box(x, top, x + width, top + size), size, token.bold, token.italic))
        x += width + SPACE * size
    return words


def _width(text: str, size: float) -> float:
    return LETTER * size * len(text)


def _line_width(line: Iterable[Token], size: float = BODY) -> float:
    widths = [_width(token.text, size) for token in line]
    return sum(widths) + SPACE * size * max(0, len(widths) - 1)


def _wrapped(line: tuple[Token, ...], room: float, size: float = BODY) -> list[tuple[Token, ...]]:
    """The line in pieces no wider than the room,
    never broken where the next piece would look like a new beginning.
    """
    pieces: list[list[Token]] = []
    for group in _unbreakable(line):
        if pieces and _line_width([*pieces[-1], *group], size) <= room:
            pieces[-1] += group
        else:
            pieces.append(list(group))
    return [tuple(piece) for piece in pieces]


def _unbreakable(line: tuple[Token, ...]) -> list[list[Token]]:
    groups: list[list[Token]] = []
    before = ""
    for token, after in zip(line, [*(t.text for t in line[1:]), ""], strict=True):
        text = token.text
        begins_anew = (
            _BULLET.match(text) or _SIGN.match(after) or _NO_WORD.match(text) or not _LETTERS.search(text)
        )
        if groups and (begins_anew or before.endswith(("-", "\u00ad", "§"))):
            groups[-1].append(token)
        else:
            groups.append([token])
        before = text
    return groups


def _set_box(setter: _Setter, paragraphs: tuple[Lines, ...]) -> None:
    """Paragraphs in one shaded box: the reader knows them for no headings."""
    top = setter.begin(AROUND_TABLE)
    setter.y += PADDING
    for index, lines in enumerate(paragraphs):
        _set_lines(setter, lines, before=AROUND_TEXT if index else 0.0)
    setter.y += PADDING
    setter.rules.append(Rule(Box(LEFT - 10, top, LEFT + WIDTH + 10, setter.y), filled=True, colour=0xF0F0F0))
    setter.space(AROUND_TABLE)


def _set_columns(setter: _Setter, grid: Grid) -> None:
    """A grid of words: each column begins at one place, as in a head block."""
    widths = [0.0] * grid.n_columns
    for cell in grid.cells:
        wide = max(map(_line_width, cell.lines), default=0.0)
        if cell.column_span == 1:
            widths[cell.column] = max(widths[cell.column], wide)
    places = list(accumulate((width + GUTTER for width in widths), initial=LEFT))
    setter.begin(AROUND_TABLE)
    for index in range(grid.n_rows):
        cells = grid.row(index)
        for n in range(max((len(cell.lines) for cell in cells), default=0)):
            for cell in cells:
                if n < len(cell.lines):
                    setter.words += _words(cell.lines[n], places[cell.column], setter.y, BODY)
            setter.y += PITCH * BODY
        setter.y += 1.0
    setter.space(AROUND_TABLE)


def _set_grid(setter: _Setter, grid: Grid) -> None:
    """A ruled grid: a wall beside every cell and a line below it, none inside a cell that covers several."""
    lines = {(cell.row, cell.column): _cell_lines(cell) for cell in grid.cells}
    across = list(accumulate(_column_widths(grid, lines), initial=LEFT))
    down = list(accumulate(_row_heights(grid, lines), initial=setter.begin(AROUND_TABLE)))
    figures = _figure_columns(grid)
    for cell in grid.cells:
        x0, x1 = across[cell.column], across[cell.column + cell.column_span]
        top, bottom = down[cell.row], down[cell.row + cell.row_span]
        y = top + PADDING
        for line in lines[cell.row, cell.column]:
            wide = _line_width(line)
            x = across[cell.column + 1] - BESIDE - wide if cell.column in figures else x0 + BESIDE
            setter.words += _words(line, x, y, BODY)
            y += PITCH * BODY
        setter.rules += [Rule(Box(x0, y0, x1, y0 + 0.5)) for y0 in (top, bottom)]
        setter.rules += [Rule(Box(x, top, x + 0.5, bottom)) for x in (x0, x1)]
    setter.y = down[-1]
    setter.space(AROUND_TABLE)


def _cell_lines(cell: GridCell) -> Lines:
    """The cell's lines; what may be the end of a word that a narrow cell broke ("Godkä nd")
    on a line of its own.
    """
    found: list[tuple[Token, ...]] = []
    for line in cell.lines:
        cut = [
            0,
            *(n for n in range(1, len(line)) if _is_loose_end(line[n - 1].text, line[n].text)),
            len(line),
        ]
        for start, end in pairwise(cut):
            found += _wrapped(line[start:end], WIDEST_CELL)
    return tuple(found)


def _is_loose_end(before: str, text: str) -> bool:
    return bool(_NO_WORD.match(text)) and before.isalpha() and not looks_like_figure(f"{before} {text}")


def _column_widths(grid: Grid, lines: dict[tuple[int, int], Lines]) -> list[float]:
    """Each column as wide as its widest cell; one that spans several stands in the first of them, whole."""
    widths = [3 * BESIDE] * grid.n_columns
    for cell in grid.cells:
        wide = max(map(_line_width, lines[cell.row, cell.column]), default=0.0) + 2 * BESIDE
        widths[cell.column] = max(widths[cell.column], wide)
    return widths


def _row_heights(grid: Grid, lines: dict[tuple[int, int], Lines]) -> list[float]:
    heights = [2 * PADDING + PITCH * BODY] * grid.n_rows
    for cell in grid.cells:
        if cell.row_span == 1:
            tall = 2 * PADDING + PITCH * BODY * len(lines[cell.row, cell.column])
            heights[cell.row] = max(heights[cell.row], tall)
    return heights


def _figure_columns(grid: Grid) -> set[int]:
    """Columns, the label column apart, where at least half of what is printed are figures: set to the
    right.
    """
    printed: Counter[int] = Counter(cell.column for cell in grid.cells if cell.lines)
    figures: Counter[int] = Counter(
        cell.column for cell in grid.cells if looks_like_figure(cell.text) or looks_blank(cell.text)
    )
    return {column for column in range(1, grid.n_columns) if 2 * figures[column] >= printed[column]}
