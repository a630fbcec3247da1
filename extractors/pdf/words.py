"""The words of an open PDFium page: PDFium's own text, cut at white space,
with the boxes of each word's ends.
"""

from __future__ import annotations

import ctypes
import math
import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extractors.pdf.faces import is_odd, read_face
from extractors.pdf.frame import Frame
from extractors.pdf.lost_glyphs import LOST, lost_glyph
from extractors.pdf.outlines import read_outlines
from extractors.pdf.raised import begins_mark
from extractors.pdf.text_calls import (
    address_of,
    fill_colour,
    font_of,
    font_size,
    letter_matrix,
    letter_origin,
    loose_box,
    render_mode,
    stroke_width,
    text_object,
    text_of,
)
from extractors.pdf.touching_words import join_touching, joined, stand_close
from schemas.page import SidewaysLine, Word
from schemas.place import Box
from schemas.warnings import Code, Warned, warn

LETTERS_APART = 0.25  # of the type size: what stands farther apart is no word, whatever PDFium glues
LEAST_OUTLINE = 0.01  # of the type size: a line around letters that makes them bold
THIN_SPACE = 0.07  # of the type size: half of what the narrowest fonts give a thin space
_WORD = re.compile(r"\S+")
_FIGURE_AND_UNIT = re.compile(r"\d(?=[^\W\d_]{2})")
_LONG_FIGURE = re.compile(r"(?<![\d,.])\d{4,}(?!\d)")
_CONTROL = re.compile("[\x00\x01\x03-\x1f\x7f]")
# Ghostscript writes the letters of a ligature with their bytes swapped: "琀椀" is what a file gives for "ti".
_SWAPPED = {ord(letter) << 8: letter for letter in string.ascii_letters}
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")


ASCENT, DESCENT = 0.76, 0.24  # of the type size: fonts' own figures are often missing or wild in subsets


@dataclass(slots=True)
class Style:
    """How a text object is set: `size` in points on the sheet, `turn` the anticlockwise angle of its lines.

    `low` and `high` bound its letters across the line, in PDF space:
    heights of upright text, else places across.
    """

    size: float
    bold: bool
    italic: bool
    colour: int
    turn: int
    low: float
    high: float
    invisible: bool = False
    face: int = 0


@dataclass(slots=True)
class Fonts:
    """What is known of a document's fonts, from sheet to sheet: by their addresses whether each is bold,
    italic or odd and the number of its typeface, and these numbers by name.
    """

    known: dict[int, tuple[bool, bool, bool, int]] = field(default_factory=dict)
    faces: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """A sheet's words in PDFium's order, the turn most of them have (the rest of them are left out), lines
    turned a quarter against these, and warnings about what was not read.
    """

    words: tuple[Word, ...] = ()
    turn: int = 0
    sideways: tuple[SidewaysLine, ...] = ()
    warnings: tuple[Warned, ...] = ()


def read_words(page: Any, frame: Frame, fonts: Fonts) -> Text:
    """What stands on an open page."""
    unread = False
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Text(warnings=(warn(Code.TEXT_NOT_READ),))
    try:
        reader = _WordReader(text_page, frame, fonts)
        found = reader.words(text_of(text_page))
        if reader.odd:  # only such a printer is known to draw letters, and to look for them takes time
            upright, unread = read_outlines(
                page, frame, reader.odd, fonts.known, [w for w, turn in found if turn == 0]
            )
            found = [*((word, 0) for word in upright), *((word, turn) for word, turn in found if turn)]
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    turns = Counter(turn for _, turn in found)
    turn = turns.most_common(1)[0][0] if turns else 0
    words = join_touching([word for word, angle in found if angle == turn])
    told = {
        Code.TEXT_SIDEWAYS: any((angle - turn) % 360 == 180 for _, angle in found),
        Code.SIGNS_UNMAPPED: reader.lost,
        Code.TEXT_OUTLINED: unread,
    }
    warnings = tuple(warn(code) for code, is_so in told.items() if is_so)
    return Text(words, turn, tuple(_sideways(found, turn)), warnings)


