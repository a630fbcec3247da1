"""Filled form fields, typed notes and stamps: on the sheet for who looks at it, and no part of its text."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_SEEN = frozenset((pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP))
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


def draw_notes_in(page: Any) -> bool:
    """Make what such notes show part of the sheet's own drawing; False where there are none.

    The page must be opened anew to be read so; the file itself is as it was.
    """
    count = pdfium.FPDFPage_GetAnnotCount(page)
    if not any(_is_seen(page, index) for index in range(count)):
        return False
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):  # a size that the sheet inherits is not seen
        pdfium.FPDFPage_SetMediaBox(page, box.left, box.bottom, box.right, box.top)
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _is_seen(page: Any, index: int) -> bool:
    note = pdfium.FPDFPage_GetAnnot(page, index)
    if not note:
        return False
    try:
        hidden = pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN
        return not hidden and pdfium.FPDFAnnot_GetSubtype(note) in _SEEN
    finally:
        pdfium.FPDFPage_CloseAnnot(note)
