"""A search as it is asked for: nothing typed is an error, limits hold together, what was done is told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.library import Snapshot, open_library
from app.searching import answer, read_ask
from archive.documents import list_documents
from archive.lock import writing
from archive.search.find import SearchIndex
from archive.search.write import build_index, index_path
from tests.archive.test_release import add, made


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_library(made(tmp_path_factory.mktemp("asked"), ["majmöte", "majkväll"]).root).now()


@pytest.mark.parametrize("words", ["§208*", "d’a*", "§*", "-*", "~", 'a"b*', "[x*", "a-b*", "\\*", "{2}*"])
def test_signs_of_the_engines_own_are_words_like_others(snapshot: Snapshot, words: str) -> None:
    assert answer(snapshot, read_ask({"q": words})).total >= 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["", "*", "~", '"', "-"]))
def test_nothing_that_is_typed_is_an_error(snapshot: Snapshot, text: str, mark: str) -> None:
    found = answer(snapshot, read_ask({"q": text + mark, "minst": text, "fran": text, "sida": text}))
    assert len(found.hits) <= found.total


def test_a_year_and_days_limit_together_and_what_cannot_be_is_told() -> None:
    both = read_ask({"ar": "2024", "fran": "2024-12-01", "till": "2025-02-01"}).filters
    assert (both.first_day, both.last_day) == (date(2024, 12, 1), date(2024, 12, 31))
    [told] = read_ask({"ar": "2024", "fran": "2025-01-01"}).problems
    assert "Ingen dag" in told


def test_a_minus_leaves_out_whichever_sign_and_whatever_follows(snapshot: Snapshot) -> None:
    every = answer(snapshot, read_ask({"q": "budgetuppföljning", "typ": "paragraf"})).total
    assert every == 2
    for minus in "-−–":
        for left_out in ("§208", "borås"):
            without = answer(
                snapshot, read_ask({"q": f"budgetuppföljning {minus}{left_out}", "typ": "paragraf"})
            )
            assert without.total == 0, left_out
    assert read_ask({"q": "-5 815"}).asked.groups and not read_ask({"q": "-5 815"}).asked.without


def test_an_index_made_by_hand_has_the_documents_of_its_release_alone(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    archive = made(tmp_path_factory.mktemp("later"), ["majmöte"])
    size = SearchIndex(index_path(archive, 1)).size
    with writing(archive):
        add(archive, "junimöte")
        build_index(archive, 1)
    assert len(list_documents(archive)) == 2 and SearchIndex(index_path(archive, 1)).size == size
