"""What two readers of one line agree on, and what they do not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractors.ocr.ink_words import InkWord
from extractors.ocr.rapid import TRUST
from extractors.ocr.vote import mark_uncertain, vote


def _words(text: str, trust: float = 1.0) -> list[InkWord]:
    return [InkWord(word, 0, 0, (trust,) * len(word)) for word in text.split()]


@dataclass(frozen=True)
class Example:
    first: str
    second: str
    expected: str
    origin: str


AGREED = [
    Example("615 507", "615507", "615 507", "a space lost by the second reader"),
    Example("-69 312", "−69 312", "-69 312", "another dash for the same minus"),
    Example("4,9 %", "4,9 26", "4,9 %", "Tesseract reads % as 26"),
    Example("§ 208", "$ 208", "§ 208", "Tesseract reads § as $"),
    Example("3(7)", "307)", "3(7)", "Tesseract reads ( as 0"),
    Example("0", "O", "0", "a letter contradicts no figure"),
    Example("Årets", "Arets", "Årets", "letters are not voted on"),
    Example("1601-1612", "16011612", "1601-1612", "a hyphen inside is no minus"),
]
AGREED.append(Example("27 /41", "27 1/41", "27 /41", "a stroke seen twice"))
DISPUTED = [
    Example("7 400 000", "7 409 000", "7 40� 000", "one figure"),
    Example("78 027", "-78 027", "�78 027", "a minus that only the second reader saw"),
    Example("-78 027", "78 027", "�78 027", "a minus that only the first reader saw"),
    Example("4,9", "49", "4�9", "a decimal comma"),
    Example("9 427 159", "92427 159", "9 �427 159", "a figure more"),
    Example("12 500", "12 50", "12 50�", "a figure less"),
]


@pytest.mark.parametrize("example", AGREED, ids=lambda e: e.origin)
def test_readings_that_agree_stand(example: Example) -> None:
    found = vote(_words(example.first), example.second, TRUST.sure_sign)
    assert " ".join(word.text for word in found.words) == example.expected
    assert not found.disputes


@pytest.mark.parametrize("example", DISPUTED, ids=lambda e: e.origin)
def test_readings_that_differ_are_marked_and_told(example: Example) -> None:
    found = vote(_words(example.first), example.second, TRUST.sure_sign)
    assert " ".join(word.text for word in found.words) == example.expected
    assert found.disputes == ((example.first, example.second),)


def test_a_word_the_second_reader_missed_is_no_dispute_but_is_told() -> None:
    found = vote(_words("615 507"), "615", TRUST.sure_sign)
    assert (found.disputes, found.alone) == ((), frozenset({1}))


def test_letters_in_place_of_a_figure_are_no_second_reading() -> None:
    found = vote(_words("-2 729"), '"2 TI9', TRUST.sure_sign)
    # a quotation mark is what it makes of a minus
    assert (found.disputes, found.alone) == ((), frozenset({1}))


def test_a_lone_reader_in_doubt_is_marked() -> None:
    assert mark_uncertain(_words("615", 0.6), TRUST.figure).words[0].text == "���"
    assert mark_uncertain(_words("615", 0.97), TRUST.figure).words[0].text == "615"
    assert mark_uncertain(_words("Summa", 0.6), TRUST.figure).words[0].text == "Summa"
