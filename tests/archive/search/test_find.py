"""What is asked for is found, and nothing else; slips are told."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.search.asked import read_asked
from archive.search.query import Filters
from archive.search.unit import UnitKind
from swedish.search_words import find_words
from tests.archive.search.made import decision, found, ids, index_of, section

INDEX = index_of(
    [
        decision(
            "library", "Öppettider på biblioteket", "Kostnaden beräknas till 240 000 kr.", paragraph="64"
        ),
        decision(
            "lights", "Belysning i skateparken", "Parken får strålkastare för 1,4 mnkr.", paragraph="66"
        ),
        section("pool", "Simhallen stängs, se KS 2025/00211-3.", title="Simhallen"),
        section("kitchen", "Eleverna började väga maten.", title="Måltider"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "hit"),
    [
        ("bibliotekens öppettid", "library"), ("§ 64", "library"), ("240000 kronor", "library"),
        ("skateparksbelysning", "lights"), ("1,4 miljoner", "lights"), ("strålk*", "lights"),
        ("simhall", "pool"), ("KS-2025-211", "pool"), ("ks 2025/211-3", "pool"),
        ("väga", "kitchen"), ("simhalen", "pool"), ("bibloteket~", "library"), ('"väga maten"', "kitchen"),
        ("simhallen Granås", "pool"),
    ],
)  # fmt: skip
def test_it_is_found_first(typed: str, hit: str) -> None:
    assert ids(INDEX, typed)[:1] == [hit]


@pytest.mark.parametrize(
    "typed", ["far", "våga", "vaga", "Granås -fritidsnämnden", '"maten väga"', "KS 2025/212"]
)
def test_it_is_not_found(typed: str) -> None:
    assert ids(INDEX, typed) == []


def test_what_is_left_out_is_no_hit() -> None:
    assert set(ids(INDEX, "-simhallen")) == {"library", "lights", "kitchen"}


def test_a_word_that_nothing_has_is_taken_for_its_nearest_and_that_is_told() -> None:
    assert found(INDEX, "bibloteket").instead == {"bibloteket": ("biblioteket",)}
    assert found(INDEX, "qvxrtpz").unknown == ("qvxrtpz",)


def test_where_nothing_has_all_words_some_are_enough_and_that_is_told() -> None:
    told = found(INDEX, "strålkastare maten")
    assert told.any_word and {hit.shown["id"] for hit in told.hits} == {"lights", "kitchen"}
    assert not found(INDEX, "strålkastare parken").any_word


def test_a_word_that_stands_in_every_text_is_no_reason_to_find_it() -> None:
    assert found(INDEX, "qvxrtpz på").total == 0


def test_hits_are_counted_by_facet() -> None:
    assert INDEX.counts(found(INDEX, "*"), ["kind"]) == {"kind": {"decision": 2, "section": 2}}
    assert INDEX.counts(found(INDEX, "qvxrtpz"), ["kind"]) == {"kind": {}}
    assert INDEX.counts(found(INDEX, "simhallen ELLER belysning"), ["kind"]) == {
        "kind": {"section": 1, "decision": 1}
    }


def test_a_page_of_hits_is_turned_to() -> None:
    asked = read_asked("parken ELLER biblioteket ELLER simhallen")
    whole = [hit.shown["id"] for hit in INDEX.find(asked, Filters()).hits]
    assert [INDEX.find(asked, Filters(), offset=n, limit=1).hits[0].shown["id"] for n in range(3)] == whole


def test_all_units_within_filters() -> None:
    assert {hit.shown["id"] for hit in INDEX.units(Filters(kinds=(UnitKind.SECTION.value,)))} == {
        "pool",
        "kitchen",
    }


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40) | st.text(alphabet="aåäöns §14 -.,:/kr\u00ad\u00a0\u0308", max_size=30))
@example("1.860.000 kr till KS/2024:118, § 63 i lagen")
@example("Gun-Britt får 67,6 % av e-posten")
@example("för\u00adskolan A\u030asa ﬁnns")
def test_index_and_query_agree(text: str) -> None:
    """Each word of whatever text, asked for as it stands there, finds the text."""
    index = index_of([section("it", text)])
    for word in find_words(text):
        raw = text[word.start : word.end]
        if raw not in ("OR", "ELLER"):
            assert ids(index, raw) == ["it"], raw
