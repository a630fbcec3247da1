"""A sheet as grey pixels: rendered by PDFium, held upright, straightened,
and freed from the dots of printed grey.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from extractors.ocr.deskew import find_skew, turn_by

Pixels = NDArray[np.uint8]

DPI = 300  # Tesseract's own advice, and what copiers scan at; thin minus signs are lost at 150
MOST_PIXELS = 24_000_000  # an A3 sheet at 300 dpi has 17 million
# pixels: half a millimetre; a full stop of 10 points is as large, so dots are taken off only where they swarm
DOT = 6
THREAD = 2  # dots that run together along a row
# grey bands of bilevel scans had 20 to 60 dots in such a window, text 0 to 4
WINDOW, MOST_DOTS = (61, 31), 12


@dataclass(frozen=True, slots=True)
class SheetImage:
    """`scale` pixels a point; `skew` is the angle in degrees, anticlockwise, by which it was straightened."""

    grey: Pixels
    scale: float
    skew: float = 0.0

    def turned(self, turn: int) -> SheetImage:
        """The same sheet held so that what is drawn `turn` degrees clockwise stands upright."""
        return SheetImage(np.ascontiguousarray(np.rot90(self.grey, turn // 90)), self.scale, self.skew)

    def cleaned(self) -> SheetImage:
        """Dots of printed grey off, then straightened."""
        grey = without_speckles(self.grey)
        skew = find_skew(grey, self.scale)
        return SheetImage(turn_by(grey, skew) if skew else grey, self.scale, skew)


def render(document: Any, index: int, dpi: int = DPI) -> SheetImage | None:
    """Sheet `index` (from 0) as a person sees it; None where PDFium cannot load or draw it."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return None
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        if width <= 0 or height <= 0:
            return None
        scale = min(dpi / 72, math.sqrt(MOST_PIXELS / (width * height)))
        return SheetImage(_draw(page, max(1, round(width * scale)), max(1, round(height * scale))), scale)
    finally:
        pdfium.FPDF_ClosePage(page)


def _draw(page: Any, width: int, height: int) -> Pixels:
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        flags = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        address = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value or 0
        raw = ctypes.string_at(address, stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return np.frombuffer(raw, np.uint8).reshape(height, stride)[:, :width].copy()


def without_speckles(grey: Pixels) -> Pixels:
    """The picture with the dots of printed grey taken off, where they lie thick.

    A copier in black and white prints a grey row as dots; readers then lose the row, or a minus sign in it.
    """
    ink = (grey < 128).astype(np.uint8)
    thick = cv2.blur(_dots(ink), WINDOW) * (WINDOW[0] * WINDOW[1]) > MOST_DOTS
    if not thick.any():
        return grey
    grown = cv2.dilate(thick.astype(np.uint8), np.ones((9, 25), np.uint8)) > 0
    opened = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    drawn = (sides.max(axis=1) >= DOT) & (sides.min(axis=1) > THREAD)
    drawn[0] = False  # the ground
    kept = drawn[labels]
    return np.where(grown, np.where(kept, 0, 255), grey).astype(np.uint8)


def _dots(ink: Pixels) -> NDArray[np.float32]:
    """1.0 at the middle of every dot that stands alone, else 0.0."""
    _, _, stats, middles = cv2.connectedComponentsWithStats(ink, connectivity=4)
    small = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) <= DOT
    found = np.zeros(ink.shape, np.float32)
    columns, rows = np.rint(middles[small]).astype(int).T
    found[rows, columns] = 1.0
    return found
