"""PDFium's calls that are made for every letter or text object, on bare addresses.

They are pypdfium2's own functions: wrapping each argument and answer as a typed pointer costs more than the
call. An address is that of an open text page or object of PDFium's, and no good once that is closed.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _INDEX, _NUMBER = ctypes.c_void_p, ctypes.c_int, ctypes.c_int


def _bare(function: Any, answer: Any, *arguments: Any) -> Callable[..., Any]:
    made: Callable[..., Any] = ctypes.CFUNCTYPE(answer, *arguments)(address_of(function))
    return made


def address_of(pointer: Any) -> int:
    """The address of anything that pypdfium2 gave, 0 where it gave none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


text_object = _bare(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INDEX)
"""(text page, index): the text object of a letter, None where it has none."""

loose_box = _bare(pdfium.FPDFText_GetLooseCharBox, _NUMBER, _ADDRESS, _INDEX, _ADDRESS)
"""(text page, index, FS_RECTF): where a letter stands, in PDF space."""

letter_matrix = _bare(pdfium.FPDFText_GetMatrix, _NUMBER, _ADDRESS, _INDEX, _ADDRESS)
"""(text page, index, FS_MATRIX): how a letter is turned and stretched."""

letter_origin = _bare(pdfium.FPDFText_GetCharOrigin, _NUMBER, _ADDRESS, _INDEX, _ADDRESS, _ADDRESS)
"""(text page, index, double, double): where a letter's pen begins, in PDF space."""

font_size = _bare(pdfium.FPDFTextObj_GetFontSize, _NUMBER, _ADDRESS, _ADDRESS)
"""(text object, float): the type size before the matrix."""

font_of = _bare(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
"""(text object): its font, None where it has none."""

render_mode = _bare(pdfium.FPDFTextObj_GetTextRenderMode, _NUMBER, _ADDRESS)
"""(text object): how it is drawn, FPDF_TEXTRENDERMODE_INVISIBLE for not at all."""

stroke_width = _bare(pdfium.FPDFPageObj_GetStrokeWidth, _NUMBER, _ADDRESS, _ADDRESS)
"""(text object, float): the width of the line around letters that are drawn with one."""

fill_colour = _bare(pdfium.FPDFPageObj_GetFillColor, _NUMBER, _ADDRESS, *[_ADDRESS] * 4)
"""(text object, four unsigned ints): red, green, blue and how opaque, 0 to 255."""


def text_of(text_page: Any) -> str:
    """One character for each of PDFium's character indices of an open text page."""
    count = max(0, pdfium.FPDFText_CountChars(text_page))
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written == count + 1:
        return bytes(buffer).decode("utf-16-le", "surrogatepass")[:count]
    # surrogate pairs and unprintable characters shift the text against the indices: ask for each; a part of
    # the text is no safer, for it is as long as asked where letters behind it make up for those left out
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 32 <= code < 0x110000 else " " for code in codes)
