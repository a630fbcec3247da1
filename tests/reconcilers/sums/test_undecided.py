"""A rule fails only where no other that the figures bear out as well would hold."""

from __future__ import annotations

from reconcilers.sums.checks import find_checks
from tests.reconcilers.made_tables import Made, make

MOVES = "Vid årets ingång | Disposition | Förändring under året | Vid årets utgång"


def failing(columns: str, rows: str) -> list[str]:
    return [check.says for check in find_checks(make(Made("Tabell", columns, rows))) if not check.holds]


def test_a_column_that_is_nothing_in_other_rows_takes_part_where_it_is_not() -> None:
    rows = """
        Insatser | 16 988 609 | 0 | 0 | 16 988 609
        Avgifter | 1 383 833 | 0 | 0 | 1 383 833
        Fond | 439 732 | 0 | 545 228 | 984 960
        Summa bundet | 18 812 174 | 0 | 545 228 | 19 357 402
        Balanserat | 286 521 | -105 034 | -545 228 | -363 741
        Årets resultat | -105 034 | 105 034 | 264 760 | 264 760
        Summa fritt | 181 487 | 0 | -280 468 | -98 981
        Summa eget kapital | 18 993 661 | 0 | 264 760 | 19 258 421"""
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
        Bostadsrätt | 12 | 1 | 640,5
         | 12 | 2 | 789
         | 3 | 3 | 258
         | 27 | | 1 687,5
        Hyresrätt | 7 | | 133"""
    assert failing("Antal | Rum | Yta", rows) == []
