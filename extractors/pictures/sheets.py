"""A whole sheet as a person sees it: its picture, and its words with their boxes."""

from __future__ import annotations

import io

from PIL import Image

from extractors.pdf.open import OpenPdf, open_page
from extractors.pdf.render import MOST_PIXELS, page_size, render_colours
from extractors.pdf.words import Fonts
from schemas.errors import ParagrafError
from schemas.place import Box

_COLOURS = 64


class NoSuchSheet(ParagrafError):
    code = "no_such_sheet"
    sentence = "Blad {detail} finns inte i filen. Välj ett som finns."


def draw_sheet(pdf: bytes, page: int, scale: float) -> bytes:
    """PNG of sheet `page` (from 1), `scale` pixels a point, less where it would fill the memory.

    Raises NoSuchSheet, and what `schemas.errors` has for a file that cannot be opened.
    """
    with OpenPdf(pdf) as opened, open_page(opened.handle, page - 1) as sheet:
        if sheet is None:
            raise NoSuchSheet(str(page))
        width, height = page_size(sheet)
        image = render_colours(sheet, min(scale, (MOST_PIXELS / (width * height)) ** 0.5))
    out = io.BytesIO()
    # few colours are enough for text and make a fifth of the bytes; pictures keep all of theirs
    few = image.getcolors(_COLOURS * 16)
    (image.quantize(_COLOURS, dither=Image.Dither.NONE) if few else image).save(out, "PNG", compress_level=4)
    return out.getvalue()


def words_of_sheet(pdf: bytes, page: int) -> list[tuple[str, Box]]:
    """The words of the text layer of sheet `page` (from 1), in its order. Raises as `draw_sheet`."""
    with OpenPdf(pdf) as opened:
        if not 1 <= page <= opened.page_count:
            raise NoSuchSheet(str(page))
        sheet = opened.page(page - 1, Fonts())
    placed = [(word.text, sheet.place(word.box).box) for word in sheet.words]
    return [(text, box) for text, box in placed if box is not None]
