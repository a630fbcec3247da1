"""From PDF space (points from a corner of the page box, unrotated) to the sheet as a person sees it."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from schemas.place import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """A page box and its rotation; `width` and `height` are of the sheet as seen."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of_page(cls, page: Any) -> Frame:
        """The visible box (crop box within media box) and /Rotate of an open PDFium page."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect))
        return cls(rect.left, rect.bottom, rect.right, rect.top, pdfium.FPDFPage_GetRotation(page) * 90)

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.rotation % 180 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotation % 180 else self.top - self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box given in PDF space, as it lies on the sheet."""
        if self.rotation == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.rotation == 90:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.rotation == 180:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
