"""Tables as Markdown files hold them: lines with tabs, pipes, or HTML with cells that span others."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import chain

from extractors.markdown.elements import Boxed, Contents, Element, Grid, GridCell, Lines, Text, text_of
from extractors.markdown.inline import read_inline
from swedish.numbers.shapes import looks_like_figure, looks_like_mark, looks_like_year

_PARAGRAPH = re.compile(r"</?(?:p|div|li|ul|ol)\b[^>]*>", re.IGNORECASE)
_NESTED = re.compile(r"<table\b(?:(?!<table\b).)*?</table\s*>", re.IGNORECASE | re.DOTALL)
_LEADERS = re.compile(r"\s*(?:\.{3,}|(?:\. ?){4,}|…+|_{4,})\s*$")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+\S")
_PIPE = re.compile(r"(?<!\\)\|")
LONGEST_LABEL = 60  # characters: a cell that holds more, in a table without figures, is a paragraph


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell with its markup."""

    row: int
    column: int
    raw: str
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Tabled:
    """What a table became, and how many charts' data in its cells were left out."""

    elements: list[Element]
    n_charts: int = 0


def read_tabs(lines: list[str]) -> Tabled:
    """Lines whose cells are parted by tabs; a line without one is a row of one cell."""
    rows = _without_flattened([line.split("\t") for line in lines])
    return _tabled([RawCell(r, c, raw) for r, row in enumerate(rows) for c, raw in enumerate(row)])


def _without_flattened(rows: list[list[str]]) -> list[list[str]]:
    """The rows without what a table in a cell left a second time.

    Some OCR engines flatten HTML so: the inner table stands whole in its cell,
    its cells again behind that cell, and its rows again below the row.
    """
    due: list[tuple[str, ...]] = []
    kept = []
    for row in rows:
        texts = tuple(text for raw in row if (text := _plain(raw)))
        if texts in due:
            due.remove(texts)
            continue
        for column, raw in enumerate(row):
            inner = [_inner_rows(nested) for nested in _NESTED.findall(raw)]
            due += [texts for rows_of in inner for texts in rows_of]
            flat = [text for rows_of in inner for texts in rows_of for text in texts]
            if flat and [_plain(cell) for cell in row[column + 1 : column + 1 + len(flat)]] == flat:
                row = [*row[: column + 1], *row[column + 1 + len(flat) :]]
        kept.append(row)
    return kept


def _inner_rows(nested: str) -> list[tuple[str, ...]]:
    parser = _TableParser()
    parser.feed(nested)
    rows = {cell.row for cell in parser.cells}
    return [tuple(_plain(cell.raw) for cell in parser.cells if cell.row == row) for row in sorted(rows)]


def _plain(raw: str) -> str:
    return text_of(read_inline(raw))


def read_pipes(lines: list[str]) -> Tabled:
    """Lines whose cells are parted by "|"; the line of dashes under the header is left out by the caller."""
    cells = []
    for row, line in enumerate(lines):
        pieces = _PIPE.split(line.strip().removeprefix("|"))
        pieces = pieces[:-1] if not pieces[-1].strip() else pieces
        cells += [RawCell(row, column, raw.replace("\\|", "|")) for column, raw in enumerate(pieces)]
    return _tabled(cells)


def read_html(text: str) -> Tabled:
    """An HTML table with all its spans; its caption is a paragraph above it."""
    parser = _TableParser()
    parser.feed(text)
    parser.close()
    tabled = _tabled(parser.cells)
    caption = read_inline(parser.caption)
    if caption:
        tabled.elements.insert(0, Text(caption))
    return tabled


def _tabled(cells: list[RawCell]) -> Tabled:
    bare: list[RawCell] = []
    n_charts = 0
    for cell in cells:
        raw, count = cell.raw, 1
        while count:  # a table in a cell is the data of the chart printed there
            raw, count = _NESTED.subn(" ", raw)
            n_charts += count
        bare.append(replace(cell, raw=raw))
    paragraphs = [_paragraphs(cell.raw) for cell in bare]
    grid = Grid(tuple(map(_grid_cell, bare, paragraphs)))
    if contents := _contents(grid):
        return Tabled(contents, n_charts)
    if _has_figures(grid):
        return Tabled([_filled(grid)], n_charts)
    held = tuple(chain.from_iterable(paragraphs))
    if len({cell.column for cell in grid.cells if cell.lines}) == 1 and all(
        len(own) < 2 for own in paragraphs
    ):
        return Tabled([Text(lines) for lines in held], n_charts)
    if any(len(own) > 1 for own in paragraphs) or any(len(text_of(own)) > LONGEST_LABEL for own in held):
        return Tabled([Boxed(held)] if held else [], n_charts)
    return Tabled([replace(grid, ruled=False)] if held else [], n_charts)


def _paragraphs(raw: str) -> list[Lines]:
    return [lines for piece in _PARAGRAPH.split(raw) if (lines := read_inline(piece))]


def _grid_cell(cell: RawCell, paragraphs: list[Lines]) -> GridCell:
    lines = tuple(chain.from_iterable(paragraphs))
    return GridCell(cell.row, cell.column, lines, cell.row_span, cell.column_span)


def _has_figures(grid: Grid) -> bool:
    """True where a cell beside the labels holds a figure that is no year, or a roll call's mark."""
    values = [cell.text for cell in grid.cells if cell.column > 0]
    return any(
        (looks_like_figure(text) and not looks_like_year(text)) or looks_like_mark(text) for text in values
    )


