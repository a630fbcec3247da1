"""The line under a table's last row is its label's, or a note's beginning."""

from __future__ import annotations

import pytest

from extractors.pages.lines import find_lines
from extractors.tables.figure_rows import Row
from extractors.tables.last_label import end_of_last_label
from tests.extractors.drawing import draw

ROWS = "10234  Gångväg             10 350\n10251  Tillgängliga gator   1 150\n"


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("       och lokaler", True),
        ("       Avser staden", False),
        ("lokaler", False),
        ("\n       lokaler", False),
    ],
)
def test_small_words_flush_and_just_below_go_on_with_the_label(below: str, goes_on: bool) -> None:
    (page,) = draw(ROWS + below)
    rows = [Row(line, at) for at, line in enumerate(find_lines(page))]
    assert bool(end_of_last_label(rows[:2], rows[2:])) is goes_on
