"""The files that lie embedded in a PDF: their names, and the bytes of those that are PDFs themselves."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from schemas.document import AttachedFile

MOST_FILES = 300  # more than any portfolio holds: the rest are told by name, and not unpacked
_HEAD = 1024  # within so many bytes a PDF says that it is one


def read_attached(document: Any) -> list[AttachedFile]:
    """In the order of the file; `document` is a handle of PDFium's.

    One that cannot be unpacked has a name only, and so have those beyond the first 300.
    """
    count = max(0, int(pdfium.FPDFDoc_GetAttachmentCount(document)))
    attached = (pdfium.FPDFDoc_GetAttachment(document, index) for index in range(count))
    return [
        AttachedFile(_name_of(each), _pdf_of(each) if index < MOST_FILES else None)
        for index, each in enumerate(attached)
    ]


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
