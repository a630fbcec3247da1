"""Measured type sizes become the sizes that were set; larger ones stay larger."""

from __future__ import annotations

from extractors.ocr.type_sizes import settle_sizes
from extractors.pages.scale import USUAL, bring_to_size
from schemas.kinds import TextSource
from schemas.page import Page, Word
from schemas.place import Box


def _line(text: str, size: float, baseline: float, x: float = 50.0) -> list[Word]:
    return [
        Word(word, Box(x + 40 * n, baseline - 0.76 * size, x + 40 * n + 30, baseline + 0.24 * size), size)
        for n, word in enumerate(text.split())
    ]


def _sizes(page: Page) -> dict[str, float]:
    return {word.text: word.size for word in page.words}


BODY = [*_line("löpande text i flera rader", 9.6, 100), *_line("som mättes olika stora ibland", 8.9, 112)]


def test_sizes_that_differ_by_pixels_are_one_and_a_heading_stays_larger() -> None:
    (page,) = settle_sizes([Page(1, 600, 800, 0, (*_line("Rubrik", 13.6, 80), *BODY))])
    assert len({word.size for word in page.words if word.text != "Rubrik"}) == 1
    assert _sizes(page)["Rubrik"] == 13.6


def test_a_label_measured_too_large_takes_the_size_of_its_rows_figures() -> None:
    row = [*_line("Summa tillgångar", 12.8, 130), *_line("16 185 338", 8.9, 130, 300)]
    (page,) = settle_sizes([Page(1, 600, 800, 0, (*BODY, *row))])
    assert _sizes(page)["Summa"] == _sizes(page)["185"]
    assert (
        next(word.box.bottom for word in page.words if word.text == "Summa")
        == 130 + 0.24 * _sizes(page)["185"]
    )


def test_an_enlarged_copy_is_held_farther_off_than_the_sheets_around_it() -> None:
    small = Page(1, 600, 800, 0, tuple(_line("text " * 30, 10.0, 100)))
    large = Page(2, 600, 800, 0, tuple(_line("text " * 30, 19.0, 100)), text_source=TextSource.OCR)
    cover = Page(3, 600, 800, 0, tuple(_line("Omslag", 30.0, 100)), text_source=TextSource.OCR)
    brought = bring_to_size([small, large, cover])
    assert [round(page.words[0].size) for page in brought] == [USUAL, USUAL, 30]
    box = large.words[0].box
    assert brought[1].place(brought[1].words[0].box).box == Box(
        *(round(e, 2) for e in (box.x0, box.top, box.x1, box.bottom))
    )
