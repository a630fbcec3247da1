"""Readers are timed in turns, and a sheet's time is the median's."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.speed import Timed, plain_text, readers, seconds_per_sheet

PDF = Path(__file__).parents[2] / "samples" / "minustecken" / "minustecken.pdf"


def test_the_first_call_and_whoever_takes_fewer_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that stands still between calls, and each call as long as it says."""
    now, calls = 0.0, []

    def takes(name: str, *seconds: float) -> Timed:
        left = iter((99.0, *seconds))

        def run() -> None:
            nonlocal now
            calls.append(name)
            now += next(left)

        return Timed(name, run, 2, len(seconds))

    monkeypatch.setattr("benchmarks.speed.time.perf_counter", lambda: now)
    monkeypatch.setattr("benchmarks.speed.gc.collect", lambda: 0)
    taken = seconds_per_sheet([takes("a", 4, 2, 30), takes("b", 6)])
    assert taken == {"a": 2.0, "b": 3.0}, "the first is not counted, and there are two sheets"
    assert "".join(calls) == "ab" + "ab" + "a" + "a"


def test_plain_text_is_every_character_of_every_sheet() -> None:
    assert plain_text(PDF.read_bytes()) > 200


def test_camelot_reads_every_eighth_sheet() -> None:
    asked = {each.name: each.sheets for each in readers(PDF, 17)}
    assert asked["Paragraf, everything"] == 17 and asked["camelot stream"] == 3
