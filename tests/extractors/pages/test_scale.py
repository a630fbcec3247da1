"""Sheets brought to ten-point type, so that limits in points mean the same on all."""

from __future__ import annotations

from dataclasses import replace

from extractors.pages.scale import bring_to_size
from schemas.kinds import TextSource
from schemas.page import Page, Word
from schemas.place import Box

TEXT = "Kommunstyrelsen" * 10


def sheet(size: float, text: str = TEXT, source: str = "native", number: int = 1) -> Page:
    word = Word(text, Box(50, 100, 150, 100 + size), size)
    return Page(number, 595, 842, 0, (word,), text_source=TextSource(source))


def test_most_characters_become_ten_points() -> None:
    small, cover = bring_to_size([sheet(7.0), sheet(30, "Budget", number=2)])
    assert round(small.words[0].size, 1) == 10.0
    assert small.scale == cover.scale and round(cover.words[0].size) == 43


def test_places_are_told_as_on_the_sheet() -> None:
    (small,) = bring_to_size([sheet(5.0)])
    assert small.words[0].box == Box(100, 200, 300, 210)
    assert small.place(small.words[0].box).box == Box(50, 100, 150, 105)


def test_a_size_near_the_usual_one_is_left_as_it_is() -> None:
    assert bring_to_size([sheet(10.5)]) == [sheet(10.5)]


def test_a_sheet_read_by_ocr_has_its_own_size() -> None:
    """A copier enlarges one sheet and not the next; one with a few words follows the others."""
    pages = [sheet(10), sheet(10), sheet(20, source="ocr"), sheet(20, "Kopia", "ocr")]
    _, _, scanned, stamp = bring_to_size(pages)
    assert (scanned.scale, stamp.scale) == (0.5, 1.0)


def test_sheets_without_words_are_left_alone() -> None:
    blank = replace(sheet(10), words=())
    assert bring_to_size([blank]) == [blank]
