"""A column of text that runs down the page and over to the next,
and tells the gold where everything landed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from making.faults import Faults
from making.gold import Gold, Json, unmarked
from making.grid import Look, draw_table
from making.model import Table
from making.pens import Pen

A4 = (595.28, 841.89)


@dataclass(frozen=True, slots=True)
class Style:
    """Typefaces and measures of one part of a document; `heads` is (size, space above) by level."""

    text: str
    bold: str
    head: str
    size: float = 11.0
    leading: float = 14.0
    after: float = 8.0
    heads: tuple[tuple[float, float], ...] = ((14, 16), (12, 12), (11, 10), (10, 8))
    left: float = 70.0
    right: float = 525.0
    top: float = 130.0
    bottom: float = 760.0
    paper: tuple[float, float] = A4


class Flow:
    """`furniture` draws the running head and foot of each new page;
    it gets the flow and the page's number within its part.
    """

    def __init__(self, pen: Pen, gold: Gold, style: Style, furniture: Callable[[Flow, int], None]) -> None:
        self.pen, self.gold, self.style, self.furniture = pen, gold, style, furniture
        self.sheet = 0  # of the whole file
        self.number = 0  # within the part
        self.y = 0.0
        self.left, self.right = style.left, style.right
        self.counts: list[int] = []  # sheets of each part so far
        self.faults = Faults()
        self.shape: Callable[[str], str] = str  # how printed words differ from the words meant (ligatures)
        self.totals: Sequence[int] = ()  # sheets of each part, known from an earlier setting

    @property
    def of(self) -> int:
        """How many sheets the present part has."""
        return self.totals[len(self.counts) - 1] if self.totals else 0

    def part(self, kind: str, title: str, style: Style, furniture: Callable[[Flow, int], None]) -> None:
        """Begin a new document inside the file, on a new sheet numbered from 1."""
        self.style, self.furniture, self.number = style, furniture, 0
        self.counts.append(0)
        self.new_page()
        self.gold.part(kind, title, self.sheet)

    def new_page(self, rotate: int = 0, paper: tuple[float, float] | None = None) -> None:
        self.pen.page(*(paper or self.style.paper), rotate)
        self.sheet, self.number = self.sheet + 1, self.number + 1
        self.counts[-1] += 1
        self.left, self.right = self.style.left, self.style.right
        self.furniture(self, self.number)
        self.y = self.style.top

    @property
    def bottom(self) -> float:
        return self.style.bottom

    def need(self, height: float) -> None:
        if self.y + height > self.bottom:
            self.new_page()

    def gap(self, height: float) -> None:
        self.y += height

    def wrap(self, text: str, font: str, size: float, width: float) -> list[str]:
        return wrap(self.pen, text, font, size, width)

    def heading(self, text: str, level: int, number: str | None = None, keep: float = 40.0) -> None:
        size, above = self.style.heads[level - 1]
        self.gap(above)
        self.need(size + keep)
        self.gold.section(text, level, self.sheet, number)
        for words in self.wrap(
            f"{number} {text}" if number else text, self.style.head, size, self.right - self.left
        ):
            self.y += size * 1.2
            self.pen.text(self.left, self.y, words, self.style.head, size)
        self.gap(size * 0.4)

    def para(
        self,
        text: str,
        indent: float = 0.0,
        mark: str = "",
        record: bool = True,
        bold: bool = False,
        after: float | None = None,
    ) -> None:
        """One paragraph or list item, over the foot of the page if need be."""
        style = self.style
        font = style.bold if bold else style.text
        text = self.faults.in_text(len(self.counts) - 1, text)
        pages: list[int] = []
        left = self.left + indent + (18 if mark else 0)
        for number, words in enumerate(
            self.wrap(self.shape(unmarked(text)), font, style.size, self.right - left)
        ):
            self.need(style.leading)
            self.y += style.leading
            if mark and number == 0:
                self.pen.text(self.left + indent, self.y, mark, font, style.size)
            self.pen.text(left, self.y, words, font, style.size)
            pages += [] if self.sheet in pages else [self.sheet]
        self.gap(style.after if after is None else after)
        if record:
            self.gold.paragraph(f"{mark} {text}" if mark else text, pages)

    def lines(self, printed: Sequence[str], text: str) -> None:
        """A paragraph whose lines are broken by hand; `text` is what they say."""
        for words in printed:
            self.y += self.style.leading
            self.pen.text(self.left, self.y, words, self.style.text, self.style.size)
        self.gap(self.style.after)
        self.gold.paragraph(text, [self.sheet])

    def paras(self, *texts: str) -> None:
        for text in texts:
            self.para(text)

    def listing(
        self, items: Sequence[str], mark: Callable[[int], str] = lambda n: f"{n}.", indent: float = 8.0
    ) -> None:
        for number, item in enumerate(items, 1):
            self.para(item, indent, mark(number), after=3)
        self.gap(self.style.after)

    def table(self, table: Table, look: Look, **more: Any) -> None:
        table = self.faults.in_table(table)
        pages = draw_table(self, table, look)
        self.gold.table(table, pages, **more)


def wrap(pen: Pen, text: str, font: str, size: float, width: float) -> list[str]:
    """Greedy lines of at most `width` points; "\\n" ends a line, a no-break space does not."""
    lines: list[str] = []
    for piece in text.split("\n"):
        words, current = piece.split(" "), ""
        for word in words:
            longer = f"{current} {word}" if current else word
            if current and pen.width(longer, font, size) > width:
                lines.append(current)
                current = word
            else:
                current = longer
        lines.append(current)
    return lines


def set_twice(build: Callable[[Sequence[int], Sequence[Json]], Flow]) -> tuple[bytes, Json]:
    """Set a document once to learn its page numbers and once more to print them ("Sida 1(4)", the contents
    list).
    """
    first = build((), ())
    flow = build(first.counts, first.gold.sections)
    assert flow.counts == first.counts, "the second setting broke its pages differently"
    return flow.pen.save(), flow.gold.as_json(flow.sheet)
