"""A title with a header under it begins a table; a group's title, and one in a drawn cell, begins none."""

from __future__ import annotations

import pytest

from tests.extractors.drawing import draw, tables_on

ABOVE = "              2031   2030\nLön          1 500  1 400\nHyra           500    400\n"
BELOW = "Tull           600    700\nAvgift         300    200\n"


@pytest.mark.parametrize(
    ("between", "count"),
    [
        ("\n<Not 4 Intäkter>\n               2031   2030\n", 2),
        ("<Not 4 Intäkter>\n", 1),
        ("\nAvser staden\n", 1),
    ],
)
def test_a_title_with_a_header_begins_a_table(between: str, count: int) -> None:
    assert len(list(tables_on(draw(ABOVE + between + BELOW)))) == count
