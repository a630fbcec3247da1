"""A sheet as grey pixels: rendered by PDFium, held upright, straightened,
and freed from the dots of printed grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.deskew import find_skew, turn_by
from extractors.pdf.open import open_page
from extractors.pdf.render import Pixels, page_size, render_grey, scale_for

DPI = 300  # Tesseract's own advice, and what copiers scan at; thin minus signs are lost at 150
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
    with open_page(document, index) as page:
        size = page_size(page) if page is not None else (0.0, 0.0)
        if min(size) <= 0:
            return None
        scale = scale_for(size, dpi)
        return SheetImage(render_grey(page, scale), scale)


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
