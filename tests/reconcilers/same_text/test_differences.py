from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcilers.same_text.differences import find_differences

Told = tuple[str, str | None, str | None]
CASES: list[tuple[str, str, list[Told]]] = [
    ("Ramen är 1 350 tkr i år.", "Ramen är 1 530 tkr i år.", [("number", "1 350 tkr", "1 530 tkr")]),
    ("Utgiften är 136 mnkr, varav", "Utgiften är 136 tkr, varav", [("number", "136 mnkr", "136 tkr")]),
    ("Resultatet är -14,5 mnkr.", "Resultatet är 14,5 mnkr.", [("number", "-14,5 mnkr", "14,5 mnkr")]),
    ("Mötet hålls 3 maj 2025.", "Mötet hålls 3 juni 2025.", [("number", "3 maj 2025", "3 juni 2025")]),
    ("Vägen till Ekby lagas.", "Vägen till Ekeby lagas.", [("name", "Ekby", "Ekeby")]),
    ("Det ska göras nu.", "Det ska göras.", [("removed", "nu", None)]),
    ("Det ska göras.", "Det ska inte göras.", [("added", None, "inte")]),
    ("Den löpande driften.", "Den vanliga driften.", [("wording", "löpande", "vanliga")]),
    ("1. att anta planen", "att anta planen,", [("wording", None, None)]),
    ("Vi bygger. Gatan lagas.", "Vi bygger och gatan lagas.", [("added", None, "och")]),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_differences_are_classed(a: str, b: str, expected: list[Told]) -> None:
    found = [(d.kind, d.a, d.b) for d in find_differences(a, b)]
    if expected == [("wording", None, None)]:  # a list's number and a comma: punctuation, but not nothing
        assert {kind for kind, _, _ in found} == {"wording"}
    else:
        assert found == expected


@given(st.text(alphabet="abÅ 1,.-§", max_size=60), st.text(alphabet="abÅ 1,.-§", max_size=60))
def test_what_is_told_is_printed_on_its_side(a: str, b: str) -> None:
    for difference in find_differences(a, b):
        assert difference.a is None or " ".join(difference.a.split()) in " ".join(a.split())
        assert difference.b is None or " ".join(difference.b.split()) in " ".join(b.split())


@given(st.text(alphabet="abÅ 1,.-§", max_size=60))
def test_a_text_differs_from_itself_in_nothing(text: str) -> None:
    assert find_differences(text, text) == ()
