"""What is about a matter comes before what mentions it; filters limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive.search.query import Filters
from archive.search.unit import Passage, Unit, UnitKind
from tests.archive.search.made import ABOUT, decision, ids, index_of, section


def row(id: str, label: str) -> Unit:
    return Unit(
        UnitKind.ROW, id, label, (Passage(f"{label}: Budget 2026: 120"),), (label,), amounts=(120_000.0,)
    )


def test_a_decision_is_before_a_passing_mention() -> None:
    index = index_of(
        [
            section("mention", "Skatten räcker till mer, bland annat fritidshem."),
            row("row", "Fritidshem"),
            decision("decision", "Avgift för fritidshem", "Avgiften fastställs till 520 kronor per månad."),
        ]
    )
    assert ids(index, "fritidshem") == ["decision", "row", "mention"]
    assert ids(index, "hur mycket kostar fritidshem")[0] == "decision"


def test_a_title_is_before_the_text() -> None:
    index = index_of(
        [section("text", "Ett ord om simhallen."), section("title", "Den stängs.", title="Simhallen")]
    )
    assert ids(index, "simhall") == ["title", "text"]


def test_words_as_written_are_before_their_parts() -> None:
    index = index_of([section("part", "Grundskolan växer."), section("word", "Skolan växer.")])
    assert ids(index, "skolan") == ["word", "part"]


def test_a_beginning_on_top_is_before_one_in_the_text() -> None:
    texts = section("text", "Om skolskjutsar."), section("top", "De upphandlas.", title="Skolskjutsar")
    assert ids(index_of(texts), "skolskj*") == ["top", "text"]


def test_a_phrase_does_not_go_over_passages() -> None:
    index = index_of([section("apart", "Vi bygger", "nya vägar"), section("row", "Vi bygger nya vägar")])
    assert ids(index, '"bygger nya"') == ["row"]


@pytest.mark.parametrize("typed", ["plan*", "a.b*", "d.*l*", "å*", "[a-z]*"])
def test_a_beginning_is_taken_literally(typed: str) -> None:
    index = index_of([section("it", "Detaljen planlagd")])
    assert ids(index, typed) == (["it"] if typed == "plan*" else [])


@pytest.mark.parametrize(
    ("filters", "hits"),
    [
        (Filters(), {"d", "r"}),
        (Filters(kinds=("row",)), {"r"}),
        (Filters(municipality="granas"), {"d", "r"}),
        (Filters(municipality="annat"), set()),
        (Filters(paragraph="7"), {"d"}),
        (Filters(document_id="doc"), {"d", "r"}),
        (Filters(superseded=("doc",)), set()),
        (Filters(first_day=date(2025, 1, 1)), {"d", "r"}),
        (Filters(last_day=date(2024, 12, 31)), set()),
        (Filters(least=100_000.0), {"r"}),
        (Filters(least=100_000.0, most=110_000.0), set()),
        (Filters(severity="any"), set()),
    ],
)
def test_filters_limit(filters: Filters, hits: set[str]) -> None:
    units = [decision("d", "Budget 2026", paragraph="7"), row("r", "Budget för gator")]
    index = index_of(units, replace(ABOUT, municipality="Granås", day=date(2025, 6, 17)))
    assert set(ids(index, "budget", filters)) == hits
