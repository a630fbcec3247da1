"""The measurement of serving runs on a small archive, and a limit that is broken is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.search.find import SearchIndex
from archive.search.write import index_path
from benchmarks import serving
from benchmarks.told import Told
from tests.archive.test_release import made


def test_every_figure_is_measured_and_a_broken_limit_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, ["majmöte", "majkväll"])
    monkeypatch.setattr(serving, "ENGINE_MS", 0.0)
    monkeypatch.setattr(serving, "SHEETS", 0)
    monkeypatch.setattr(serving, "ASKED", 4)
    told = Told()
    serving.bench_serving(told, tmp_path)
    assert {
        "engine_p95_ms",
        "page_p95_ms",
        "start_s",
        "server_mb",
        "update_s",
        "index_mb",
    } <= told.figures.keys()
    assert any("in the engine takes" in broken for broken in told.broken)
    assert "one new document in the index" in capsys.readouterr().out


def test_cold_words_are_words_of_the_archive_each_once(tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte"])
    words = serving.cold_words(SearchIndex(index_path(archive, 1)), 100)
    assert len(words) == len(set(words)) > 5 and "budgetuppföljning" in words
