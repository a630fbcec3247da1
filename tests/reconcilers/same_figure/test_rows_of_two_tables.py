"""Rows of the same names in two tables are linked where most of their figures are the same."""

from __future__ import annotations

from reconcilers.known.grid import find_grids
from reconcilers.same_figure.rows_of_two_tables import find_matches
from tests.reconcilers.made_tables import Made, make

ROWS = "Skola | 41 275\nVård | 94 115\nVägar | 12 340\nHamn | 3 415"


def differing(second: str) -> list[tuple[str, str]]:
    grids = find_grids(make(Made("Kostnader", "Budget 2031", ROWS), Made("Bilaga", "Budget 2031", second)))
    return [(p.a.raw, p.b.raw) for match in find_matches(grids) for p in match.pairs if not p.same_size]


def test_a_figure_that_differs_in_one_of_several_rows_is_found() -> None:
    assert differing(ROWS) == []
    assert differing(ROWS.replace("94 115", "94 151")) == [("94 115", "94 151")]


def test_rows_of_the_same_names_whose_figures_are_others_speak_of_other_things() -> None:
    assert differing("Skola | 1 275\nVård | 4 115\nVägar | 2 340\nHamn | 3 415") == []
