"""Which figure of which table an amount in running text tells again."""

from __future__ import annotations

from dataclasses import replace

from reconcilers.known.grid import find_grids
from reconcilers.same_figure.amounts_in_sentences import find_mentions
from reconcilers.same_figure.sentence_and_table import Figures, Told, find_told
from tests.reconcilers.made_tables import Made, make
from tests.reconcilers.made_tables import Told as Sentence

TABLE = Made("Nettokostnader", "Bokslut 2024 | Budget 2025", """
    Grundskola | 40 150 | 41 275
    Fritidshem | 8 020 | 8 412
    Summa | 48 170 | 49 687""")  # fmt: skip


def told(*texts: str, heading: str = "Ekonomi") -> list[Told]:
    reading = make(TABLE, told=[Sentence(text, heading) for text in texts])
    return list(find_told(find_mentions(reading), Figures(find_grids(reading), frozenset())))


def test_the_same_figure_of_a_row_that_the_sentence_names_is_told_again() -> None:
    (each,) = told("Kostnaden för grundskola budgeteras till 41 275 tkr år 2025.")
    assert (each.fact.raw, each.same) == ("41 275", True)


def test_a_figure_in_another_unit_is_the_same_to_its_last_digit() -> None:
    (each,) = told("Grundskolan får 41,3 mnkr år 2025.")
    assert (each.fact.raw, each.same) == ("41 275", True)


def test_a_slip_of_the_pen_is_held_against_the_figure_that_was_meant() -> None:
    (each,) = told("Enligt budget 2025 är grundskola 41 257 tkr.")
    assert (each.fact.raw, each.same, each.is_mistaken) == ("41 275", False, True)


def test_a_thousandfold_amount_is_another_unit() -> None:
    (each,) = told("Enligt budget 2025 är grundskola 41 275 kr.")
    assert (each.same, each.is_mistaken) == (False, True)


def test_another_amount_under_another_year_tells_nothing() -> None:
    assert told("Bolaget omsatte 41 275 tkr år 1998.") == []


def test_a_change_is_no_level() -> None:
    """The sentence names row, column and year, but tells how much more it is."""
    assert told("I budget 2025 ökar grundskola med 41 257 tkr.") == []


def test_percentages_tell_no_money() -> None:
    assert told("Grundskola 2025 är 41 275 procent.") == []


def test_a_sentence_that_tells_a_figure_elsewhere_tells_it_here_too() -> None:
    """Its copy under the same heading has another amount: one of the two is wrong."""
    text = "Kostnaden för grundskola budgeteras till {} tkr år 2025."
    found = told(text.format("41 275"), text.format("43 190"))
    assert [(each.why, each.fact.raw, each.same) for each in found] == [
        ("figure", "41 275", True), ("frame", "41 275", False),
    ]  # fmt: skip


def told_beside(text: str) -> list[Told]:
    """What the sentence tells, where it stands under the table's own heading."""
    reading = make(TABLE, told=[Sentence(text, "Ekonomi")])
    own = reading.paragraphs[0].section_id
    reading = replace(reading, tables=tuple(replace(table, section_id=own) for table in reading.tables))
    return list(find_told(find_mentions(reading), Figures(find_grids(reading), frozenset())))


def test_a_sentence_about_nothing_but_a_row_of_the_table_beside_is_held_against_it() -> None:
    """A sum is no name to go by elsewhere; under the table's own heading it can mean but one."""
    (each,) = told_beside("Summa uppgår till 53 960 tkr (budget 2025).")
    assert (each.fact.raw, each.same) == ("49 687", False)
    (unit,) = told_beside("Summa är 49,7 tkr, budget 2025.")
    assert (unit.fact.raw, unit.is_mistaken) == ("49 687", True)
    assert told_beside("Summa uppgår till 3 960 tkr (budget 2025).") == []
    assert told("Summa uppgår till 53 960 tkr (budget 2025).") == []
