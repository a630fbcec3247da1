"""Letters that a printer drew as shapes, read by the shapes of the letters that it wrote as text.

Windows' "Print To PDF" draws a stretch of text as outlines where it holds a sign that the font lends from
another (a dash, a bullet, a typographic quote): on paper nothing shows it, in the text layer the whole
stretch is missing.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from extractors.pdf.frame import Frame
from schemas.page import Word
from schemas.place import Box

ALPHABET = (
    "abcdefghijklmnopqrstuvwxyzåäöéèüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ0123456789.,-:;()/!?%&+\"'§*=[]–”’•‑"
)
MOST_SHAPES = 6000
LARGEST, SMALLEST = 40.0, 0.3  # points: height of a letter's shape
GRID = 0.5  # points: the printer rounds every corner to its own grid, a glyph's two ends each
NEAR = 0.2  # points: mean distance of the corners of a shape from those of the letter it is
SPACE = 0.12  # of the type size: from so much between two letters of a line they are of two words
TOUCHES = 0.1  # of the type size: what is nearer is one word, drawn in part
LEAST_LETTERS = 3  # a stretch with fewer known letters is a drawing
MANY = 6
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as a font draws it, in type sizes:
    its corners from the baseline up, and how far it moves on.
    """

    sign: str
    font: int
    corners: Points
    advance: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled path, in PDF points."""

    corners: Points

    @property
    def is_curved(self) -> bool:
        """True where it is no rectangle."""
        return len(self.corners) > 8

    @property
    def low(self) -> Points:
        return np.asarray(self.corners.min(axis=0))

    @property
    def high(self) -> Points:
        return np.asarray(self.corners.max(axis=0))


@dataclass(frozen=True, slots=True)
class Letter:
    """A shape and the sign it is, from where its pen begins to where the next does.

    `font` is the address of the font it was known by.
    """

    sign: str
    font: int
    left: float
    right: float
    baseline: float
    size: float


def read_outlines(
    page: Any,
    frame: Frame,
    fonts: dict[int, Any],
    styles: Mapping[int, tuple[bool, bool, bool, int]],
    written: Sequence[Word],
) -> tuple[list[Word], bool]:
    """The sheet's words with those put in that are drawn as outlines,
    and whether drawn letters are left unread.

    `fonts` are the open PDFium fonts of `written`, upright words all, by address;
    `styles` says which are bold, italic.
    """
    shapes = list(itertools.islice(_shapes(page), MOST_SHAPES + 1))
    too_many = len(shapes) > MOST_SHAPES
    curved = [shape for shape in shapes if shape.is_curved]
    if not shapes or not written:
        return list(written), too_many or _are_letters(curved)
    glyphs: dict[int, list[Glyph]] = {}
    for glyph in (glyph for address, font in fonts.items() if curved for glyph in _glyphs(address, font)):
        glyphs.setdefault(len(glyph.corners), []).append(glyph)
    sizes = sorted({word.size for word in written}, reverse=True)
    letters = [_known(shape, glyphs, sizes) if shape.is_curved else None for shape in shapes]
    lines = _lines(letter for letter in letters if letter)
    others = [
        shape
        for shape, letter in zip(shapes, letters, strict=True)
        if not letter and not _straight(shape, lines, glyphs)
    ]
    drawn = list(_words(lines, styles, frame))
    signs = [_sign(shape, [*written, *drawn], frame) for shape in others]
    unread = [shape for shape, sign in zip(others, signs, strict=True) if shape.is_curved and not sign]
    words = _joined(written, [*drawn, *(sign for sign in signs if sign)])
    return words, too_many or _are_letters(unread)


def _are_letters(shapes: Sequence[Shape]) -> bool:
    """True where many of the shapes stand on one line."""
    feet = sorted(round(float(shape.low[1])) for shape in shapes)
    return any(b - a <= 1 for a, b in zip(feet, feet[MANY - 1 :], strict=False))


def _shapes(page: Any) -> Iterator[Shape]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH:
            found = _corners(shape, pdfium.FPDFPath_CountSegments(shape), pdfium.FPDFPath_GetPathSegment)
            height = float(np.ptp(found[:, 1])) if len(found) > 3 else 0.0
            if SMALLEST < height < LARGEST and float(np.ptp(found[:, 0])) < LARGEST:
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
                turned = found @ np.array([[matrix.a, matrix.b], [matrix.c, matrix.d]])
                yield Shape(turned + np.array([matrix.e, matrix.f]))


def _corners(path: Any, count: int, segment_of: Any) -> Points:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = np.zeros((count if count < 600 else 0, 2))
    for index in range(len(points)):
        pdfium.FPDFPathSegment_GetPoint(segment_of(path, index), ctypes.byref(x), ctypes.byref(y))
        points[index] = x.value, y.value
    return points


def _glyphs(address: int, font: Any) -> Iterator[Glyph]:
    """The letters that the font has; what it draws for a sign that it lacks is none of them."""
    lacking = _glyph(font, "\uffff")
    for sign in ALPHABET:
        corners = _glyph(font, sign)
        if len(corners) > 3 and not (corners.shape == lacking.shape and np.allclose(corners, lacking)):
            width = ctypes.c_float()
            pdfium.FPDFFont_GetGlyphWidth(font, ord(sign), ctypes.c_float(1.0), ctypes.byref(width))
            yield Glyph(sign, address, corners, width.value)


def _glyph(font: Any, sign: str) -> Points:
    path = pdfium.FPDFFont_GetGlyphPath(font, ord(sign), ctypes.c_float(1.0))
    if not path:
        return np.zeros((0, 2))
    return _corners(
        path, pdfium.FPDFGlyphPath_CountGlyphSegments(path), pdfium.FPDFGlyphPath_GetGlyphPathSegment
    )


def _known(shape: Shape, glyphs: Mapping[int, Sequence[Glyph]], sizes: Sequence[float]) -> Letter | None:
    """The letter that the shape is, in one of the sizes of the sheet's type; None where it is like none."""
    best: Letter | None = None
    nearest, extent = NEAR, shape.high - shape.low
    count = len(shape.corners)
    for glyph in itertools.chain.from_iterable(glyphs.get(n, ()) for n in range(count - 2, count + 3)):
        low, high = glyph.corners.min(axis=0), glyph.corners.max(axis=0)
        for size in sizes:
            if np.abs((high - low) * size - extent).max() > GRID:
                continue
            apart = _distance((glyph.corners - low) * size, shape.corners - shape.low)
            if apart < nearest:
                nearest = apart
                left, baseline = (float(start) for start in shape.low - low * size)
                best = Letter(glyph.sign, glyph.font, left, left + glyph.advance * size, baseline, size)
    return best


