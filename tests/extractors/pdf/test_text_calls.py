"""The bare calls answer as pypdfium2's own."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2.raw as pdfium
import pytest

from extractors.pdf import text_calls
from extractors.pdf.text_calls import address_of

PDF = Path(__file__).parents[3] / "samples" / "andra-lasning" / "andra-lasning.pdf"
FIFTH = 5  # any letter


@pytest.fixture(scope="module")
def text_page() -> Iterator[object]:
    pdf = PDF.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    page = pdfium.FPDF_LoadPage(document, 0)
    yield pdfium.FPDFText_LoadPage(page)
    pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)


def test_where_a_letter_stands(text_page: object) -> None:
    ours, theirs = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    assert text_calls.loose_box(address_of(text_page), FIFTH, ctypes.addressof(ours))
    pdfium.FPDFText_GetLooseCharBox(text_page, FIFTH, theirs)
    assert (ours.left, ours.top) == (theirs.left, theirs.top) != (0.0, 0.0)


def test_the_text_object_of_a_letter_and_its_font(text_page: object) -> None:
    found = text_calls.text_object(address_of(text_page), FIFTH)
    own = pdfium.FPDFText_GetTextObject(text_page, FIFTH)
    assert found == address_of(own)
    assert text_calls.font_of(found) == address_of(pdfium.FPDFTextObj_GetFont(own))
    size = ctypes.c_float()
    assert text_calls.font_size(found, ctypes.addressof(size)) and size.value > 0


def test_no_letter_has_no_text_object(text_page: object) -> None:
    assert text_calls.text_object(address_of(text_page), -1) is None
