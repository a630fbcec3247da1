"""A rule fails only where no other that the figures bear out as well would hold."""

from __future__ import annotations

from reconcilers.sums.checks import find_checks
from tests.reconcilers.made_tables import Made, make

MOVES = "Ingående | Disposition | Förändring | Utgående"


def failing(columns: str, rows: str) -> list[str]:
    return [check.says for check in find_checks(make(Made("Tabell", columns, rows))) if not check.holds]


def test_a_column_that_is_nothing_in_other_rows_takes_part_where_it_is_not() -> None:
    rows = """
        Insatser | 16 988 609 | 0 | 10 000 | 16 998 609
        Avgifter | 1 383 833 | 0 | 25 000 | 1 408 833
        Fond | 439 732 | 0 | 545 228 | 984 960
        Balanserat | 286 521 | -105 034 | -545 228 | -363 741
        Summa | 19 098 695 | -105 034 | 35 000 | 19 028 661"""
    assert failing(MOVES, rows) == []


def test_where_no_such_column_explains_it_the_rule_fails() -> None:
    rows = """
        Insatser | 16 988 609 | 0 | 10 000 | 16 998 609
        Avgifter | 1 383 833 | 0 | 25 000 | 1 408 833
        Fond | 439 732 | 0 | 545 228 | 984 960
        Balanserat | 286 521 | -105 034 | -545 228 | -363 471"""
    assert failing(MOVES, rows) != []


def test_a_row_that_is_nothing_in_the_other_column_may_have_the_other_sign() -> None:
    rows = """
        Ingående anskaffningsvärde | 32 516 721 | 31 174 358
        Årets investeringar | 0 | 1 342 363
        Utgående anskaffningsvärde | 32 516 721 | 32 516 721
        Ingående avskrivningar | -2 712 794 | -2 399 928
        Årets avskrivningar | -312 866 | -312 866
        Utgående avskrivningar | -3 025 660 | -2 712 794"""
    assert failing("2031 | 2030", rows) == []


def test_rows_without_a_label_are_judged_each_by_itself() -> None:
    """The last of them sums up the others; the others sum up nothing."""
    rows = """
        Bostadsrätt | 12 | 640,5
         | 12 | 789
         | 3 | 258
         | 27 | 1 687,5"""
    assert failing("Antal | Yta", rows) == []
