"""A text layer is believed where the picture does not contradict it, and read anew where it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.ocr import rapid, tesseract
from extractors.ocr import read_sheet as sheet_reading
from extractors.ocr import which_sheets as scanned
from extractors.ocr.which_sheets import read_scanned, read_where_needed, readers_here
from extractors.pages.layer_against_picture import hold_against
from extractors.pdf.open import OpenPdf
from schemas.kinds import TextSource
from schemas.page import Page, SheetsByOcr, Word
from schemas.place import Box
from schemas.warnings import Code, sentences, warn
from tests.extractors.ocr.conftest import needs_rapidocr

DAMAGED = warn(Code.LAYER_DAMAGED)
NO_SWEDISH_LETTERS = warn(Code.LAYER_LACKS_LETTERS)
PRINTED = "Nämnden godkänner årets bokslut och överlämnar det till fullmäktige för beslut den 14 maj 2024"


def _words(text: str) -> list[Word]:
    return [Word(word, Box(10 * n, 0, 10 * n + 8, 10), 10.0) for n, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("layer", "contradicted"),
    [
        (PRINTED, False),
        # a reader that misses rings and dots has seen the word
        (PRINTED.replace("å", "a").replace("ä", "a"), False),
        (PRINTED + " kommunstyrelsen", False),  # a word that the reader missed
        (PRINTED.replace("fullmäktige", "fullmvktge").replace("bokslut", "bohsjut"), True),
        ("14 12 2023", True),
        ('! " # $%%" !&\' ( 14 2024', True),  # a font without a map
    ],
)
def test_words_that_nobody_sees_nor_knows_contradict_the_layer(layer: str, contradicted: bool) -> None:
    assert hold_against(_words(layer), _words(PRINTED)).is_contradicted is contradicted


def _page(pdf: bytes) -> Page:
    with OpenPdf(pdf) as opened:
        (page,) = opened.pages()
    return page


@needs_rapidocr
def test_a_sheet_judged_damaged_without_cause_keeps_its_layer(native: bytes) -> None:
    page = _page(native)
    with OpenPdf(native) as opened:
        read = read_scanned(opened.handle, 0, replace(page, warnings=(DAMAGED,)))
    assert read == page


def _noting(asked: list[int]) -> Callable[[object, int, Page], object]:
    """A reader of sheets that notes which it was asked for."""

    def read(_document: object, index: int, page: Page) -> object:
        asked.append(index)
        return _as_read(page)

    return read


@needs_rapidocr
def test_one_layer_that_lies_has_the_others_held_against_their_pictures_too(native: bytes) -> None:
    page = _page(native)
    lying = tuple(replace(word, text="gqzxvw") for word in page.words)
    sheets = [replace(page, words=lying, warnings=(DAMAGED,)), replace(page, number=2, words=lying[:3])]
    read_of: list[int] = []
    with OpenPdf(native) as opened, pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanned, "read_scanned", _noting(read_of))
        read_where_needed(opened.handle, sheets)
        assert read_of == [0, 1]
        read_of.clear()
        read_where_needed(opened.handle, [page, replace(page, number=2)])
        assert read_of == []


@needs_rapidocr
def test_what_the_same_readers_made_of_a_sheet_before_is_not_asked_for_again(native: bytes) -> None:
    page = _page(native)
    before = replace(page, text_source=TextSource.OCR)
    asked: list[int] = []
    damaged = [replace(page, number=n, warnings=(DAMAGED,)) for n in (1, 2)]
    with OpenPdf(native) as opened, pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanned, "read_scanned", _noting(asked))
        known = SheetsByOcr(readers_here(), {1: before, 2: None})
        sheets, looked = read_where_needed(opened.handle, damaged, known=known)
        assert (asked, looked) == ([], known)
        assert sheets == [before, replace(page, number=2)]
        read_where_needed(opened.handle, damaged, known=replace(known, by="0 others"))
        assert asked == [0, 1]


@needs_rapidocr
def test_a_disputed_figure_stands_where_the_layer_says_what_the_first_reader_says(native: bytes) -> None:
    page = _page(native)
    lying = {"Nettokostnad": "Nvzzohqsxnad", "Sjukfrånvaro": "Sjhhfrqnwarq"}
    layer = tuple(replace(word, text=lying.get(word.text, word.text)) for word in page.words)
    with OpenPdf(native) as opened, pytest.MonkeyPatch.context() as patch:
        patch.setattr(tesseract, "read_words", lambda *_: [])
        patch.setattr(sheet_reading, "read_stacked", lambda _sheet, boxes, _factor: ["-12845"] * len(boxes))
        read = read_scanned(opened.handle, 0, replace(page, words=layer, warnings=(DAMAGED,)))
        other = tuple(replace(word, text="845" if word.text == "345" else word.text) for word in layer)
        doubted = read_scanned(opened.handle, 0, replace(page, words=other, warnings=(DAMAGED,)))
    assert "345" in {word.text for word in read.words}
    assert "\ufffd45" in {word.text for word in doubted.words}


@needs_rapidocr
def test_a_sheet_that_could_not_be_drawn_is_not_held_for_sound(native: bytes) -> None:
    page = replace(_page(native), warnings=(DAMAGED,))
    with OpenPdf(native) as opened, pytest.MonkeyPatch.context() as patch:
        patch.setattr("extractors.ocr.sheet_image.render", lambda *_: None)
        sheets, looked = read_where_needed(opened.handle, [page])
    assert sheets[0].warnings == (DAMAGED, warn(Code.OCR_NOT_DRAWN)) and not looked.sheets


@needs_rapidocr
def test_an_engine_that_breaks_costs_its_sheet_and_no_more(native: bytes) -> None:
    page = replace(_page(native), warnings=(DAMAGED,))

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("graph is broken")

    with OpenPdf(native) as opened, pytest.MonkeyPatch.context() as patch:
        patch.setattr(rapid, "_engine", lambda: broken)
        sheets, looked = read_where_needed(opened.handle, [page])
    assert [warning.code for warning in sheets[0].warnings] == [Code.LAYER_DAMAGED, Code.OCR_FAILED]
    assert not looked.sheets


def _as_read(page: Page) -> Page:
    return replace(page, text_source=TextSource.OCR)


@needs_rapidocr
def test_a_layer_without_swedish_letters_gives_its_figures_and_ocr_the_words(native: bytes) -> None:
    page = _page(native)
    bare = tuple(replace(word, text=word.text.replace("Å", "").replace("å", "!")) for word in page.words)
    with OpenPdf(native) as opened:
        read = read_scanned(opened.handle, 0, replace(page, words=bare, warnings=(NO_SWEDISH_LETTERS,)))
    texts = {word.text for word in read.words}
    assert {"Årets", "Sjukfrånvaro", "-12", "345", "4,9"} <= texts
    assert not any("!" in text for text in texts)
    assert [word for word in page.words if word.text == "345"] == [
        word for word in read.words if word.text == "345"
    ]


@needs_rapidocr
def test_a_figure_that_ocr_sees_otherwise_than_such_a_layer_is_told(native: bytes) -> None:
    page = _page(native)
    wrong = tuple(replace(word, text="845" if word.text == "345" else word.text) for word in page.words)
    with OpenPdf(native) as opened:
        read = read_scanned(opened.handle, 0, replace(page, words=wrong, warnings=(NO_SWEDISH_LETTERS,)))
    assert any(
        "OCR ser andra siffror än textlagret på 1 ställen: ”345” mot ”845”" in said
        for said in sentences(read.warnings)
    )


@needs_rapidocr
def test_places_on_a_crooked_scan_are_those_of_the_sheet_as_it_lies(
    scan: Callable[..., bytes], native: bytes
) -> None:
    straight = {word.text: word.box for word in _page(native).words}
    page = _page(crooked := scan(1.5))
    with OpenPdf(crooked) as opened:
        read = read_scanned(opened.handle, 0, page)
    assert abs(read.skew) == pytest.approx(1.5, abs=0.1)
    for word in read.words:
        if word.text in ("345", "1", "069", "5,1"):
            box = read.place(word.box).box
            assert box is not None
            # the sheet was turned about its middle: what stands right of it moved up by 2.6 % of the way
            lifted = straight[word.text].middle - 0.0262 * (straight[word.text].centre - 170)
            assert box.middle == pytest.approx(lifted, abs=2.0)


@needs_rapidocr
def test_a_layer_with_other_figures_than_the_picture_is_read_anew_where_they_are_in_doubt(
    native: bytes,
) -> None:
    """Its words are those of the picture: only whoever doubts the figures looks at them."""
    page = _page(native)
    swapped = str.maketrans("1234", "7856")
    lying = replace(
        page,
        words=tuple(replace(word, text=word.text.translate(swapped)) for word in page.words),
        warnings=(warn(Code.FIGURES_DOUBTED),),
    )
    with OpenPdf(native) as opened:
        read = read_scanned(opened.handle, 0, lying)
        sound = read_scanned(opened.handle, 0, page.warned(warn(Code.FIGURES_DOUBTED)))
    assert [word.text for word in read.words if word.text in ("1", "069")] == ["1", "069"]
    assert read.text_source is TextSource.OCR and read.warnings[0].code is Code.FIGURES_REPLACED
    assert sound == page
