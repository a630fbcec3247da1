"""The whole reading of a PDF: from its bytes to the Extraction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.document import extract, read_pages
from extractors.sheets import read_sheets
from schemas.document import Extraction, Source
from schemas.errors import TooManyPages
from schemas.kinds import DocumentStatus, TextSource
from schemas.page import Page
from schemas.warnings import Code, warn
from tests.app.told_paper import TEXTS, pdf

SOURCE = Source(hashlib.sha256(pdf()).hexdigest(), "nämnd.pdf")


def pages() -> list[Page]:
    return list(read_sheets(pdf()).pages)


def read(*changed: Page, warned: bool = False) -> Extraction:
    of_file = (warn(Code.CONTENT_CUT),) if warned else ()
    return read_pages(list(changed) or pages(), SOURCE, None, of_file=of_file)


def test_sentences_tables_and_amounts_are_read_with_their_sheets() -> None:
    got = extract(pdf(), SOURCE)
    assert (got.page_count, got.status, got.source) == (2, DocumentStatus.COMPLETE, SOURCE)
    assert [paragraph.place.page for paragraph in got.paragraphs if paragraph.text in TEXTS] == [1, 2]
    assert [amount.raw for amount in got.amounts] == ["76,6 mnkr", "67,6 mnkr"]
    assert [sheet.page for sheet in got.pages] == [1, 2]
    assert extract(pdf(), SOURCE) == got


def test_sheets_are_as_large_as_the_paper_whatever_they_were_held_at() -> None:
    held = [page.scaled(0.5) for page in pages()]
    assert {(sheet.width, sheet.height) for sheet in read(*held).pages} == {(595.0, 842.0)}


def test_where_something_is_not_read_the_document_is_partial() -> None:
    first, second = pages()
    assert read(first, second.warned(warn(Code.PICTURE_UNREAD))).status == DocumentStatus.PARTIAL
    assert read(first, replace(second, width=0, words=())).status == DocumentStatus.PARTIAL
    cut = read(warned=True)
    assert cut.status == DocumentStatus.PARTIAL and Code.CONTENT_CUT in {each.code for each in cut.warnings}


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ((TextSource.NATIVE, TextSource.NATIVE), TextSource.NATIVE),
        ((TextSource.OCR, TextSource.OCR), TextSource.OCR),
        ((TextSource.NATIVE, TextSource.OCR), TextSource.MIXED),
    ],
)
def test_the_text_s_source_is_that_of_its_sheets(sources: tuple[TextSource, ...], told: TextSource) -> None:
    got = read(*(replace(page, text_source=each) for page, each in zip(pages(), sources, strict=True)))
    assert got.text_source == told
    by_ocr = [n for n, each in enumerate(sources, 1) if each == TextSource.OCR]
    assert {word.place.page for word in got.words} == set(by_ocr), "words of sound layers are in the file"


def test_tables_may_be_looked_at_again_with_the_file_at_hand() -> None:
    seen: list[bytes] = []

    def look_again(given: bytes, casting: Callable[..., object]) -> object:
        seen.append(given)
        return casting.published()  # type: ignore[attr-defined]

    assert extract(pdf(), SOURCE, look_again=look_again) == extract(pdf(), SOURCE)  # type: ignore[arg-type]
    assert seen == [pdf()]


def test_a_file_of_too_many_sheets_is_refused() -> None:
    with pytest.raises(TooManyPages):
        extract(pdf(), SOURCE, max_pages=1)
