"""Which columns make up which, and whether a failure of it is a disagreement."""

from __future__ import annotations

from reconcilers.known.grid import find_grids
from reconcilers.sums.column_rules import find_column_rules
from tests.reconcilers.made_tables import Made, make

ROWS = """
    Skola | -4 250 | -4 310 | 60
    Vård | -9 410 | -9 115 | -295
    Kultur | -1 240 | -1 204 | -36"""
Found = tuple[int, tuple[tuple[int, int], ...], bool]


def rules_of(columns: str, rows: str) -> list[Found]:
    (grid,) = find_grids(make(Made("Nämnder", columns, rows)))
    return [(rule.target, rule.terms, firm) for _, rule, firm in find_column_rules(grid)]


def test_a_deviation_is_one_column_less_another() -> None:
    """Of three columns that explain each other, the header tells which is the one that comes from them."""
    assert rules_of("Budget 2025 | Utfall 2025 | Avvikelse", ROWS) == [(2, ((1, 0), (-1, 1)), True)]


def test_a_column_called_a_total_is_a_sum_of_columns_side_by_side() -> None:
    rows = """
        Väg A | 310 | 240 | 125 | 675
        Väg B | 85 | 12 | 31 | 128
        Bro | 17 | 1 150 | 2 400 | 3 567"""
    assert rules_of("2025 | 2026 | 2027 | Totalt", rows) == [(3, ((1, 0), (1, 1), (1, 2)), True)]


def test_two_columns_explain_nothing() -> None:
    assert rules_of("Budget 2025 | Utfall 2025", "Skola | 4 250 | 4 250\nVård | 9 410 | 9 410") == []


def test_a_column_whose_header_tells_nothing_needs_more_rows() -> None:
    """Two rows may agree by chance; the header "Avvikelse" makes two enough."""
    two = "\n".join(ROWS.strip().splitlines()[:2])
    assert rules_of("Budget 2025 | Utfall 2025 | Kolumn", two) == []
    assert rules_of("Budget 2025 | Utfall 2025 | Avvikelse", two) != []


def test_a_column_filled_only_where_it_matters_is_silent_elsewhere() -> None:
    """A row printed "0" against its difference, again and again, is no failure of the clerk's."""
    rows = ROWS + "\n" + "\n".join(f"Rad {n} | {n}71 | {n}58 | 0" for n in range(2, 6))
    assert [firm for *_, firm in rules_of("Budget 2025 | Utfall 2025 | Avvikelse", rows)] == [False]


def test_columns_of_different_units_are_never_held_against_each_other() -> None:
    """A share has another unit than the money beside it."""
    assert rules_of("Budget 2025 | Utfall 2025 | Avvikelse, %", ROWS) == []
