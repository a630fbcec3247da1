"""A table's figures as lines and columns of whole numbers."""

from __future__ import annotations

from reconcilers.known.grid import Grid, find_grids
from tests.reconcilers.made_tables import Made, make

ROWS = """
    Kansli
    Lön | 12,5 | 13
    varav jour | 1,25 | 2
    Park
    Summa | | 15 | 40"""


def grid() -> Grid:
    (found,) = find_grids(make(Made("Tabell", "Budget 2025 | Utfall 2025 | Andel, %", ROWS, "mnkr")))
    return found


def test_figures_are_whole_numbers_of_one_scale_with_half_a_printed_unit_each() -> None:
    """Two decimals at most: a hundred times the value, twice over; 13 is good to half of a whole one."""
    matrix = grid().matrix
    assert matrix.scale == 200
    assert matrix.numbers == ((2500, 2600, None), (250, 400, None), (None, 3000, 8000))
    assert matrix.halves == ((10, 100, 0), (1, 100, 0), (0, 100, 100))


def test_lines_know_their_stretch_under_a_group_row_and_what_they_say() -> None:
    lines = grid().lines
    assert [(line.group, line.run, line.of_which, line.says_sum) for line in lines] == [
        ("Kansli", 0, False, False), ("Kansli", 0, True, False), ("Park", 1, False, True),
    ]  # fmt: skip


def test_columns_know_their_unit_measure_and_year() -> None:
    columns = grid().columns
    assert [(c.measure, c.year, c.is_share) for c in columns][:2] == [
        ("budget", 2025, False), ("utfall", 2025, False),
    ]  # fmt: skip
    assert columns[2].is_share


def test_a_matrix_turned_has_lines_for_columns_and_keeps_each_figure() -> None:
    turned = grid().matrix.only([0, 1]).turned()
    assert turned.numbers == ((2500, 250, None), (2600, 400, 3000))
    assert [fact.raw if fact else None for fact in turned.facts[1]] == ["13", "2", "15"]