def _sideways(found: Sequence[tuple[Word, int]], turn: int) -> Iterator[SidewaysLine]:
    """The words that stand a quarter against `turn`, line by line."""
    line: list[Word] = []
    before = 0
    for word, angle in found:
        quarter = (angle - turn) % 360
        if line and not (quarter == before and _goes_on_sideways(line[-1], word, turn)):
            yield SidewaysLine(tuple(line), upwards=before == 270)
            line = []
        if quarter in (90, 270):
            line.append(word)
        before = quarter
    if line:
        yield SidewaysLine(tuple(line), upwards=before == 270)


def _goes_on_sideways(last: Word, word: Word, turn: int) -> bool:
    """`turn` is that of the rest: on a sheet that is turned itself, down the page is across the sheet."""
    a, b = last.box, word.box
    if turn % 180:
        aside, gap = a.top - b.top, max(a.x0 - b.x1, b.x0 - a.x1)
    else:
        aside, gap = a.x0 - b.x0, max(a.top - b.bottom, b.top - a.bottom)
    return abs(aside) < last.size / 2 and -last.size / 2 < gap < last.size


class _WordReader:
    """Reads boxes and styles of one text page; remembers the style of each text object."""

    def __init__(self, text_page: Any, frame: Frame, fonts: Fonts) -> None:
        self.text_page, self.frame, self.fonts = text_page, frame, fonts
        self.handle = address_of(text_page)
        self.styles: dict[int | None, Style] = {}
        self.rect = pdfium.FS_RECTF()
        self.at = ctypes.addressof(self.rect)
        self.lost = False
        self.odd: dict[int, Any] = {}  # fonts in use whose weight is nonsense, by address

    def words(self, text: str) -> list[tuple[Word, int]]:
        found: list[tuple[Word, int]] = []
        for match in _WORD.finditer(text):
            start, end = match.span()
            first = text_object(self.handle, start)
            if (
                end - start == 1
                or text_object(self.handle, end - 1) == first
                or self._is_unbroken(start, end, self._style(start, first))
            ):
                pieces = [(start, end)]
            else:
                pieces = self._pieces(text, start, end)
            if _LONG_FIGURE.search(match[0]):
                pieces = [part for a, b in pieces for part in self._thousands(text, a, b)]
            if _FIGURE_AND_UNIT.search(match[0]):
                pieces = [part for a, b in pieces for part in self._before_units(text, a, b)]
            for a, b in pieces:
                word = self._word(text[a:b], a, b, self._style(a, first if a == start else None))
                if word is None:
                    continue
                if a == start and found and self._goes_on(found[-1], word, start):
                    found[-1] = joined(found[-1][0], word[0]), word[1]
                else:
                    found.append(word)
        return found

    def _goes_on(self, before: tuple[Word, int], after: tuple[Word, int], start: int) -> bool:
        """True where PDFium has made up a space before `start` that no reader sees: "Y rkande", a letter's
        kern taken for one.
        """
        (one, turn), (other, own_turn) = before, after
        if turn or own_turn or not stand_close(one, other):
            return False
        level = one.box.top == other.box.top and one.size == other.size and one.face == other.face
        return level and pdfium.FPDFText_IsGenerated(self.text_page, start - 1) == 1

    def _is_unbroken(self, start: int, end: int, style: Style) -> bool:
        """True where the word's letters follow each other along an upright line, in one type size and font:
        many printers have a text object for each, whose style need not be asked for.
        """
        if style.turn or self.frame.rotation or self._style(end - 1).invisible != style.invisible:
            return False
        rect, at, handle, most = self.rect, self.at, self.handle, LETTERS_APART * max(style.size, 1.0)
        loose_box(handle, start, at)
        right, low, high = rect.right, rect.bottom, rect.top
        for index in range(start + 1, end):
            loose_box(handle, index, at)
            if not -most <= rect.left - right <= most or rect.bottom != low or rect.top != high:
                return False
            right = rect.right
        return True

    def _pieces(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The word, cut where its text objects stand apart, or where those without ink begin:
        PDFium glues cells that nearly touch, a layer to what it lies over, and a footnote's raised mark.
        """
        cuts, held = [start], self._edges(start)
        for index in range(start + 1, end):
            edges = self._edges(index)
            gap, size = edges[0] - held[1], max(edges[2], 1.0)
            inked = self._style(index).invisible == self._style(index - 1).invisible
            raised = begins_mark(text[index], edges[2], held[2], held[3] - edges[3])
            if not inked or raised or gap > LETTERS_APART * size or abs(edges[3] - held[3]) > 0.6 * size:
                cuts.append(index)
            held = edges
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _thousands(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The word, cut where its figure is set in groups of three by a space that has a width and no sign:
        a printer leaves out what the font has no glyph for.
        """
        cuts = [start]
        for match in _LONG_FIGURE.finditer(text, start, end):
            first, last = match.span()
            edges = [self._edges(index) for index in range(first, last)]
            gaps = {first + n: b[0] - a[1] for n, (a, b) in enumerate(pairwise(edges), start=1)}
            groups = [gap for index, gap in gaps.items() if (last - index) % 3 == 0]
            within = [gap for index, gap in gaps.items() if (last - index) % 3]
            least = THIN_SPACE * max(edges[0][2], 1.0)
            if min(groups) > least and min(groups) > max(within) + least / 2:
                cuts += [index for index in gaps if (last - index) % 3 == 0]
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _before_units(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The word, cut between a figure and its unit, where such a space parts them."""
        cuts = [start]
        for match in _FIGURE_AND_UNIT.finditer(text, start, end):
            digit, letter, after = (self._edges(match.start() + offset) for offset in (0, 1, 2))
            gap, within = letter[0] - digit[1], after[0] - letter[1]
            least = THIN_SPACE * max(digit[2], 1.0)
            if gap > least and gap > within + least / 2:
                cuts.append(match.start() + 1)
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _edges(self, index: int) -> tuple[float, float, float, float]:
        """Where one character begins and ends along its line, its type size,
        and where its line lies, in points.
        """
        loose_box(self.handle, index, self.at)
        style = self._style(index)
        box = self._box(style, self.rect.left, self.rect.bottom, self.rect.right, self.rect.top)
        turn = (self.frame.rotation - style.turn) % 360
        if turn % 180 == 0:
            along = (box.x0, box.x1) if turn == 0 else (-box.x1, -box.x0)
            return *along, style.size, box.bottom
        along = (box.top, box.bottom) if turn == 90 else (-box.bottom, -box.top)
        return *along, style.size, box.x0

    def _box(self, style: Style, left: float, bottom: float, right: float, top: float) -> Box:
        """Ends from the glyphs, height from the baseline and the type size:
        glyphs' own heights differ by letter.
        """
        if style.size <= 0:
            return self.frame.box(left, bottom, right, top)
        if style.turn % 180 == 0:
            return self.frame.box(left, style.low, right, style.high)
        return self.frame.box(style.low, bottom, style.high, top)

    def _word(self, raw: str, start: int, end: int, style: Style) -> tuple[Word, int] | None:
        text = self._clean(raw, start)
        if not text:
            return None
        rect = self.rect
        loose_box(self.handle, start, self.at)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if end - start > 1:
            loose_box(self.handle, end - 1, self.at)
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        box = self._box(style, left, bottom, right, top)
        if box.x1 <= 0 or box.bottom <= 0 or box.x0 >= self.frame.width or box.top >= self.frame.height:
            return None  # printed outside the sheet: nobody sees it
        turn = (self.frame.rotation - style.turn) % 360
        return Word(
            text,
            box,
            style.size or box.height,
            style.bold,
            style.italic,
            style.colour,
            invisible=style.invisible,
            face=style.face,
        ), turn

    def _clean(self, raw: str, start: int) -> str:
        """Characters as printed: a hyphen at a line's end is a hyphen again,
        a soft hyphen inside a word is none.
        """
        if raw[0] < " " or not raw.isprintable():
            raw = _CONTROL.sub(LOST, raw)  # a font without a map gives control characters for glyphs
        # PDFium's signs both for a hyphen at a line's end and for a lost glyph
        if LOST in raw or "\x02" in raw:
            letters = []
            for offset, char in enumerate(raw):
                hyphen = (
                    char in (LOST, "\x02") and pdfium.FPDFText_IsHyphen(self.text_page, start + offset) == 1
                )
                lost = char == LOST and not hyphen
                self.lost = self.lost or lost
                letters.append("\u00ad" if hyphen else self._lost_glyph(start + offset) if lost else char)
            raw = "".join(letters)
        if not raw.isascii():
            # a zero-width space stands after some decimal commas, dots of ä in signs of their own
            raw = unicodedata.normalize("NFC", _UNSEEN.sub("", raw).translate(_SWAPPED))
        if "\u00ad" in raw[:-1]:
            raw = raw[:-1].replace("\u00ad", "") + raw[-1]
        return raw

    def _lost_glyph(self, index: int) -> str:
        start, end, size, _ = self._edges(index)
        return lost_glyph((end - start) / max(size, 1.0), self._style(index).bold)

    def _style(self, index: int, address: int | None = None) -> Style:
        if address is None:
            address = text_object(self.handle, index)
        style = self.styles.get(address)
        if style is None:
            style = self.styles[address] = self._read_style(index, address)
        return style

    def _read_style(self, index: int, address: int | None) -> Style:
        if not address:
            return Style(0.0, False, False, 0, 0, 0.0, 0.0)
        font_size(address, _SIZE_AT)
        letter_matrix(self.handle, index, _MATRIX_AT)
        letter_origin(self.handle, index, _X_AT, _Y_AT)
        font = font_of(address) or 0
        bold, italic, odd, face = self.fonts.known.get(font) or self._remember(font)
        if odd:
            self.odd[font] = ctypes.cast(font, pdfium.FPDF_FONT)
        fill_colour(address, *_COLOUR_AT)
        matrix = _MATRIX
        size = round(abs(_SIZE.value) * math.hypot(matrix.c, matrix.d), 2)
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4 * 90
        low, high = _reach(turn, size)
        colour = _COLOUR[0].value << 16 | _COLOUR[1].value << 8 | _COLOUR[2].value
        mode = render_mode(address)
        bold = bold or (mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE and _is_outlined(address, size))
        invisible = mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        return Style(size, bold, italic, colour, turn, low, high, invisible, face)

    def _remember(self, address: int) -> tuple[bool, bool, bool, int]:
        """A typeface that has no name is one of its own: a browser makes such of a face that it emboldens."""
        font = ctypes.cast(address, pdfium.FPDF_FONT)
        bold, italic, name = read_face(font)
        face = self.fonts.faces.setdefault(name or str(address), len(self.fonts.faces))
        known = self.fonts.known[address] = (bold, italic, bool(address) and is_odd(font), face)
        return known


def _is_outlined(address: int, size: float) -> bool:
    """True where the letters are drawn with a line around them thick enough to make them bold."""
    stroke_width(address, _WIDTH_AT)
    return _WIDTH.value > LEAST_OUTLINE * size


_SIZE, _MATRIX, _X, _Y = ctypes.c_float(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
_SIZE_AT, _MATRIX_AT, _X_AT, _Y_AT = map(ctypes.addressof, (_SIZE, _MATRIX, _X, _Y))
_WIDTH = ctypes.c_float()
_WIDTH_AT = ctypes.addressof(_WIDTH)
_COLOUR = [ctypes.c_uint() for _ in range(4)]
_COLOUR_AT = [ctypes.addressof(part) for part in _COLOUR]


def _reach(turn: int, size: float) -> tuple[float, float]:
    """From descenders to ascenders across the baseline of the character just asked for, in PDF space."""
    if turn == 0:
        return _Y.value - DESCENT * size, _Y.value + ASCENT * size
    if turn == 90:
        return _X.value - ASCENT * size, _X.value + DESCENT * size
    if turn == 180:
        return _Y.value - ASCENT * size, _Y.value + DESCENT * size
    return _X.value - DESCENT * size, _X.value + ASCENT * size
