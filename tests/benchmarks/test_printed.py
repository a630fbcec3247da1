"""Copies of a paper that say the same in another print, and the limit that each is held to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from benchmarks import printed
from benchmarks.printed import ENGINES, LEAST, copies
from benchmarks.scores import Score
from benchmarks.told import Told

PDF = Path(__file__).parents[2] / "samples" / "minustecken" / "minustecken.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path | None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("benchmarks.printed.shutil.which", lambda _: None)
        patch.setattr(printed, "DPI", 40)
        return dict(copies(PDF, tmp_path_factory.mktemp("printed")))


def sheet(path: Path | None) -> pypdfium2.PdfPage:
    assert path is not None
    return pypdfium2.PdfDocument(path)[0]


def test_an_engine_that_is_not_here_is_named_all_the_same(made: dict[str, Path | None]) -> None:
    assert [name for name, path in made.items() if path is None] == list(ENGINES)
    assert set(LEAST) <= set(made), "each limit is of a copy"


def test_a_sheet_is_scaled_turned_and_scanned(made: dict[str, Path | None]) -> None:
    width, height = pypdfium2.PdfDocument(PDF)[0].get_size()
    assert sheet(made["scaled to 71 %"]).get_size() == pytest.approx(
        (0.7071 * width, 0.7071 * height), abs=0.1
    )
    assert sheet(made["turned by 90 degrees"]).get_size() == pytest.approx((height, width), abs=0.1)
    scanned = sheet(made["scanned"])
    assert scanned.get_size() == pytest.approx((width, height), abs=3)
    assert scanned.get_textpage().get_text_range() == ""
    assert "".join(sheet(made["scaled to 71 %"]).get_textpage().get_text_range().split()) == "".join(
        pypdfium2.PdfDocument(PDF)[0].get_textpage().get_text_range().split()
    )


def test_a_copy_whose_facts_fall_short_breaks_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def scores(facts: float) -> dict[str, Score]:
        return {name: Score(facts, 0, 0, 0) for name in ("facts", "cells", "headings", "text")}

    def measure(_: Path) -> Iterator[tuple[str, dict[str, Score] | None, float]]:
        yield "Cairo", scores(0.99), 0.1
        yield "scanned", scores(0.99), 2.5
        yield "MuPDF", None, 0.0

    monkeypatch.setattr(printed, "measure", measure)
    told = Told()
    printed.bench(told, Path())
    assert told.broken == ["Cairo: facts 0.9900, less than 1.0"]
    assert told.figures["scanned_facts"] == 0.99 and told.figures["scanned_seconds"] == 2.5
    assert any("MuPDF" in line and "not installed" in line for line in told.lines)
