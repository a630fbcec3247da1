"""What other readers of tables are asked about: the first table of our own sample, as it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.pages.lines import find_lines
from extractors.sheets import read_sheets
from extractors.tables.regions import find_regions
from schemas.page import Page
from schemas.place import Box

PDF = Path(__file__).parents[4] / "samples" / "andra-lasning" / "andra-lasning.pdf"


@pytest.fixture(scope="package")
def asked() -> tuple[bytes, Page, Box]:
    """The file, its first sheet, and the place of the first table on it."""
    pdf = PDF.read_bytes()
    sheet = read_sheets(pdf, most_by_ocr=0).pages[0]
    page = sheet.scaled(1 / sheet.scale)  # as printed
    return pdf, page, find_regions(page, find_lines(page))[0].box