def _distance(a: Points, b: Points) -> float:
    """Mean distance of each corner from the nearest of the other's; where a path begins does not matter."""
    between = np.hypot(*(a[:, None, :] - b[None, :, :]).transpose(2, 0, 1))
    return float(max(between.min(axis=0).mean(), between.min(axis=1).mean()))


def _lines(letters: Iterable[Letter]) -> list[list[Letter]]:
    """The letters of each baseline, of those that have enough of them."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (-one.baseline, one.left)):
        home = next((line for line in lines[-4:] if _same_baseline(line[0], letter)), None)
        if home is None:
            lines.append([letter])
        else:
            home.append(letter)
    return [line for line in lines if len(line) >= LEAST_LETTERS]


def _same_baseline(one: Letter, other: Letter) -> bool:
    return abs(one.baseline - other.baseline) < 0.1 * other.size


def _straight(
    shape: Shape, lines: list[list[Letter]], glyphs: Mapping[int, Sequence[Glyph]]
) -> Letter | None:
    """The shape as a letter of one of the lines, put there:
    an l without serifs is a rectangle like any other.
    """
    for line in lines:
        first = line[0]
        if -first.size < shape.low[1] - first.baseline < first.size:
            near = any(one.left - 2 * one.size < shape.low[0] < one.right + 2 * one.size for one in line)
            letter = _known(shape, glyphs, [first.size]) if near else None
            if letter is not None and _same_baseline(first, letter):
                line.append(letter)
                return letter
    return None


def _words(
    lines: Iterable[list[Letter]], styles: Mapping[int, tuple[bool, bool, bool, int]], frame: Frame
) -> Iterator[Word]:
    for line in lines:
        word: list[Letter] = []
        for letter in sorted(line, key=lambda one: one.left):
            if word and letter.left - word[-1].right > SPACE * letter.size:
                yield _word(word, styles, frame)
                word = []
            word.append(letter)
        yield _word(word, styles, frame)


def _word(
    letters: Sequence[Letter], styles: Mapping[int, tuple[bool, bool, bool, int]], frame: Frame
) -> Word:
    first = letters[0]
    box = _line_box(first.left, max(one.right for one in letters), first.baseline, first.size, frame)
    bold, italic, _, face = styles.get(first.font, (False, False, True, 0))
    text = "".join(one.sign for one in letters)
    return Word(text, box, first.size, bold, italic, face=face)


def _line_box(left: float, right: float, baseline: float, size: float, frame: Frame) -> Box:
    return frame.box(left, baseline - 0.24 * size, right, baseline + 0.76 * size)


def _sign(shape: Shape, words: Sequence[Word], frame: Frame) -> Word | None:
    """A dash, a bullet or a quote beside words of a line: what the sheet's own fonts do not have."""
    box = frame.box(*shape.low, *shape.high)
    for word in words:
        if (
            not word.box.top < box.middle < word.box.bottom
            or not word.box.x0 - 40 < box.centre < word.box.x1 + 12
        ):
            continue
        sign = _sign_of(box, word, shape.is_curved)
        if sign is not None:
            return Word(
                sign, Box(box.x0, word.box.top, box.x1, word.box.bottom), word.size, word.bold, word.italic
            )
    return None


