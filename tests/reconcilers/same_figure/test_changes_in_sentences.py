"""Changes told in sentences against the two figures they lie between."""

from __future__ import annotations

from decimal import Decimal

from reconcilers.known.grid import find_grids
from reconcilers.same_figure.amounts_in_sentences import find_mentions
from reconcilers.same_figure.changes_in_sentences import ToldChange, find_told_changes
from tests.reconcilers.made_tables import Made, Told, make

TABLE = Made(
    "Nettokostnader", "Bokslut 2024 | Budget 2025", "Grundskola | 40 000 | 41 200\nFritidshem | 8 000 | 8 412"
)


def changes(text: str, *tables: Made) -> list[ToldChange]:
    reading = make(*tables, told=[Told(text)])
    return list(find_told_changes(find_mentions(reading), find_grids(reading), {}))


def test_an_increase_is_the_difference_of_two_columns_of_the_row_it_names() -> None:
    (change,) = changes("Kostnaden för grundskola ökar med 1 200 tkr.", TABLE)
    assert [fact.raw for fact in change.facts] == ["40 000", "41 200"]
    assert change.expected == 1200 and change.holds


def test_a_percentage_is_reckoned_from_the_earlier_year() -> None:
    """1 200 of 40 000, not of 41 200."""
    (change,) = changes("Kostnaden för grundskola ökar med 3,0 procent.", TABLE)
    assert change.expected == Decimal("3.0000")


def test_a_change_that_the_row_does_not_show_is_said_of_something_else() -> None:
    assert changes("Kostnaden för grundskola ökar med 977 tkr.", TABLE) == []


def test_an_amount_in_a_sentence_without_a_change_is_none() -> None:
    assert changes("Kostnaden för grundskola omfattar 1 200 tkr.", TABLE) == []


def test_a_row_that_is_not_named_is_not_looked_at() -> None:
    assert changes("Kostnaden för vägarna ökar med 1 200 tkr.", TABLE) == []


TOLD = "Ramen är 76,6 mnkr, vilket är 2,2 mnkr {} än i år. Höjningen motsvarar {} procent."


def test_a_percentage_told_after_a_level_and_its_change_is_of_the_level_before() -> None:
    """2,2 of 74,4: the level less what it has grown by."""
    (change,) = changes(TOLD.format("mer", "3,0"))
    assert round(change.expected, 2) == Decimal("2.96") and change.holds
    (wrong,) = changes(TOLD.format("mer", "2,5"))
    assert not wrong.holds


def test_what_is_less_now_was_more_before() -> None:
    """2,2 of 78,8."""
    (change,) = changes(TOLD.format("mindre", "2,8"))
    assert round(change.expected, 2) == Decimal("2.79")
