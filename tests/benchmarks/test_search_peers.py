"""The others are asked as well as they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from benchmarks.search_peers import Search, Text, fts5, tantivy_swedish

TEXTS = [
    Text("pool", "Simhallens avgifter för barn och unga", "Granås"),
    Text("hall", "Avgifter i ishallen", "Granås"),
    Text("park", "Skateparken får belysning, KS/2024:118", "Sandnäs"),
]


@pytest.mark.parametrize("engine", [fts5, tantivy_swedish])
@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("avgifter", {"pool", "hall"}),
        ("avgifter ishallen", {"hall"}),
        ("avgifter skateparken", {"pool", "hall", "park"}),
        ('"barn och unga"', {"pool"}),
        ("skate*", {"park"}),
        ("avgifter -ishallen", {"pool"}),
        ("ishallen ELLER skateparken", {"hall", "park"}),
        ("KS/2024:118", {"park"}),
        ("avgifter Granås", {"pool", "hall"}),
        ('" - * "', set()),
        ("", set()),
    ],
)
def test_each_is_asked_in_its_own_language(
    engine: Callable[[Iterable[Text]], Search], typed: str, hits: set[str]
) -> None:
    assert set(engine(TEXTS)(typed, 10)) == hits


def test_fts5_takes_the_marks_off_letters_and_tantivy_stems() -> None:
    assert fts5(TEXTS)("far", 10) == ["park"] and tantivy_swedish(TEXTS)("far", 10) == []
    assert fts5(TEXTS)("avgift", 10) == [] and set(tantivy_swedish(TEXTS)("avgiften", 10)) == {"pool", "hall"}
