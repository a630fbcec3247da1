"""A sentence in English ends and begins as its Swedish does: templates put words around it."""

from __future__ import annotations

from app.web.english import ENGLISH
from app.web.english_sentences import SENTENCES


def test_both_end_with_the_same_sign() -> None:
    for swedish, english in ENGLISH.items():
        signs = [text[-1] if text[-1] in ".:?…" else "" for text in (swedish, english)]
        assert signs[0] == signs[1], swedish


def test_both_begin_with_a_capital_or_neither() -> None:
    for swedish, english in ENGLISH.items():
        assert swedish[0].isupper() == english[0].isupper(), swedish


def test_nothing_is_left_as_it_was() -> None:
    assert [swedish for swedish, english in SENTENCES.items() if swedish == english] == []
    assert not any(letter in "åäöÅÄÖ" for english in ENGLISH.values() for letter in english)
