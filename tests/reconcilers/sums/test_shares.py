"""Percentages against the two columns that explain them."""

from __future__ import annotations

from decimal import Decimal

from reconcilers.known.grid import find_grids
from reconcilers.sums.shares import Share, find_shares
from tests.reconcilers.made_tables import Made, make


def shares_of(columns: str, rows: str) -> list[Share]:
    (grid,) = find_grids(make(Made("Utfall", columns, rows)))
    return find_shares(grid)


OF_BUDGET = """
    Intäkter | 4 820 | 710 | 14,7
    Hyror | 6 150 | 1 030 | 16,7
    Bidrag | 3 260 | 610 | {}"""


def test_a_share_is_one_figure_of_the_other() -> None:
    shares = shares_of("Budget 2025 | Utfall 2025 | Utfall, %", OF_BUDGET.format("18,7"))
    assert next((s.a.value, s.b.value, s.is_change) for s in shares) == (710, 4820, False)
    assert all(share.holds for share in shares)


def test_a_wrong_percentage_in_a_column_of_right_ones_is_told_with_what_it_should_be() -> None:
    wrong = [s for s in shares_of("Budget 2025 | Utfall 2025 | %", OF_BUDGET.format("17,8")) if not s.holds]
    assert [round(share.expected, 1) for share in wrong] == [Decimal("18.7")]


def test_a_change_is_the_difference_of_the_earlier_figure() -> None:
    rows = "Skola | 4 000 | 4 100 | 2,5\nVård | 8 000 | 7 600 | -5,0\nKultur | 1 200 | 1 248 | 4,0"
    shares = shares_of("2024 | 2025 | Förändring, %", rows)
    assert {share.is_change for share in shares} == {True} and len(shares) == 3


def test_a_share_may_miss_by_what_rounding_did_to_all_three() -> None:
    """7 of 21 printed whole: 33 is right to half a percent, and each figure may be off by half a unit."""
    (share, *_) = shares_of("Alla | Ja | Andel, %", "A | 21 | 7 | 33\nB | 19 | 4 | 21\nC | 37 | 9 | 24")
    assert share.tolerance == Decimal("3.6746")  # .5 + 100 · (.5 + .5 · 7/21) / 21


def test_percentages_that_no_two_columns_explain_are_left_in_peace() -> None:
    rows = "Skola | 4 000 | 4 100 | 61\nVård | 8 000 | 7 600 | 12\nKultur | 1 200 | 1 248 | 83"
    assert shares_of("2024 | 2025 | Nöjda, %", rows) == []


def test_nothing_and_all_prove_nothing() -> None:
    """0 and 100 per cent hold in many a pair of columns."""
    assert shares_of("Budget | Utfall | %", "A | 40 | 40 | 100\nB | 70 | 70 | 100\nC | 90 | 0 | 0") == []
