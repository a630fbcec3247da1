"""A copy of a PDF whose pictures of text can be searched:
what OCR read lies unseen over the sheet as it is printed.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from extractors.pdf.frame import Frame
from extractors.pdf.open import OpenPdf, open_page
from extractors.pdf.render import page_size, render_colours, scale_for
from schemas.document import SheetWord
from schemas.errors import ParagrafError
from schemas.place import Box

DPI = 200  # of the picture that takes the place of a sheet whose own text layer lies
QUALITY = 80
_FONT = b"Helvetica"  # one of the fourteen that every reader has; its letters are not seen
_ASCENT, _DESCENT = 0.76, 0.24


class CannotCopy(ParagrafError):
    """The copy could not be made; nothing was written."""

    code = "cannot_copy"
    sentence = (
        "Den sökbara kopian kunde inte göras ({detail}). Originalet är orört; anmäl felet och bifoga filen."
    )


def write_searchable(pdf: bytes, words: Mapping[int, Sequence[SheetWord]]) -> bytes:
    """The PDF with the words of each named sheet (from 1) as unseen text; other sheets are left as they are.

    A sheet that has text of its own which OCR had to replace becomes a picture of itself first: two texts
    would be found where one is printed. Raises a `schemas.errors.ParagrafError` where the PDF cannot be
    opened.
    """
    with OpenPdf(pdf) as opened:
        for number in sorted(words):
            with open_page(opened.handle, number - 1) as page:
                if page is not None:
                    _cover(opened.handle, page, words[number])
        out = io.BytesIO()
        if not opened.save(out):
            raise CannotCopy("PDFium kunde inte skriva den")
        return out.getvalue()


def _cover(document: Any, page: Any, words: Iterable[SheetWord]) -> None:
    frame = Frame.of_page(page)
    if _has_text(page):
        _make_picture(document, page, frame)
    for word in words:
        if word.place.box is not None:
            _insert(document, page, frame, word.text, word.place.box)
    pdfium.FPDFPage_GenerateContent(page)


def _has_text(page: Any) -> bool:
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, n)) for n in _objects(page))
    return any(kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM) for kind in kinds)


def _objects(page: Any) -> range:
    return range(pdfium.FPDFPage_CountObjects(page))


def _make_picture(document: Any, page: Any, frame: Frame) -> None:
    """The page's objects gone, one picture of them in their place."""
    jpeg = _jpeg_of(page)
    for n in reversed(_objects(page)):
        shape = pdfium.FPDFPage_GetObject(page, n)
        pdfium.FPDFPage_RemoveObject(page, shape)
        pdfium.FPDFPageObj_Destroy(shape)
    picture = pdfium.FPDFPageObj_NewImageObj(document)
    held = ctypes.create_string_buffer(jpeg, len(jpeg))

    def read(_param: Any, position: int, buffer: Any, size: int) -> int:
        ctypes.memmove(buffer, ctypes.addressof(held) + position, size)
        return 1

    access = pdfium.FPDF_FILEACCESS()
    access.m_FileLen = len(jpeg)
    callback = type(access.m_GetBlock)(read)
    access.m_GetBlock = callback
    if not pdfium.FPDFImageObj_LoadJpegFileInline(None, 0, picture, ctypes.byref(access)):
        raise CannotCopy("ett blad kunde inte göras till bild")
    matrix = _standing(frame, Box(0, 0, frame.width, frame.height))
    pdfium.FPDFImageObj_SetMatrix(picture, *matrix)
    pdfium.FPDFPage_InsertObject(page, picture)


def _jpeg_of(page: Any) -> bytes:
    out = io.BytesIO()
    render_colours(page, scale_for(page_size(page), DPI)).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def _insert(document: Any, page: Any, frame: Frame, text: str, box: Box) -> None:
    """The word stretched over its box, whatever its letters measure."""
    drawn = pdfium.FPDFPageObj_NewTextObj(document, _FONT, 1.0)
    text = text.replace("\ufffd", "?")  # Helvetica has no sign for what nobody could read
    _set_text(drawn, text)
    natural = _natural_width(drawn) or 1.0
    _set_text(drawn, f"{text} ")  # boxes of neighbours may touch: only a space keeps their words apart
    pdfium.FPDFTextObj_SetTextRenderMode(drawn, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    a, b, c, d, e, f = _standing(frame, box)
    matrix = pdfium.FS_MATRIX(a / natural, b / natural, c, d, e + _DESCENT * c, f + _DESCENT * d)
    pdfium.FPDFPageObj_SetMatrix(drawn, ctypes.byref(matrix))
    pdfium.FPDFPage_InsertObject(page, drawn)


def _set_text(drawn: Any, text: str) -> None:
    encoded = (text + "\0").encode("utf-16-le", "surrogatepass")
    pdfium.FPDFText_SetText(drawn, (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded))


def _natural_width(drawn: Any) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, edges))
    return edges[2].value - edges[0].value


def _standing(frame: Frame, box: Box) -> tuple[float, float, float, float, float, float]:
    """The matrix that lays the unit square over the box, its lower edge down as a person sees the sheet."""
    if frame.rotation == 0:
        return box.width, 0, 0, box.height, frame.left + box.x0, frame.top - box.bottom
    if frame.rotation == 90:
        return 0, box.width, -box.height, 0, frame.left + box.bottom, frame.bottom + box.x0
    if frame.rotation == 180:
        return -box.width, 0, 0, -box.height, frame.right - box.x0, frame.bottom + box.bottom
    return 0, -box.width, box.height, 0, frame.right - box.bottom, frame.top - box.x0
