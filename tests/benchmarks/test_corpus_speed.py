"""Reading is timed as times plain text, and more than the limit is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import corpus_speed
from benchmarks.told import Told

SAMPLE = Path(__file__).parents[2] / "samples" / "minustecken" / "minustecken.pdf"


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shared folder with a corpus of one document, which nobody ingests."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "d1.pdf").write_bytes(SAMPLE.read_bytes())
    monkeypatch.setattr(corpus_speed, "ingest", lambda _pdfs, archive, workers: archive)
    return tmp_path


def timed(monkeypatch: pytest.MonkeyPatch, read: float) -> None:
    whole = {"sheets": 2.0, "plain": 0.01, "extract": 0.08, "read": read}
    monkeypatch.setattr(corpus_speed, "costs", lambda _path, _rounds: whole)


def test_times_of_plain_text(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timed(monkeypatch, read=0.1)
    told = Told()
    corpus_speed.bench(told, shared)
    assert told.figures["corpus_extract_times"] == pytest.approx(8.0)
    assert told.figures["corpus_read_times"] == pytest.approx(10.0)
    assert not told.broken


def test_a_slow_reading_breaks_the_limit(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timed(monkeypatch, read=0.16)
    told = Told()
    corpus_speed.bench(told, shared)
    assert told.broken == ["read takes 16.0 times plain text over the corpus, more than 15"]


def test_a_file_s_costs_are_measured_one_by_one() -> None:
    measured = corpus_speed.costs(SAMPLE, rounds=1)
    assert list(measured) == ["sheets", "plain", "extract", "read"]
    assert 0 < measured["plain"] < measured["extract"]


def test_without_a_corpus_nothing_is_timed(tmp_path: Path) -> None:
    told = Told()
    corpus_speed.bench(told, tmp_path)
    assert told.lines[-1] == "No corpus in the shared folder: its reading is not timed."
