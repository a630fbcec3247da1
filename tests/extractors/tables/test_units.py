"""A sentence that speaks of all amounts gives the unit of its part; one that speaks of a few gives none."""

from __future__ import annotations

import pytest

from extractors.tables.units import units_said
from schemas.document import Paragraph
from schemas.place import Place


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
    assert units_said([Paragraph("g0", "p0", None, 0, said, Place(1))]).get("p0") == unit


def test_two_sentences_that_disagree_say_nothing() -> None:
    texts = ("Alla belopp är i tkr.", "Rapporten är upprättad i svenska kronor.")
    assert (
        units_said([Paragraph(f"g{n}", "p0", None, n, text, Place(1)) for n, text in enumerate(texts)]) == {}
    )
