"""A sheet, or a piece of it, as pixels: the one place that asks PDFium for a bitmap."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray
from PIL import Image
from pypdfium2 import PdfBitmap

from schemas.place import Box

Pixels = NDArray[np.uint8]

MOST_PIXELS = 24_000_000  # an A3 sheet at 300 dpi has 17 million
_WHITE = (255, 255, 255, 255)


def page_size(page: Any) -> tuple[float, float]:
    """Width and height in points, of the open PDFium page as a person sees it."""
    return pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)


def scale_for(size: tuple[float, float], dpi: float) -> float:
    """Pixels a point at `dpi`, fewer where the sheet is so large that its picture would fill the memory.

    >>> scale_for((595, 842), 72), scale_for((60_000, 40_000), 72)
    (1.0, 0.1)
    """
    return min(dpi / 72, math.sqrt(MOST_PIXELS / (size[0] * size[1])))


def render_grey(page: Any, scale: float) -> Pixels:
    """The whole sheet in grey, `scale` pixels a point."""
    grey: Pixels = _render(page, scale, None, pdfium.FPDFBitmap_Gray, pdfium.FPDF_GRAYSCALE).to_numpy()
    return grey


def render_colours(page: Any, scale: float, piece: Box | None = None) -> Image.Image:
    """The sheet in its colours, `scale` pixels a point; of `piece` alone no more than that is drawn."""
    image: Image.Image = _render(page, scale, piece, pdfium.FPDFBitmap_BGRx, 0).to_pil()
    return image.convert("RGB")


def _render(page: Any, scale: float, piece: Box | None, kind: int, flags: int) -> PdfBitmap:
    """The sheet laid so that the piece falls on a bitmap of the piece's size.

    Not by `PdfPage.render`: it rounds sizes up and stretches the sheet over them, so that letters fall on
    other pixels than those on which OCR's thresholds were measured.
    """
    size = page_size(page)
    piece = piece or Box(0, 0, *size)
    width, height = _pixels(piece.width, scale), _pixels(piece.height, scale)
    bitmap = PdfBitmap.new_native(width, height, kind)
    bitmap.fill_rect(_WHITE, 0, 0, width, height)
    corner = round(-piece.x0 * scale), round(-piece.top * scale)
    whole = _pixels(size[0], scale), _pixels(size[1], scale)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, *corner, *whole, 0, flags | pdfium.FPDF_ANNOT)
    return bitmap


def _pixels(length: float, scale: float) -> int:
    return max(1, round(length * scale))
