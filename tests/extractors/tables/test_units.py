"""A sentence that speaks of all amounts gives the unit of its part; one that speaks of a few gives none."""

from __future__ import annotations

import pytest

from extractors.tables.units import units_said


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Alla belopp är i tusental kronor.", "tkr"),
        ("Beloppen anges i tkr om inte annat anges.", "tkr"),
        ("Redovisningen är upprättad i svenska kronor, SEK.", "kr"),
        ("Rapporten upprättas i tusental svenska kronor.", "tkr"),
        ("Beloppen i översikten är i tkr.", None),
        ("Avtalet är upprättat i två exemplar och gäller 350 kronor i månaden.", None),
    ],
)
def test_what_a_sentence_says_of_all_amounts(said: str, unit: str | None) -> None:
    assert units_said([("p0", said)]).get("p0") == unit


def test_two_sentences_that_disagree_say_nothing() -> None:
    texts = ("Alla belopp är i tkr.", "Rapporten är upprättad i svenska kronor.")
    assert units_said(("p0", text) for text in texts) == {}
    assert units_said(zip(("p0", "p1"), texts, strict=True)) == {"p0": "tkr", "p1": "kr"}
