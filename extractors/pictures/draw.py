"""A sheet as PNG with what was seen on it drawn over:
to look at when a table or a paragraph came out wrong.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw

from extractors.pages.reading_order import find_reading_order
from extractors.pages.running_heads import Margins, find_margins
from extractors.pdf.open import OpenPdf, open_page
from extractors.pdf.render import render_colours
from extractors.protocol.part_reading import PartReading, read_part
from extractors.tables.stitch import SheetTable
from extractors.text.parts import find_parts
from extractors.text.sections import Counted
from schemas.errors import ParagrafError
from schemas.page import Page
from schemas.place import Box, box_around

LONGEST_SIDE = 8000  # pixels: a plan of 10 by 10 metres must still fit in memory

Colour = tuple[int, int, int, int]
WORD: Colour = (120, 120, 120, 110)
RULE: Colour = (30, 90, 255, 220)
TABLE: Colour = (225, 0, 0, 230)
HEADER: Colour = (255, 140, 0, 60)
RUNNING: Colour = (130, 130, 130, 70)
HEADING: Colour = (150, 0, 190, 230)
PARAGRAPH: Colour = (0, 140, 60, 200)


class NoSuchSheet(ParagrafError):
    """The sheet asked for cannot be drawn."""

    code = "no_such_sheet"
    sentence = "Blad {detail}. Ange ett annat blad."


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to draw, or a line where it has no width or no height; `filled` tints it."""

    box: Box
    colour: Colour
    filled: bool = False
    thick: float = 0.5  # points


def draw_page(pdf: bytes, page: int, *, scale: float = 2.0) -> bytes:
    """PNG of sheet `page` (from 1), `scale` pixels a point: the sheet as printed, and over it what was read.

    Words are outlined in grey, rules in blue; tables have their border, columns and rows in red and their
    header tinted orange; running heads and feet are tinted grey, headings outlined in purple, other text in
    green.
    """
    with OpenPdf(pdf) as opened:
        if not 1 <= page <= opened.page_count:
            raise NoSuchSheet(f"{page} finns inte: filen har {opened.page_count} blad, räknade från 1")
        sheets = list(opened.pages())
        sheet = sheets[page - 1]
        if sheet.width <= 0 or sheet.height <= 0:
            raise NoSuchSheet(f"{page} är skadat och kan inte öppnas")
        scale = min(scale, LONGEST_SIDE / max(sheet.width, sheet.height))
        with open_page(opened.handle, page - 1) as held:
            image = render_colours(held, scale)
    marked = _draw(image, sheet, list(_marks(sheets, page)), scale)
    out = io.BytesIO()
    marked.save(out, "PNG")
    return out.getvalue()


def _marks(sheets: list[Page], number: int) -> Iterator[Mark]:
    """What was seen on the sheet, in the order in which it is drawn."""
    sheet = sheets[number - 1]
    margins = find_margins([(page, find_reading_order(page)) for page in sheets])
    own = margins[number - 1]
    yield from (Mark(line.box, RUNNING, filled=True) for line in (*own.head, *own.foot))
    yield from (Mark(word.box, WORD) for word in sheet.words)
    yield from (Mark(rule.box, RULE) for rule in sheet.rules)
    part = _part_of(sheets, margins, number)
    for block in part.blocks:
        box = box_around(line.box for line in block.lines if line.page is sheet)
        if box is not None and block.kind != "table":
            yield Mark(_grown(box), HEADING if block.kind == "heading" else PARAGRAPH, thick=0.8)
    for table in (share for draft in part.tables for share in draft.table.shares):
        if table.page == number:
            yield from _grid(table)


def _part_of(sheets: list[Page], margins: list[Margins], number: int) -> PartReading:
    """The document inside the PDF that the sheet belongs to."""
    cuts = find_parts(sheets, margins)
    cut = next(cut for cut in cuts if cut.first_page <= number <= cut.last_page)
    # the very step that `extract` takes: a drawing of another reading would mislead
    return read_part(sheets, margins, cut, Counted("drawn"))


def _grid(table: SheetTable) -> Iterator[Mark]:
    box = _grown(table.region.box)
    rows = [*table.header.rows, *table.rows]
    if table.header.n_rows and table.rows:
        above = table.header.rows[-1].bottom if table.header.rows else table.rows[0].top
        yield Mark(Box(box.x0, box.top, box.x1, (above + table.rows[0].top) / 2), HEADER, filled=True)
    for upper, lower in pairwise(rows):
        middle = (upper.bottom + lower.top) / 2
        yield Mark(Box(box.x0, middle, box.x1, middle), TABLE)
    for x in table.columns.borders:
        yield Mark(Box(x, box.top, x, box.bottom), TABLE, thick=0.8)
    yield Mark(box, TABLE, thick=1.2)


def _grown(box: Box, by: float = 1.5) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def _draw(image: Image.Image, sheet: Page, marks: list[Mark], scale: float) -> Image.Image:
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for mark in sorted(marks, key=lambda m: not m.filled):  # a tint drawn later would wipe out what it covers
        lying = sheet.place(mark.box).box
        assert lying is not None, "a mark has a box"
        corners = tuple(value * scale for value in (lying.x0, lying.top, lying.x1, lying.bottom))
        width = max(1, round(mark.thick * scale))
        if mark.filled:
            pen.rectangle(corners, fill=mark.colour)
        elif lying.width == 0 or lying.height == 0:
            pen.line(corners, fill=mark.colour, width=width)
        else:
            pen.rectangle(corners, outline=mark.colour, width=width)
    return Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")