def _sign_of(box: Box, word: Word, curved: bool) -> str | None:
    wide, high = box.width / word.size, box.height / word.size
    above = (word.box.bottom - 0.24 * word.size - box.bottom) / word.size  # its foot over the baseline
    if not curved:
        return (
            ("-" if wide < 0.42 else "–") if high < 0.12 and 0.2 < wide < 1.1 and 0.1 < above < 0.4 else None
        )
    if abs(wide - high) < 0.08 and 0.25 < high < 0.5 and above < 0.3:
        return "•"
    return "”" if above > 0.35 and 0.15 < high < 0.35 and 0.2 < wide < 0.6 else None


def _joined(written: Sequence[Word], drawn: Sequence[Word]) -> list[Word]:
    """All words; where a drawn one touches another, the two are made one."""
    words = [*((word, False) for word in written), *((word, True) for word in drawn)]
    kept: list[tuple[Word, bool]] = []
    for word, is_drawn in sorted(words, key=lambda each: (round(each[0].box.bottom), each[0].box.x0)):
        before, was_drawn = kept[-1] if kept else (None, False)
        same = before is not None and abs(before.box.bottom - word.box.bottom) < 0.15 * word.size
        if before is not None and same and (is_drawn or was_drawn):
            gap = word.box.x0 - before.box.x1
            if -0.3 * word.size < gap < TOUCHES * word.size and before.text != "•":
                box = Box(before.box.x0, before.box.top, max(before.box.x1, word.box.x1), before.box.bottom)
                kept[-1] = replace(before, text=before.text + word.text, box=box), True
                continue
        kept.append((word, is_drawn))
    return [word for word, _ in kept]
