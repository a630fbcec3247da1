"""What is blacked out on the sheet is not read from the file; what can be read through or beside is."""

from __future__ import annotations

import io

import pytest
from fpdf import FPDF
from PIL import Image

from extractors.pdf.open import OpenPdf
from schemas.warnings import Code


def sheet(cover: str) -> tuple[list[str], bool]:
    """A line with a name and what lies over it: its words, and whether any are told as blacked out."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    if cover == "cell":
        pdf.set_fill_color(225, 225, 225)
        pdf.rect(110, 186, 90, 20, style="F")
    if cover == "white on black":
        pdf.set_fill_color(0, 0, 0)
        pdf.rect(110, 186, 90, 20, style="F")
        pdf.set_text_color(255, 255, 255)
    pdf.text(120, 200, "Karin Ek")
    pdf.set_text_color(0, 0, 0)
    pdf.text(60, 200, "Elev:")
    pdf.text(220, 200, "har rätt till skolskjuts.")
    pdf.set_fill_color(0, 0, 0)
    if cover == "black":
        pdf.rect(115, 188, 80, 16, style="F")
    if cover == "line":
        pdf.rect(115, 196, 80, 1, style="F")
    if cover == "picture":
        black = io.BytesIO()
        Image.new("RGB", (80, 16)).save(black, "PNG")
        pdf.image(black, 115, 188, 80, 16)
    if cover == "beside":
        pdf.rect(182, 188, 30, 16, style="F")
    with OpenPdf(bytes(pdf.output())) as opened:
        page = next(opened.pages())
    return [word.text for word in page.words], any(told.code is Code.BLACKED_OUT for told in page.warnings)


REST = ["Elev:", "har", "rätt", "till", "skolskjuts."]


@pytest.mark.parametrize("cover", ["black", "picture"])
def test_a_blacked_out_name_is_not_read_and_that_is_told(cover: str) -> None:
    words, told = sheet(cover)
    assert sorted(words) == sorted(REST) and told


@pytest.mark.parametrize("cover", ["", "cell", "white on black", "line", "beside"])
def test_what_can_be_read_is_read(cover: str) -> None:
    words, told = sheet(cover)
    assert sorted(words) == sorted([*REST, "Karin", "Ek"]) and not told
