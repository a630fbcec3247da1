"""A file's sheets as they can be read, and what is said of those that cannot."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fpdf import FPDF

from extractors.ocr.which_sheets import readers_here
from extractors.sheets import read_sheets
from schemas.errors import NotAPdf, TooManyPages
from schemas.kinds import TextSource
from schemas.page import Page, SheetsByOcr
from schemas.warnings import Code
from tests.extractors.conftest import draw_sheet

SWEDISH = "Nämnden beslutar att godkänna rapporten och att den ska läggas till handlingarna."


def paper(size: float = 11, width: float = 595, height: float = 842) -> bytes:
    pdf = FPDF(unit="pt", format=(width, height))
    pdf.set_producer("Ett ordbehandlingsprogram")
    for _ in range(2):
        pdf.add_page()
        pdf.set_font("Helvetica", size=size)
        for line in range(8):
            pdf.text(0.1 * width, 0.1 * height + 1.5 * size * line, SWEDISH)
    return bytes(pdf.output())


def test_sheets_come_in_order_with_the_program_that_made_them() -> None:
    sheets = read_sheets(paper())
    assert [page.number for page in sheets.pages] == [1, 2] and sheets.warnings == ()
    assert sheets.producer == "Ett ordbehandlingsprogram"
    assert " ".join(word.text for word in sheets.pages[1].words[:3]) == "Nämnden beslutar att"
    assert {page.text_source for page in sheets.pages} == {TextSource.NATIVE}


def test_type_has_one_size_whatever_size_the_sheet_was_printed_in() -> None:
    small, large = (read_sheets(paper(11 * n, 595 * n, 842 * n)).pages[0] for n in (0.5, 2))
    assert small.words[0].size == pytest.approx(large.words[0].size, rel=0.05)
    assert small.scale == pytest.approx(4 * large.scale, rel=0.05)


def test_a_picture_that_nobody_read_says_so(scan: Callable[..., bytes]) -> None:
    (page,) = read_sheets(scan(), most_by_ocr=0).pages
    assert page.words == () and Code.PICTURE_UNREAD in {warning.code for warning in page.warnings}


def test_what_ocr_made_of_a_sheet_before_is_not_asked_for_again(
    scan: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (drawn,) = read_sheets(bytes(draw_sheet().output())).pages
    page = Page(1, 340, 220, 0, drawn.words, text_source=TextSource.OCR)
    known = SheetsByOcr(readers_here(), {1: page})
    monkeypatch.setattr("extractors.ocr.read_sheet.look_at", lambda *_, **__: pytest.fail("it is known"))
    sheets = read_sheets(scan(), known=known)
    assert sheets.by_ocr == known
    assert [word.text for word in sheets.pages[0].words] == [word.text for word in drawn.words]


def test_a_file_that_cannot_be_opened_or_is_too_long_is_refused() -> None:
    with pytest.raises(NotAPdf):
        read_sheets(b"<html>")
    with pytest.raises(TooManyPages):
        read_sheets(paper(), max_pages=1)


def test_files_that_lie_in_the_file_are_told_by_name() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.embed_file(basename="underlag.csv", bytes=b"a;b")
    [told] = read_sheets(bytes(pdf.output())).warnings
    assert told.code is Code.FILES_ATTACHED and "underlag.csv" in told.says


def test_pdfs_that_lie_in_the_file_are_handed_on_and_told_apart_from_the_rest() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.embed_file(basename="underlag.csv", bytes=b"a;b")
    pdf.embed_file(basename="Bilaga å.pdf", bytes=paper())
    sheets = read_sheets(bytes(pdf.output()))
    assert [(each.name, each.pdf) for each in sheets.attached] == [("Bilaga å.pdf", paper())]
    papers, others = sheets.warnings
    assert papers.code is Code.PAPERS_ATTACHED and "Bilaga å.pdf" in papers.says and not papers.is_unread
    assert others.code is Code.FILES_ATTACHED and "underlag.csv" in others.says
