"""A sheet that is only a picture gives the words, places and signs that are printed on it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.ocr import rapid, tesseract
from extractors.ocr import read_sheet as sheet_reading
from extractors.ocr.which_sheets import needs_ocr, read_scanned, read_where_needed
from extractors.pages.lines import find_lines
from extractors.pdf.open import OpenPdf
from schemas.page import Page, Word
from schemas.place import Box
from schemas.warnings import Code, sentences, warn
from tests.extractors.ocr.conftest import needs_rapidocr

EXPECTED = [
    ["Årets kostnader, § 12"],
    ["Nettokostnad", "-12 345", "1 069"],
    ["Sjukfrånvaro", "4,9 %", "5,1 %"],
]
Scan = Callable[..., bytes]


def _read(pdf: bytes) -> Page:
    with OpenPdf(pdf) as opened:
        (page,) = opened.pages()
        assert needs_ocr(page)
        return read_scanned(opened.handle, 0, page)


def _rows(page: Page) -> list[list[str]]:
    return [[run.text for run in line.runs] for line in find_lines(page)]


@needs_rapidocr
@pytest.mark.parametrize("skew", [0.0, 1.0])
def test_words_of_a_picture_are_read_with_the_spaces_that_are_printed(scan: Scan, skew: float) -> None:
    page = _read(scan(skew))
    assert _rows(page) == EXPECTED
    assert page.text_source == "ocr"


@needs_rapidocr
def test_one_reader_alone_reads_and_says_so(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "find_tesseract", lambda: None)
    page = _read(scan())
    assert _rows(page) == EXPECTED
    assert warn(Code.ONE_OCR_READER) in page.warnings


@needs_rapidocr
def test_figures_the_readers_disagree_on_are_unread_and_told(
    scan: Scan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "read_words", lambda *_: [])
    monkeypatch.setattr(sheet_reading, "read_stacked", lambda _sheet, boxes, _factor: ["-12845"] * len(boxes))
    page = _read(scan())
    texts = [word.text for word in page.words]
    assert texts[texts.index("-12") + 1] == "�45"
    assert any("”-12 345” eller ”-12845”" in said for said in sentences(page.warnings))


@needs_rapidocr
@pytest.mark.parametrize(("quarters", "turn"), [(1, 270), (2, 180), (3, 90)])
def test_a_sheet_scanned_on_its_side_is_turned(scan: Scan, quarters: int, turn: int) -> None:
    page = _read(scan(quarters=quarters))
    assert _rows(page) == EXPECTED
    assert page.turn == turn


@needs_rapidocr
def test_words_stand_where_the_text_layer_of_the_same_sheet_has_them(scan: Scan, native: bytes) -> None:
    with OpenPdf(native) as opened:
        (printed,) = opened.pages()
    read = sorted(_read(scan()).words, key=lambda word: (round(word.box.bottom / 10), word.box.x0))
    for found, word in zip(read, printed.words, strict=True):
        assert found.text == word.text
        # ink against set width
        assert abs(found.box.x0 - word.box.x0) < 2.5 and abs(found.box.x1 - word.box.x1) < 2.5
        assert abs(found.box.top - word.box.top) < 3 and abs(found.box.bottom - word.box.bottom) < 3


@needs_rapidocr
def test_the_number_of_sheets_read_is_bounded_and_said(scan: Scan) -> None:
    with OpenPdf(scan()) as opened:
        (page,) = opened.pages()
        pages = [page, replace(page, number=2)]
        (first, second), _ = read_where_needed(opened.handle, pages, most=1)
    assert first.words and not second.words
    assert warn(Code.OCR_LIMIT, most=1) in second.warnings


def test_without_the_engine_the_sheet_says_what_to_do(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapid, "is_installed", lambda: False)
    assert warn(Code.OCR_NOT_INSTALLED) in _read(scan()).warnings


def test_sheets_that_need_ocr_are_pictures_and_damaged_text_only() -> None:
    blank = Page(1, 600, 800, 0, ())
    word = Word("Summa", Box(10, 10, 40, 20), 10)
    assert not needs_ocr(blank)
    assert needs_ocr(replace(blank, images=(Box(0, 0, 600, 800),)))
    assert not needs_ocr(replace(blank, words=(word,) * 40, images=(Box(0, 0, 600, 800),)))
    assert needs_ocr(replace(blank, words=(word,) * 40, warnings=(warn(Code.LAYER_DAMAGED),)))


@needs_rapidocr
def test_damaged_words_give_way_but_lend_their_type(native: bytes) -> None:
    damaged, unread = warn(Code.LAYER_DAMAGED), warn(Code.PICTURE_UNREAD)
    with OpenPdf(native) as opened:
        (page,) = opened.pages()
        lying = tuple(replace(word, text="Ävgqzxw", bold=True) for word in page.words)
        read = read_scanned(opened.handle, 0, replace(page, words=lying, warnings=(damaged, unread)))
    assert _rows(read) == EXPECTED
    assert all(word.bold for word in read.words)
    assert damaged not in read.warnings and unread not in read.warnings


def test_no_ocr_engine_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, extractors.ocr.which_sheets; print({'rapidocr', 'onnxruntime', 'cv2'} & "
        "set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
