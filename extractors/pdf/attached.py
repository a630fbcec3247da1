"""The files that lie embedded in a PDF: their names, and the bytes of those that are PDFs themselves."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from schemas.document import AttachedFile

MOST_FILES = 1000  # more than any portfolio holds; the names of the rest are not worth a run's time
_HEAD = 1024  # within so many bytes a PDF says that it is one


def read_attached(document: Any) -> list[AttachedFile]:
    """In the order of the file; `document` is a handle of PDFium's.

    One that cannot be unpacked has a name only.
    """
    count = max(0, int(pdfium.FPDFDoc_GetAttachmentCount(document)))
    attached = (pdfium.FPDFDoc_GetAttachment(document, index) for index in range(min(count, MOST_FILES)))
    return [AttachedFile(_name_of(each), _pdf_of(each)) for each in attached]


def _name_of(attachment: Any) -> str:
    size = pdfium.FPDFAttachment_GetName(attachment, None, 0)
    buffer = ctypes.create_string_buffer(size)
    name = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAttachment_GetName(attachment, name, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()


def _pdf_of(attachment: Any) -> bytes | None:
    """The whole file where it is a PDF."""
    size = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(attachment, None, 0, size) or not size.value:
        return None
    buffer = ctypes.create_string_buffer(size.value)
    if not pdfium.FPDFAttachment_GetFile(attachment, buffer, size.value, size):
        return None
    return buffer.raw if b"%PDF-" in buffer.raw[:_HEAD] else None
