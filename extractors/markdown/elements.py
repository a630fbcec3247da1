"""What a Markdown file is made of: headings, paragraphs, contents entries,
boxes of text and grids of cells.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """Characters without a space, in the style that the markup gives them."""

    text: str
    bold: bool = False
    italic: bool = False


Lines = tuple[tuple[Token, ...], ...]  # each line of its own in the input, its words in order


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is the largest of 6."""

    level: int
    lines: Lines


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or a list item; more lines than one where the input breaks them."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class Contents:
    """An entry of a contents list."""

    label: tuple[Token, ...]
    page: str


@dataclass(frozen=True, slots=True)
class Boxed:
    """Paragraphs that stand in a box or in the cells of a table without figures."""

    paragraphs: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at the upper left of the rows and columns that it covers."""

    row: int
    column: int
    lines: Lines
    row_span: int = 1
    column_span: int = 1

    @property
    def text(self) -> str:
        return text_of(self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `ruled` False where its cells are columns of words.

    >>> words = ((Token("Skola"),),)
    >>> wide, tall = GridCell(0, 0, (), column_span=2), GridCell(1, 0, words, row_span=2)
    >>> grid = Grid((GridCell(0, 2, words), wide, tall))
    >>> grid.n_rows, grid.n_columns, [cell.column for cell in grid.row(0)], Grid(()).n_rows
    (3, 3, [0, 2], 0)
    """

    cells: tuple[GridCell, ...]
    ruled: bool = True

    @property
    def n_rows(self) -> int:
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def n_columns(self) -> int:
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    def row(self, index: int) -> list[GridCell]:
        """The cells that begin in the row, those without text too, from left to right."""
        return sorted((cell for cell in self.cells if cell.row == index), key=lambda cell: cell.column)


Element = Heading | Text | Contents | Boxed | Grid
Sheet = list[Element]


def text_of(lines: Lines) -> str:
    """The words of all lines with one space between.

    >>> text_of(((Token("Nämnden"), Token("beslutar")), (Token("enhälligt"),)))
    'Nämnden beslutar enhälligt'
    """
    return " ".join(token.text for line in lines for token in line)


def element_text(element: Element) -> str:
    """All that the element prints, as one string.

    >>> element_text(Contents((Token("Ärende"), Token("4")), "17"))
    'Ärende 4 17'
    """
    match element:
        case Heading(lines=lines) | Text(lines=lines):
            return text_of(lines)
        case Contents(label=label, page=page):
            return f"{text_of((label,))} {page}"
        case Boxed(paragraphs=paragraphs):
            return " ".join(map(text_of, paragraphs))
        case Grid(cells=cells):
            return " ".join(cell.text for cell in cells)
