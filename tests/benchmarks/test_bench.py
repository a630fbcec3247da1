"""Each part says what it found, and breaks its limit where that is too little."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import bench
from benchmarks.bench import PARTS, Corpus, measure
from benchmarks.corpus import Measured
from benchmarks.results import read_chapters
from benchmarks.told import Told


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path, None, [])


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """results.md, empty."""
    path = tmp_path / "results.md"
    monkeypatch.setattr(bench, "RESULTS", path)
    monkeypatch.setattr(bench, "read_results", lambda: path.read_text() if path.exists() else "")
    return path


def part(monkeypatch: pytest.MonkeyPatch, work: Callable[[Told], None]) -> str:
    monkeypatch.setitem(PARTS, "archive", lambda told, _: work(told))
    return "archive"


def test_a_part_s_figures_become_its_chapter_beside_the_others(
    corpus: Corpus, results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        assert measure(part(monkeypatch, lambda told, n=number: told.note(pairs=n)), corpus, is_written=True)  # type: ignore[misc]
    assert list(read_chapters(results.read_text())) == ["archive"] and "2" in results.read_text()


def test_a_part_that_falls_is_no_chapter_and_does_not_hold(
    corpus: Corpus, results: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall(told: Told) -> None:
        told.note(pairs=1)
        raise ValueError("no such file")

    assert not measure(part(monkeypatch, fall), corpus, is_written=True)
    assert not results.exists() and "no such file" in capsys.readouterr().err


def test_a_broken_limit_is_written_and_does_not_hold(
    corpus: Corpus, results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_it(told: Told) -> None:
        told.note(pairs=1)
        told.break_limit("for slow")

    assert not measure(part(monkeypatch, break_it), corpus, is_written=True)
    assert results.exists()


@pytest.mark.parametrize(
    ("changed", "broken"),
    [({}, 0), ({"seconds": 5.1}, 1), ({"mb": 2000.0}, 1), ({"pairs": 2}, 1), ({"failed": 1}, 1)],
)
def test_an_archive_that_costs_too_much_breaks_its_limit(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], broken: int
) -> None:
    measured = {"documents": 10_000, "seconds": 1.0, "mb": 500.0, "reader_mb": 300.0, "pairs": 1, "failed": 0}
    monkeypatch.setattr("benchmarks.bench.archive_kin.measure", lambda: measured | changed)
    told = Told()
    bench.bench_archive(told, corpus)
    assert len(told.broken) == broken


@pytest.mark.parametrize(("found", "broken"), [(99, 0), (97, 1)])
def test_too_few_faults_found_break_the_limit(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, found: int, broken: int
) -> None:
    monkeypatch.setattr("benchmarks.bench.digit_faults.count_found", lambda **_: (found, 100))
    told = Told()
    bench.bench_digit_faults(told, corpus)
    assert len(told.broken) == broken and told.figures["share"] == found / 100


@pytest.mark.parametrize(("ours", "words", "broken"), [(6.0, 60.0, 0), (13.0, 90.0, 1), (13.0, 60.0, 2)])
def test_a_reading_too_slow_for_either_ratio_breaks_it(
    monkeypatch: pytest.MonkeyPatch, ours: float, words: float, broken: int
) -> None:
    taken = {
        "PDFium, plain text": 1.0, "Paragraf, everything": ours, "Paragraf, read and proved": 2 * ours,
        "pdfplumber, words": words,
    }  # fmt: skip
    monkeypatch.setattr("benchmarks.bench.speed.readers", lambda *_: [])
    monkeypatch.setattr("benchmarks.bench.speed.seconds_per_sheet", lambda _: taken)
    document = Measured(Path("protokoll.pdf"), Path())
    document.__dict__["gold"] = {"document": {"pages": 3}}
    told = Told()
    bench.bench_speed(told, Corpus(Path(), document, []))
    assert len(told.broken) == broken and told.figures["times_plain_text"] == ours


def test_without_a_reference_its_measures_are_skipped(corpus: Corpus) -> None:
    told = Told()
    bench.bench_scores(told, corpus)
    assert told.lines == ["No reference in the shared folder: its measures are skipped."]
