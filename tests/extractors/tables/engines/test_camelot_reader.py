"""Where camelot sees the borders between the columns of a table of our own sample."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractors.pages.lines import find_lines
from extractors.sheets import read_sheets
from extractors.tables.engines import EngineFailed, camelot_reader
from extractors.tables.regions import find_regions
from schemas.page import Page
from schemas.place import Box

PDF = Path(__file__).parents[4] / "samples" / "andra-lasning" / "andra-lasning.pdf"


@pytest.fixture(scope="module")
def asked() -> tuple[bytes, Page, Box]:
    """The file, its first sheet, and the place of the first table on it."""
    pdf = PDF.read_bytes()
    sheet = read_sheets(pdf, most_by_ocr=0).pages[0]
    page = sheet.scaled(1 / sheet.scale)  # as printed
    return pdf, page, find_regions(page, find_lines(page))[0].box


def test_borders_rise_from_left_to_right_within_the_table(asked: tuple[bytes, Page, Box]) -> None:
    *_, box = asked
    borders = camelot_reader.find_borders(*asked)
    assert len(borders) > 1 and list(borders) == sorted(borders)
    assert all(box.x0 - 5 < border < box.x1 + 5 for border in borders)


def test_a_turned_sheet_is_not_asked_about(asked: tuple[bytes, Page, Box]) -> None:
    pdf, page, box = asked
    assert camelot_reader.find_borders(pdf, replace(page, turn=90), box) == ()


def test_a_file_it_cannot_read_is_no_opinion(asked: tuple[bytes, Page, Box]) -> None:
    _, page, box = asked
    with pytest.raises(EngineFailed):
        camelot_reader.find_borders(b"%PDF-1.4 no file at all", page, box)