def _contents(grid: Grid) -> list[Element]:
    """The entries of a contents list: labels with leaders, or numbered ones, and pages that never fall."""
    rows = [[cell for cell in grid.row(index) if cell.lines] for index in range(grid.n_rows)]
    entries = [row for row in rows if len(row) > 1 and row[-1].text.isdigit() and len(row[-1].text) < 4]
    led = sum(bool(_LEADERS.search(row[-2].text)) for row in entries)
    numbered = sum(bool(_NUMBERED.match(" ".join(cell.text for cell in row[:-1]))) for row in entries)
    pages = [int(row[-1].text) for row in entries]
    listed = (
        len(rows) > 2 and len(entries) == len(rows) and pages == sorted(pages) and numbered * 2 > len(rows)
    )
    if not entries or not (2 * led > len(rows) or (listed and grid.n_columns <= 3)):
        return []
    return [_entry(row) if row in entries else Text(row[0].lines) for row in rows if row]


def _entry(row: list[GridCell]) -> Contents:
    tokens = [token for cell in row[:-1] for line in cell.lines for token in line]
    bare = [replace(token, text=_LEADERS.sub("", token.text)) for token in tokens]
    return Contents(tuple(token for token in bare if token.text), row[-1].text)


def _filled(grid: Grid) -> Grid:
    """Rows that end early are as long as the longest, with empty cells;
    columns and rows empty at the end go.
    """
    used = [cell for cell in grid.cells if cell.lines]
    n_rows = max(cell.row + cell.row_span for cell in used)
    n_columns = max(cell.column + cell.column_span for cell in used)
    cells = [cell for cell in grid.cells if cell.row < n_rows and cell.column < n_columns]
    taken = {place for cell in cells for place in _places(cell)}
    missing = [(r, c) for r in range(n_rows) for c in range(n_columns) if (r, c) not in taken]
    return Grid(
        (*(_clipped(cell, n_rows, n_columns) for cell in cells), *(GridCell(r, c, ()) for r, c in missing))
    )


def _clipped(cell: GridCell, n_rows: int, n_columns: int) -> GridCell:
    rows, columns = min(cell.row_span, n_rows - cell.row), min(cell.column_span, n_columns - cell.column)
    return replace(cell, row_span=rows, column_span=columns)


def _places(cell: GridCell) -> list[tuple[int, int]]:
    rows, columns = (
        range(cell.row, cell.row + cell.row_span),
        range(cell.column, cell.column + cell.column_span),
    )
    return [(row, column) for row in rows for column in columns]


def continued(before: Grid, after: Grid) -> Grid | None:
    """Both as one table where `after` goes on with `before`: it repeats its header, or has none at all."""
    if not (before.ruled or after.ruled) or before.n_columns != after.n_columns:
        return None
    repeated = 0
    while (
        repeated < after.n_rows
        and not _row_has_figures(before, repeated)
        and _same_row(before, after, repeated)
    ):
        repeated += 1
    headless = before.ruled and _row_has_figures(after, 0) and not _row_has_figures(before, 0)
    if not repeated and not headless:
        return None
    shift = before.n_rows - repeated
    moved = [replace(cell, row=cell.row + shift) for cell in after.cells if cell.row >= repeated]
    return Grid((*before.cells, *moved))  # ruled, though one share may hold no more than a group's label


def _row_has_figures(grid: Grid, index: int) -> bool:
    values = [cell.text for cell in grid.row(index) if cell.column > 0]
    return any(looks_like_figure(text) and not looks_like_year(text) for text in values)


def _same_row(one: Grid, other: Grid, index: int) -> bool:
    texts = [[(cell.column, cell.text.casefold()) for cell in grid.row(index)] for grid in (one, other)]
    return texts[0] == texts[1] and any(text for _, text in texts[0])


@dataclass
class _Open:
    row: int
    column: int
    raw: list[str]
    row_span: int
    column_span: int


class _TableParser(HTMLParser):
    """Cells of the outermost table; what a cell holds is kept as it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.cells: list[RawCell] = []
        self.caption = ""
        self.depth, self.row, self.column = 0, -1, 0
        self.open: _Open | None = None
        self.in_caption = False
        self.taken: set[tuple[int, int]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.depth += 1
        if self.depth == 1 and tag == "tr":
            self._close_cell()
            self.row, self.column = self.row + 1, 0
        elif self.depth == 1 and tag in ("td", "th"):
            self._close_cell()
            self._open_cell(dict(attrs))
        elif self.depth == 1 and tag == "caption":
            self.in_caption = True
        else:
            self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self.depth == 1 and tag in ("td", "th", "tr", "table"):
            self._close_cell()
        elif tag == "caption" and self.depth == 1:
            self.in_caption = False
        else:
            self._keep(f"</{tag}>")
        self.depth -= tag == "table"

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _keep(self, raw: str) -> None:
        if self.open is not None:
            self.open.raw.append(raw)
        elif self.in_caption:
            self.caption += raw

    def _open_cell(self, attrs: dict[str, str | None]) -> None:
        self.row = max(self.row, 0)
        while (self.row, self.column) in self.taken:
            self.column += 1
        self.open = _Open(self.row, self.column, [], _span(attrs.get("rowspan")), _span(attrs.get("colspan")))

    def _close_cell(self) -> None:
        if self.open is None:
            return
        held, self.open = self.open, None
        cell = RawCell(held.row, held.column, "".join(held.raw), held.row_span, held.column_span)
        self.cells.append(cell)
        self.taken |= {
            (row, column)
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        self.column = cell.column + cell.column_span


def _span(raw: str | None) -> int:
    """How many rows or columns a cell covers: at least one, and no more than a table has.

    >>> _span("3"), _span(None), _span("0"), _span("x"), _span("999999")
    (3, 1, 1, 1, 100)
    """
    return max(1, min(int(raw), 100)) if raw and raw.isdigit() else 1
