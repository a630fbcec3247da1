"""A text layer held against what a reader sees in the sheet's picture."""

from __future__ import annotations

import pytest

from extractors.pages.layer_against_picture import Agreement, hold_against
from schemas.page import Word
from schemas.place import Box

TEXT = "Kommunstyrelsen beslutar att anta taxan för vatten med 1 250 kronor per hushåll från juni"


def words(text: str) -> list[Word]:
    return [Word(word, Box(0, 0, 10, 10), 10) for word in text.split()]


def held(layer: str, seen: str = TEXT) -> Agreement:
    return hold_against(words(layer), words(seen))


def test_a_layer_that_says_what_is_printed_is_borne_out() -> None:
    agreement = held(TEXT)
    assert (agreement.strange, agreement.unseen_digits, agreement.lacking) == (0, 0, 0)
    assert not agreement.is_contradicted


def test_rings_and_dots_that_the_reader_does_not_see_are_no_other_word() -> None:
    assert held(TEXT, TEXT.replace("å", "a").replace("ö", "o")).strange == 0


def test_a_word_that_a_list_knows_is_not_counted_against_the_layer() -> None:
    """Readers miss some; a damaged font makes words that no one knows."""
    assert held(TEXT + " parkerna").strange == 0
    assert held(TEXT + " pqrlfsob").strange == 1


def test_two_strange_words_contradict() -> None:
    assert held(TEXT + " pqrlfsob wqjhfo").is_contradicted
    assert not held(TEXT * 3 + " pqrlfsob", TEXT * 3).is_contradicted


@pytest.mark.parametrize(("layer", "contradicted"), [("1 250", False), ("1 259", False), ("1 299", True)])
def test_a_sheet_of_figures_is_contradicted_by_two_digits_that_nobody_sees(
    layer: str, contradicted: bool
) -> None:
    assert held(layer, "1 250").is_contradicted is contradicted


def test_a_layer_of_signs_lacks_the_words_that_are_seen() -> None:
    agreement = held("¤¤ %% && ## !! ?? // ++ == ~~ ^^ ** @@ $$")
    assert agreement.lacking == agreement.seen > 0 and agreement.is_contradicted
