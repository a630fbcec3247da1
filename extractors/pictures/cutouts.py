"""Pieces of a sheet as small PNG files, with the figures that matter marked:
what a person is shown as proof.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from extractors.pdf.open import OpenPdf, open_page
from extractors.pdf.render import page_size, render_colours
from extractors.pdf.words import Fonts
from schemas.page import Page
from schemas.place import Box, box_around

MARK, FAINT = (255, 214, 0), (255, 244, 176)
EDGE = (200, 60, 0)
_COLOURS = 48
_INK = 190  # of 255: darker is printed, lighter is paper, a tint or the felt pen
_UPRIGHT_RULE = 0.7  # of a picture's height: so dark a column of pixels is a rule, not letters
_LARGEST = 4_000_000  # pixels of one cut-out
_SLACK = 3.0  # points that a paragraph's box may be narrower than its words
_TRIMMED = ".,;:()[]”“\"'"


@dataclass(frozen=True, slots=True)
class CutOut:
    """What to cut: a box of a sheet, and in it the boxes to mark, in points of the sheet as a person sees it.

    `beside` are marked more faintly: what the marked figure was made up of.
    """

    page: int
    box: Box
    marked: tuple[Box, ...] = ()
    beside: tuple[Box, ...] = ()


def cut_out(pdf: bytes, page: int, box: Box, marked: Sequence[Box], *, scale: float = 1.5) -> bytes:
    """PNG of a piece of sheet `page` (from 1), `scale` pixels a point."""
    [png] = cut_outs(pdf, [CutOut(page, box, tuple(marked))], scale=scale)
    return png


def cut_outs(pdf: bytes, wanted: Sequence[CutOut], *, scale: float = 1.5) -> list[bytes]:
    """A PNG for each, in the same order; a sheet that several are cut from is opened once.

    A box is cut at the sheet's edge. b"" for one that has nothing of the sheet in it.
    """
    by_page: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(wanted):
        by_page[each.page].append(number)
    pngs = [b""] * len(wanted)
    if not wanted:  # the file need not even be a PDF: Markdown has no sheets to cut from
        return pngs
    with OpenPdf(pdf) as opened:
        for page, numbers in sorted(by_page.items()):
            with open_page(opened.handle, page - 1) as sheet:
                for number in numbers if sheet is not None else ():
                    pngs[number] = _cut(sheet, wanted[number], scale)
    return pngs


def find_printed(pdf: bytes, wanted: Sequence[tuple[int, Box, str]]) -> list[tuple[Box, ...]]:
    """For each sheet, box and text: where in the box the text is printed, a box a line;
    () where it is not found.

    White space is of no account, and the text must begin and end with whole words.
    """
    sheets: dict[int, Page] = {}
    fonts = Fonts()
    with OpenPdf(pdf) as opened:
        for page in sorted({page for page, _, _ in wanted}):
            if 1 <= page <= opened.page_count:
                sheets[page] = opened.page(page - 1, fonts)
    return [tuple(_find(sheets[page], box, text)) if page in sheets else () for page, box, text in wanted]


def _find(sheet: Page, box: Box, text: str) -> Iterator[Box]:
    placed = [(word, sheet.place(word.box).box) for word in sheet.words]
    words = [
        (_bare(word.text), where) for word, where in placed if where and box.holds_middle_of(where, _SLACK)
    ]
    sought = "".join(map(_bare, text.split()))
    ends = {0: 0}  # where in the run of letters a word begins, and which word it is
    for number, (letters, _) in enumerate(words):
        ends[max(ends) + len(letters)] = number + 1
    run = "".join(letters for letters, _ in words)
    start = run.find(sought) if sought else -1
    while start >= 0:
        first, last = ends.get(start), ends.get(start + len(sought))
        if first is not None and last is not None:
            yield from _lines([where for _, where in words[first:last]])
        start = run.find(sought, start + 1)


def _lines(boxes: Sequence[Box]) -> Iterator[Box]:
    line: list[Box] = []
    for box in boxes:
        if line and box.top > line[-1].middle:
            yield box_around(line) or box
            line = []
        line.append(box)
    if line:
        yield box_around(line) or line[0]


def _bare(text: str) -> str:
    return text.strip(_TRIMMED).casefold()


def _cut(sheet: Any, wanted: CutOut, scale: float) -> bytes:
    width, height = page_size(sheet)
    box = wanted.box
    box = Box(max(0, box.x0), max(0, box.top), min(width, box.x1), min(height, box.bottom))
    if box.width < 1 or box.height < 1:
        return b""
    scale = min(scale, (_LARGEST / (box.width * box.height)) ** 0.5)
    image = _inked(render_colours(sheet, scale, box), wanted, box, scale)
    return _png(_between_lines(image, _marked_rows(wanted, box, scale)))


def _marked_rows(wanted: CutOut, box: Box, scale: float) -> tuple[float, float]:
    """From the first to the last row of pixels that a mark covers; the whole where nothing is marked."""
    corners = [_corners(each, box, scale) for each in (*wanted.marked, *wanted.beside)]
    if not corners:
        return 0, box.height * scale
    return min(top for _, top, _, _ in corners), max(bottom for _, _, _, bottom in corners)


def _between_lines(image: Image.Image, kept: tuple[float, float]) -> Image.Image:
    """The picture without the lines of text that its upper and lower edge would cut through.

    Nothing of the rows `kept` is taken. Rules that stand across all lines are no line.
    """
    ink = np.asarray(image.convert("L")) < _INK
    ink = ink[:, ink.mean(axis=0) < _UPRIGHT_RULE]
    blank: NDArray[np.bool_] = np.logical_not(ink.any(axis=1))
    top = _first_blank(blank, 0, int(kept[0]))
    bottom = len(blank) - _first_blank(blank[::-1], 0, len(blank) - int(kept[1]))
    return image.crop((0, top, image.width, bottom)) if bottom - top > 1 else image


def _first_blank(blank: NDArray[np.bool_], start: int, end: int) -> int:
    """The first blank row from `start` on; `start` where there is none before `end`."""
    rows = np.flatnonzero(blank[start : max(start, end)])
    return start + int(rows[0]) if len(rows) else start


def _inked(image: Image.Image, wanted: CutOut, box: Box, scale: float) -> Image.Image:
    """Marked as with a felt pen, so that what is printed stays readable, and framed,
    for those who see no colours.
    """
    felt = Image.new("RGB", image.size, (255, 255, 255))
    pen = ImageDraw.Draw(felt)
    for each in wanted.beside:
        pen.rectangle(_corners(each, box, scale), fill=FAINT)
    for each in wanted.marked:
        pen.rectangle(_corners(each, box, scale), fill=MARK)
    inked = ImageChops.multiply(image, felt)
    frame = ImageDraw.Draw(inked)
    for each in wanted.marked:
        frame.rectangle(_corners(each, box, scale), outline=EDGE, width=max(2, round(scale)))
    return inked


def _corners(box: Box, within: Box, scale: float, by: float = 1.5) -> tuple[float, float, float, float]:
    left, above = (box.x0 - within.x0 - by) * scale, (box.top - within.top - by) * scale
    right, below = (box.x1 - within.x0 + by) * scale, (box.bottom - within.top + by) * scale
    return left, above, max(left, right), max(above, below)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()
