"""What was asked for is marked where it stands, in whichever form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.asked import read_asked
from archive.search.marks import Marker, cut, snippet


def marked(typed: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Marker(read_asked(typed)).find(text)]


@pytest.mark.parametrize(
    ("typed", "text", "marks"),
    [
        ("skola", "Skolornas budget och skolbudgeten", ["Skolornas", "skolbudgeten"]),
        ("får", "Den som far får fara", ["får"]),
        ("§ 63", "Se 63 § och § 64", ["63 §"]),
        ("1250000", "högst 1 250 000 kr", ["1 250 000"]),
        ("KS-2024-118", "Dnr KS/2024:118", ["KS", "2024:118"]),
        ('"barn och unga"', "unga och barn, barn och unga", ["barn", "och", "unga"]),
        ("strålk*", "Strålkastare i parken", ["Strålkastare"]),
        ("bibloteket~", "på biblioteket", ["biblioteket"]),
        ("ploga", "dyrare plogning", ["plogning"]),
        ("vem budget", "vem som gör budgeten", ["budgeten"]),
        ("kr", "fem kronor", ["kronor"]),
        ("förskola", "för\u00adskolan", ["för\u00adskolan"]),
        ("skola -budget", "skolans budget", ["skolans"]),
    ],
)
def test_marks(typed: str, text: str, marks: list[str]) -> None:
    assert marked(typed, text) == marks


def test_the_passage_that_answers_best_is_shown() -> None:
    number, pieces = snippet(["Inget här", "Skolan", "Skolans budget"], Marker(read_asked("skola budget")))
    assert number == 2 and [piece.text for piece in pieces if piece.is_marked] == ["Skolans", "budget"]
    assert snippet([], Marker(read_asked("skola"))) == (0, [])


def test_a_long_text_is_cut_around_its_marks() -> None:
    text = "ord " * 200 + "simhallen " + "ord " * 200
    pieces = cut(text, Marker(read_asked("simhall")))
    assert pieces[0].text == "… " and pieces[-1].text.endswith(" …")
    assert [piece.text for piece in pieces if piece.is_marked] == ["simhallen"]
    assert sum(len(piece.text) for piece in pieces) < 300


@given(st.text(max_size=200), st.text(max_size=30))
def test_no_letter_is_lost_or_added(text: str, typed: str) -> None:
    assert "".join(piece.text for piece in cut(text, Marker(read_asked(typed)))) == text
