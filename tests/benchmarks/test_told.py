"""What a measurement says is printed, kept, and quoted by name."""

from __future__ import annotations

import pytest

from benchmarks.told import Told


def test_lines_figures_and_broken_limits_are_kept_apart(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told()
    told.say("Rader")
    told.say()
    told.note(exact=41, share=0.123456)
    told.note(share=0.98765, seconds=3)
    told.break_limit("för långsamt")
    assert told.lines == ["Rader", "", "  BROKEN: för långsamt"]
    assert capsys.readouterr().out == "Rader\n\n  BROKEN: för långsamt\n"
    assert told.figures == {"exact": 41, "share": 0.9877, "seconds": 3}
    assert told.broken == ["för långsamt"]
