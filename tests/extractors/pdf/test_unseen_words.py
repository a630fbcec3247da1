"""White words, and words without ink, are read where something lies under them that can be read."""

from __future__ import annotations

from fpdf import FPDF
from fpdf.pattern import LinearGradient

from extractors.pdf.open import OpenPdf


def words(under: str) -> list[str]:
    """A sheet with black words, and white ones on a cell, on a gradient, or on the paper itself."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    pdf.text(60, 100, "Budget")
    if under == "cell":
        pdf.set_fill_color(20, 60, 120)
        pdf.rect(55, 180, 200, 30, style="F")
    if under == "gradient":
        with pdf.use_pattern(LinearGradient(55, 0, 255, 0, colors=["#103060", "#205090"])):
            pdf.rect(55, 180, 200, 30, style="F")
    if under == "line":
        pdf.set_fill_color(190, 140, 10)
        pdf.rect(55, 195, 200, 3, style="F")
    pdf.set_text_color(255, 255, 255)
    pdf.text(60, 200, "Utfall 4444")
    with OpenPdf(bytes(pdf.output())) as opened:
        return [word.text for word in next(opened.pages()).words]


def test_white_words_on_the_paper_are_not_read() -> None:
    assert words("") == ["Budget"]


def test_a_line_through_white_words_is_no_ground_to_read_them_on() -> None:
    assert words("line") == ["Budget"]


def test_white_words_on_what_is_dark_are_read_however_it_is_drawn() -> None:
    assert words("cell") == words("gradient") == ["Budget", "Utfall", "4444"]


def without_ink(*printed: str) -> list[str]:
    """A sheet with the words printed, and OCR's layer of three words over it."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    for at, word in enumerate(printed):
        pdf.text(60 + 80 * at, 100, word)
    with pdf.local_context(text_mode="INVISIBLE"):
        for at, word in enumerate(("Budqet", "l 250", "Sida")):
            pdf.text(60 + 80 * at, 100, word)
    with OpenPdf(bytes(pdf.output())) as opened:
        return [word.text for word in next(opened.pages()).words]


def test_what_ocr_laid_over_printed_words_is_not_read() -> None:
    assert without_ink("Budget", "1 250") == ["Budget", "1", "250"]


def test_what_ocr_laid_where_nothing_is_printed_is_not_read() -> None:
    assert without_ink("Budget") == ["Budget"]


def test_what_ocr_laid_over_a_sheet_without_other_words_is_its_text() -> None:
    """Of a scan: where its words stand, the picture of them may lie a little beside."""
    assert without_ink() == ["Budqet", "l", "250", "Sida"]
