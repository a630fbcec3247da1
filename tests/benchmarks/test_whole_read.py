"""What a sheet costs is asked of processes in turns; a line a checkout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks import whole_read
from benchmarks.whole_read import ROOT, measure, timer


def test_the_median_a_sheet_without_the_first_round(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    @contextmanager
    def answering(code: Path) -> Iterator[Callable[[Path], dict[str, float]]]:
        seconds = iter((99.0, 0.2, 0.9, 0.3))

        def ask(_: Path) -> dict[str, float]:
            asked.append(code.name)
            taken = next(seconds)
            return {"sheets": 2, "again": 1, "read": taken, "reading": taken / 2}

        yield ask

    monkeypatch.setattr(whole_read, "timer", answering)
    one, other = measure([Path("base"), Path("ours")], Path("protokoll.pdf"), rounds=3)
    assert asked == ["base", "ours"] * 4
    assert one.split() == other.replace("ours", "base").split()
    assert "read  150.00  reading   75.00 ms a sheet" in one and "1 tables read again" in one


def test_a_process_reads_the_file_and_says_what_it_cost() -> None:
    with timer(ROOT) as ask:
        told = ask(ROOT / "samples" / "minustecken" / "minustecken.pdf")
    assert told["sheets"] == 2 and 0 < told["reading"] <= 3 * told["read"]
