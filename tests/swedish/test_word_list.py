"""One answer to "is it a word", whoever asks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from swedish.word_list import UNKNOWN, is_known, is_listed, is_word, parts_of, split

# printed in real protocols and in their damaged text layers
WORDS = ["kommunstyrelsen", "förskolenämnden", "välfärdsnämnd", "föredragningslistan", "konditionsgranskning"]
NO_WORDS = ["beslutfrhet", "vatien", "intäkier", "tillgängar", "anläggningstillgngar", "nettoomsäning"]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_one_to_everybody(word: str) -> None:
    assert is_known(word) and is_word(word) and parts_of(word) < UNKNOWN
    assert is_known(word.upper()) and parts_of(word.capitalize()) == parts_of(word)


@pytest.mark.parametrize("word", NO_WORDS)
def test_a_damaged_word_is_none_to_anybody(word: str) -> None:
    assert not (is_known(word) or is_word(word) or is_listed(word))
    assert parts_of(word) == UNKNOWN


def test_a_listed_word_is_likelier_than_a_compound_and_two_parts_than_three() -> None:
    words = ["kommun", "kommunbidrag", "konditionsgranskning", "förskolenämnden", "beslutfrhet"]
    assert [parts_of(word) for word in words] == [1, 2, 2, 3, UNKNOWN]
    assert all(a > b for a, b in pairwise(map(split, words)))


def test_a_word_of_an_annex_in_english_or_finnish_is_known_and_no_swedish_one() -> None:
    assert is_known("kaupunginhallitus") and not is_word("kaupunginhallitus")
