"""Every sample is read once a session, however many tests look at the reading;
and a small sheet as a picture in a PDF, drawn here, so that nothing but OCR can read it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from schemas.document import Extraction
from tests.readings import read_pdf

Reading = Callable[[Path], Extraction]


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Gives the Extraction of a PDF."""
    return read_pdf


@pytest.fixture(scope="session")
def layer_reading() -> Reading:
    """Gives the Extraction of a PDF as its text layers have it:
    OCR, at seconds a sheet, is tried elsewhere.
    """
    return partial(read_pdf, most_by_ocr=0)


ROWS = (
    (60, 100, "Årets kostnader, § 12"),
    (60, 130, "Nettokostnad"),
    (200, 130, "-12 345"),
    (270, 130, "1 069"),
    (60, 150, "Sjukfrånvaro"),
    (200, 150, "4,9 %"),
    (270, 150, "5,1 %"),
)


def draw_sheet(rows: tuple[tuple[float, float, str], ...] = ROWS) -> FPDF:
    """A sheet of 340 by 220 points; each row gives left edge, baseline and text."""
    pdf = FPDF(unit="pt", format=(340, 220))
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for x, y, text in rows:
        pdf.text(x, y, text)
    return pdf


@pytest.fixture(scope="session")
def scan() -> Callable[..., bytes]:
    """Makes a PDF that holds only the sheet's picture, turned by `skew` degrees and by quarters."""

    def make(skew: float = 0.0, quarters: int = 0, dpi: int = 200) -> bytes:
        import pypdfium2

        page = pypdfium2.PdfDocument(bytes(draw_sheet().output()))[0]
        picture = page.render(scale=dpi / 72).to_pil().convert("L")
        picture = picture.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255).rotate(
            90 * quarters, expand=True
        )
        held = io.BytesIO()
        picture.save(held, "PDF", resolution=dpi, quality=70)
        return held.getvalue()

    return make


@pytest.fixture
def native() -> bytes:
    return bytes(draw_sheet().output())
