"""The files that lie embedded in a PDF: their names, and the bytes of those that are PDFs themselves."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

from schemas.document import AttachedFile

MOST_FILES = 300  # more than any portfolio holds: the rest are told by name, and not unpacked
MOST_BYTES = 200 << 20  # of one file's PDFs together: what is more is told by name
_ENDING = re.compile(r"\.\w{1,5}$")  # "underlag.csv", and not "Bilaga 2.1 Budget"
_HEAD = 1024  # within so many bytes a PDF says that it is one


def read_attached(document: Any) -> list[AttachedFile]:
    """In the order of the file; `document` is a handle of PDFium's.

    One that cannot be unpacked has a name only, and so have those beyond the first 300.
    """
    count = max(0, int(pdfium.FPDFDoc_GetAttachmentCount(document)))
    attached = (pdfium.FPDFDoc_GetAttachment(document, index) for index in range(count))
    found: list[AttachedFile] = []
    left = MOST_BYTES
    for index, each in enumerate(attached):
        name = _name_of(each)
        may_be = index < MOST_FILES and (name.casefold().endswith(".pdf") or not _ENDING.search(name))
        pdf = _pdf_of(each, left) if may_be else None
        left -= len(pdf or b"")
        found.append(AttachedFile(name, pdf))
    return found


def _name_of(attachment: Any) -> str:
    size = pdfium.FPDFAttachment_GetName(attachment, None, 0)
    buffer = ctypes.create_string_buffer(size)
    name = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAttachment_GetName(attachment, name, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()


def _pdf_of(attachment: Any, most: int) -> bytes | None:
    """The whole file where it is a PDF, of so many bytes at the most."""
    size = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(attachment, None, 0, size) or not 0 < size.value <= most:
        return None
    buffer = ctypes.create_string_buffer(size.value)
    if not pdfium.FPDFAttachment_GetFile(attachment, buffer, size.value, size):
        return None
    return buffer.raw if b"%PDF-" in buffer[: min(_HEAD, size.value)] else None
