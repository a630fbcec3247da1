"""Whether rounding may excuse a sum that is off by a unit."""

from __future__ import annotations

from reconcilers.known.grid import find_grids
from reconcilers.sums.exactness import Tried, find_exact_tables
from reconcilers.sums.identities import try_rule
from reconcilers.sums.row_rules import find_row_rules
from tests.reconcilers.made_tables import Made, make

COLUMNS = " | ".join(str(year) for year in range(2018, 2026))
TERMS = [[f"{310 + 37 * row + 11 * year}" for year in range(8)] for row in range(6)]


def tried(off_by: dict[int, int], columns: int = 8) -> list[Tried]:
    """A table of six rows and their sums, of which some are off by so many units."""
    sums = [sum(int(row[year]) for row in TERMS) + off_by.get(year, 0) for year in range(columns)]
    lines = [f"Rad {n} | {' | '.join(row[:columns])}" for n, row in enumerate(TERMS)]
    rows = "\n".join([*lines, f"Summa | {' | '.join(map(str, sums))}"])
    (grid,) = find_grids(make(Made("Tabell", " | ".join(COLUMNS.split(" | ")[:columns]), rows)))
    return [(grid.matrix, trial) for rule in find_row_rules(grid) for trial in try_rule(grid.matrix, rule)]


def test_many_exact_sums_are_no_work_of_rounding() -> None:
    assert find_exact_tables({"t": tried({})}) == {"t"}


def test_two_sums_off_by_a_unit_are_rounded() -> None:
    assert find_exact_tables({"t": tried({1: 1, 5: -1})}) == set()


def test_one_sum_off_by_a_unit_among_exact_ones_is_a_wrong_figure() -> None:
    assert find_exact_tables({"t": tried({3: 1})}) == {"t"}


def test_a_table_with_too_few_sums_is_as_exact_as_the_others() -> None:
    few = tried({}, columns=1)
    assert find_exact_tables({"few": few}) == set()
    assert find_exact_tables({"few": few, "many": tried({})}) == {"few", "many"}
