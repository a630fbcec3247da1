"""A table pasted as a picture is told; a photograph and a scan with its own words are not."""

from __future__ import annotations

import io

from fpdf import FPDF
from PIL import Image, ImageDraw

from extractors.pdf.open import OpenPdf
from schemas.warnings import Code


def told(picture: Image.Image, *, under: bool = False) -> bool:
    """Whether a sheet with the picture amid its text, or `under` it, says that the picture shows text."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    held = io.BytesIO()
    picture.save(held, "PNG")
    pdf.image(held, x=100, y=200, w=300, h=120)
    pdf.set_font("Helvetica", "", 10)
    pdf.text(100, 250 if under else 150, "Belopp 450 tkr")
    with OpenPdf(bytes(pdf.output())) as opened:
        return any(warning.code is Code.PICTURE_OF_TEXT for warning in next(opened.pages()).warnings)


def of_text() -> Image.Image:
    picture = Image.new("L", (900, 360), 255)
    pen = ImageDraw.Draw(picture)
    for line in range(6):
        pen.text((20, 10 + 55 * line), "Nettokostnad 1 250 1 300", fill=0, font_size=30)
    return picture


def test_a_picture_of_lines_of_text_is_told() -> None:
    assert told(of_text())


def test_a_photograph_and_an_empty_picture_are_not() -> None:
    assert not told(Image.radial_gradient("L").resize((900, 360)))
    assert not told(Image.new("L", (900, 360), 255))


def test_a_picture_under_the_sheets_own_words_is_not() -> None:
    """The words are those of the picture."""
    assert not told(of_text(), under=True)
