"""Which figure is wrong where sums fail: the one whose correction makes most of them come out."""

from __future__ import annotations

from decimal import Decimal

from reconcilers.sums.checks import find_checks
from reconcilers.sums.wrong_figure import Blame, find_blame
from tests.reconcilers.made_tables import Made, make

COLUMNS = "Bokslut 2024 | Budget 2025 | Avvikelse"
ROWS = """
    Lön | 5 210 | 5 415 | 205
    Hyra | 1 240 | 1 265 | 25
    Resor | 310 | 295 | -15
    Summa | 6 760 | 6 975 | 215"""


def blame(rows: str, columns: str = COLUMNS) -> list[Blame]:
    reading = make(Made("Kostnader", columns, rows))
    checks = find_checks(reading)
    facts = {fact.fact_id: fact for fact in reading.facts}
    failed, held = ([c for c in checks if c.holds is holds] for holds in (False, True))
    assert failed
    return list(find_blame(failed, held, facts))


def test_the_figure_in_two_failing_sums_is_the_wrong_one() -> None:
    """1 377 for 1 265 spoils its column's sum and its row's deviation; both come out if it is mended."""
    (found,) = blame(ROWS.replace("1 265", "1 377"))
    assert (found.fact.raw, found.right, len(found.checks), found.sure) == ("1 377", 1265, 2, True)


def test_a_figure_that_a_sound_row_bears_out_is_not_blamed() -> None:
    """Fifty too much is one digit of 310 or of 1 010, but the deviation shows 310 to be right."""
    rows = """
        Lön | 5 642 | 5 667 | 25
        Hyra | 1 010 | |
        Resor | 310 | 325 | 15
        Vård | 4 033 | 4 093 | 60
        Summa | 11 045 | 10 085 |"""
    (found,) = blame(rows)
    assert (found.fact.raw, found.right, found.sure) == ("1 010", 1060, True)


NETS = """
    Kansli
    Intäkt | 125 | 140 | 138
    Kostnad | 4 310 | 4 455 | 4 470
    Nettokostnad | 4 185 | 4 315 | 4 332
    Park
    Intäkt | 610 | 590 | 602
    Kostnad | 7 215 | 7 330 | 7 415
    Nettokostnad | 6 605 | 6 740 | 6 813
    Totalt
    Intäkt | 735 | 730 | 740
    Kostnad | 11 525 | 11 785 | 11 885
    Nettokostnad | 10 790 | 11 055 | 11 145"""
YEARS = "Bokslut 2024 | Budget 2025 | Prognos 2025"


def test_two_causes_are_two() -> None:
    found = blame(NETS.replace("4 310", "4 130").replace("590", "509"), YEARS)
    assert {(each.fact.raw, each.right) for each in found} == {
        ("4 130", Decimal(4310)), ("509", Decimal(590)),
    }  # fmt: skip


def test_where_several_terms_might_be_wrong_the_sum_is_shown_and_the_others_named() -> None:
    """Fifty too much: one digit of 310 or of 1 010, but three of the sum."""
    rows = """
        Lön | 5 675 | 4 871 | 4 903
        Hyra | 1 010 | 911 | 933
        Resor | 310 | 290 | 204
        Summa | 7 045 | 6 072 | 6 040"""
    (found,) = blame(rows, YEARS)
    assert (found.fact.raw, found.right, found.sure) == ("7 045", 6995, False)
    assert {fact.raw for fact in found.as_well[:2]} == {"1 010", "310"}


def test_a_lost_minus_and_a_wrong_unit_are_known_as_such() -> None:
    (turned,) = blame(ROWS.replace("-15", "15"))
    assert (turned.fact.raw, turned.is_turned, turned.thousandfold) == ("15", True, False)
    (other,) = blame(ROWS.replace("1 240 | 1 265", "1 240 000 | 1 265"))
    assert (other.right, other.is_turned, other.thousandfold) == (1240, False, True)
