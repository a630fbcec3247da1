"""Words, rules and pictures of a sheet from PDFium, in one pass over its text and its objects."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from extractors.pdf.attached import read_attached
from extractors.pdf.blacked_out import without_blacked_out
from extractors.pdf.frame import Frame
from extractors.pdf.hidden_layers import has_layers_off, leave_out_hidden
from extractors.pdf.notes import draw_notes_in
from extractors.pdf.pictures_of_text import shows_text
from extractors.pdf.raised import join_raised
from extractors.pdf.shapes import read_shapes
from extractors.pdf.unseen_words import seen_words
from extractors.pdf.words import Fonts, read_words
from schemas.document import AttachedFile
from schemas.errors import DamagedPdf, EncryptedPdf, NoPages, NotAPdf, TooManyPages
from schemas.limits import SHEETS_A_FILE
from schemas.page import Page
from schemas.warnings import Code, warn


class OpenPdf:
    """A PDF held open in PDFium; a context manager,
    for one thread of one process (PDFium is not thread-safe).
    """

    def __init__(self, pdf: bytes, max_pages: int = SHEETS_A_FILE) -> None:
        if b"%PDF-" not in pdf[:1024]:
            raise NotAPdf(_looks_like(pdf))
        self._bytes = pdf
        # not opened by PdfDocument itself, which has one error for a damaged file and for one without pages
        self.handle = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        if not self.handle:
            raise _load_error()
        self._layered = has_layers_off(pdf)
        self._document = PdfDocument(self.handle)
        self.page_count: int = pdfium.FPDF_GetPageCount(self.handle)
        if not 0 < self.page_count <= max_pages:
            count = self.page_count
            self.close()
            raise NoPages if count <= 0 else TooManyPages(f"{count} sidor (gränsen är {max_pages})")

    def __enter__(self) -> OpenPdf:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self.handle:
            self._document.close()
            self.handle = None

    def save(self, out: BinaryIO) -> bool:
        """Write the PDF as it has become; False where PDFium cannot."""
        try:
            self._document.save(out)
        except PdfiumError:
            return False
        return True

    def pages(self) -> Iterator[Page]:
        """Every sheet in order; one that PDFium cannot load comes as an empty page that says so."""
        fonts = Fonts()
        for index in range(self.page_count):
            yield self.page(index, fonts)

    def page(self, index: int, fonts: Fonts) -> Page:
        """Sheet `index` (from 0) as a person sees it;
        `fonts` remembers what a font is from sheet to sheet.
        """
        with open_page(self.handle, index) as page:
            if page is None or not draw_notes_in(page):
                return self._read(page, index, fonts)
        with open_page(self.handle, index) as page:  # as it has become
            return self._read(page, index, fonts)

    def _read(self, page: Any, index: int, fonts: Fonts) -> Page:
        """The words, rules and pictures of an open page."""
        if page is None:
            return Page(index + 1, 0, 0, 0, (), warnings=(warn(Code.SHEET_NOT_OPENED),))
        if self._layered:
            leave_out_hidden(page)
        frame = Frame.of_page(page)
        rules, images, shape_warnings = read_shapes(page, frame)
        text = read_words(page, frame, fonts)
        printed = seen_words(page, text.words)
        words = without_blacked_out(page, printed, rules, images)
        told = {
            Code.BLACKED_OUT: len(words) < len(printed),
            Code.PICTURE_OF_TEXT: shows_text(page, images, words),
        }
        unread = [warn(code) for code, is_so in told.items() if is_so]
        warnings = (*text.warnings, *shape_warnings, *unread)
        size = frame.width, frame.height, frame.rotation
        sheet = Page(
            index + 1, *size, join_raised(words), rules, images, warnings=warnings, sideways=text.sideways
        )
        return sheet.turned(text.turn) if text.turn else sheet

    def attached(self) -> list[AttachedFile]:
        """The files that lie embedded in the PDF."""
        return read_attached(self.handle)

    def meta(self, key: str) -> str | None:
        """A value of the PDF's information dictionary ("Producer", "Title"), None where it has none."""
        size = pdfium.FPDF_GetMetaText(self.handle, key.encode(), None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetMetaText(self.handle, key.encode(), buffer, size)
        return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip() or None


def _looks_like(pdf: bytes) -> str:
    start = pdf[:64].lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "den ser ut som en webbsida"
    return "filen börjar inte med %PDF"


def _load_error() -> Exception:
    code = pdfium.FPDF_GetLastError()
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return EncryptedPdf()
    return DamagedPdf("innehållsförteckningen över filens delar går inte att läsa")


@contextmanager
def open_page(document: Any, index: int) -> Iterator[Any]:
    """The PDFium page of sheet `index` (from 0); None where PDFium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)
