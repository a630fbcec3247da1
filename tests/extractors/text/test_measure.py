"""The measure a part's text is set to."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.measure import Measure, body_size, take_measure
from extractors.text.text_lines import TextLine, text_lines
from schemas.page import Page, Word
from schemas.place import Box
from tests.extractors.drawing import draw


def sheets_of(text: str) -> list[list[TextLine]]:
    return [text_lines(page, find_lines(page), []) for page in draw(text)]


def test_the_body_is_the_type_of_most_characters_that_are_not_bold() -> None:
    words = (Word("Rubrik" * 9, Box(50, 50, 400, 70), 20, bold=True), Word("text", Box(50, 90, 80, 101), 11))
    page = Page(1, 595, 842, 0, words)
    assert body_size(text_lines(page, find_lines(page), [])) == 11
    assert body_size([]) == 10


def test_the_closest_pitch_often_seen_is_that_of_a_paragraph() -> None:
    """Lines 13 points apart; paragraphs follow each other at 18."""
    tops = (50, 63, 76, 94, 107, 125, 138)
    page = Page(1, 595, 842, 0, tuple(Word("text", Box(50, top, 80, top + 12), 12) for top in tops))
    measure = take_measure([text_lines(page, find_lines(page), [])])
    assert measure.pitch(12.0) == 13.0
    assert measure.pitch(8.0) == 10.0  # not seen: a quarter more than the type


def test_a_sheet_of_short_lines_has_the_margin_of_the_others() -> None:
    wide = "Text som fyller raden ända ut till högra marginalen."
    measure = take_measure(sheets_of(f"{wide}\n=====\n{wide}\n=====\nKort."))
    assert measure.right[3] == measure.right[1] - 10
    assert measure.widest == measure.right[1] == 50 + 6 * len(wide)


def test_nothing_has_no_margins() -> None:
    assert take_measure([]) == Measure(10.0, {}, 0.0, {})
