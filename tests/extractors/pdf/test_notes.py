"""What filled form fields, typed notes and stamps show is read as part of the sheet."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium
import pytest
from fpdf import FPDF

from extractors.pdf.open import OpenPdf
from schemas.page import Page


def sheet_with_note(subtype: int, flags: int = 0) -> Page:
    """A sheet that says "Belopp", and a note upon it that shows "450 tkr"."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    pdf.text(60, 200, "Belopp")
    drawn = b"BT /F1 10 Tf 2 4 Td (450 tkr) Tj ET"
    with OpenPdf(bytes(pdf.output())) as opened:
        page = pdfium.FPDF_LoadPage(opened.handle, 0)
        note = pdfium.FPDFPage_CreateAnnot(page, subtype)
        pdfium.FPDFAnnot_SetRect(note, pdfium.FS_RECTF(120, 655, 180, 635))
        pdfium.FPDFAnnot_SetFlags(note, flags)
        text = (drawn.decode() + "\0").encode("utf-16-le")
        pdfium.FPDFAnnot_SetAP(
            note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL,
            ctypes.cast(ctypes.create_string_buffer(text), pdfium.FPDF_WIDESTRING),
        )  # fmt: skip
        pdfium.FPDFPage_CloseAnnot(note)
        pdfium.FPDF_ClosePage(page)
        return next(opened.pages())


@pytest.mark.parametrize(
    ("subtype", "flags", "words"),
    [
        (pdfium.FPDF_ANNOT_STAMP, 0, ["Belopp", "450", "tkr"]),
        (pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FLAG_HIDDEN, ["Belopp"]),
        (pdfium.FPDF_ANNOT_HIGHLIGHT, 0, ["Belopp"]),
    ],
)
def test_what_a_note_shows_is_read(subtype: int, flags: int, words: list[str]) -> None:
    assert [word.text for word in sheet_with_note(subtype, flags).words] == words


def test_a_sheet_that_inherits_its_size_keeps_it() -> None:
    """The writer of these files gives the size once, for all sheets."""
    sheet = sheet_with_note(pdfium.FPDF_ANNOT_STAMP)
    assert (sheet.width, sheet.height) == (595, 842)
    assert sheet.words[0].box.bottom == pytest.approx(202.4, abs=0.5)
