"""The judged searches: ours holds on our samples, and a search that fails is told."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from benchmarks import searches
from benchmarks.scores import ingest
from benchmarks.searches import (
    LEAST_SUCCESS,
    QUERIES,
    Indexed,
    Judged,
    index_archive,
    judge,
    mean_reciprocal,
    read_judged,
    sample_files,
    success,
)
from benchmarks.told import Told

SAMPLES = read_judged(QUERIES / "samples.toml")
EVERY = [*SAMPLES, *read_judged(QUERIES / "corpus.toml")]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    archive = tmp_path_factory.mktemp("searches") / "archive"
    ingest(sample_files(), archive, workers=1)
    return index_archive(archive)


def test_ours_finds_the_answers_in_our_samples(indexed: Indexed) -> None:
    outcomes = indexed.outcomes("Paragraf", SAMPLES)
    assert [each.judged.typed for each in outcomes if each.is_wrong] == []
    assert success(outcomes) >= LEAST_SUCCESS and mean_reciprocal(outcomes) >= 0.9


def test_the_others_find_fewer(indexed: Indexed) -> None:
    others = [search for search in indexed.searches if search != "Paragraf"]
    assert len(others) == 2
    assert all(0.3 < success(indexed.outcomes(search, SAMPLES)) < 0.9 for search in others)


def test_every_judgement_names_something(indexed: Indexed) -> None:
    names = set(indexed.names.values())
    told = [(each.typed, name) for each in SAMPLES for name in (*each.right, *each.never)]
    assert [one for one in told if not any(fnmatchcase(name, one[1]) for name in names)] == []


def test_there_are_enough_queries_of_each_kind() -> None:
    counts = Counter(each.kind for each in EVERY)
    assert len(EVERY) >= 120 and len(counts) == 13 and min(counts.values()) >= 10


@pytest.mark.parametrize(
    ("names", "rank", "succeeds"),
    [
        (["a § 1"], 1, True),
        (["x", "x", "x", "x", "a avsnitt B"], 5, True),
        (["x", "x", "x", "x", "x", "a § 1"], 6, False),
        ([], None, False),
        (["a § 1", "b § 2"], 1, False),
    ],
)
def test_a_search_succeeds_with_an_answer_among_five_and_nothing_wrong(
    names: list[str], rank: int | None, succeeds: bool
) -> None:
    outcome = judge(Judged("names", "x", ("a § 1", "a avsnitt *"), ("b *",)), names)
    assert (outcome.rank, outcome.succeeds()) == (rank, succeeds)


def test_what_is_not_there_is_rightly_not_found() -> None:
    judged = Judged("letters", "far", (), ("a *",))
    assert judge(judged, []).reciprocal == 1.0 and judge(judged, ["a § 1"]).reciprocal == 0.0


def test_too_few_answers_break_the_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    outcomes = [judge(Judged("names", "x", ("a",), ()), names) for names in (["a"], [])]
    monkeypatch.setattr(searches, "_measured", lambda *_: [("Paragraf", outcomes), ("SQLite", outcomes)])
    monkeypatch.setattr(searches, "read_judged", lambda _: [each.judged for each in outcomes])
    told = Told()
    searches.bench(told, tmp_path)
    assert told.figures["success_at_5"] == 0.5 and told.figures["sqlite_mrr"] == 0.5
    assert told.broken == ["success at 5 is 0.500, less than 0.95"]
    assert "  fails: names: x (rank none)" in told.lines
