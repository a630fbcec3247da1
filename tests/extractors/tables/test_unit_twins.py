"""A unit taken from elsewhere gives way to the same figures in another table."""

from __future__ import annotations

from dataclasses import replace

from extractors.tables.unit_twins import refute_by_twins
from schemas.kinds import UnitSource
from tests.reconcilers.made_tables import Made, make

YEARS = "2024 | 2023"
IN_KRONOR = Made(
    "Resultat", YEARS, "Nettoomsättning | 3 541 484 | 3 402 913\nResultat | -1 276 086 | 152 400"
)
CUT = Made("Flerårsöversikt", YEARS, "Nettoomsättning | 3 541 | 3 403\nResultat | -1 276 | 152")


def units(*tables: tuple[Made, str, UnitSource]) -> list[tuple[str | None, UnitSource | None]]:
    """What the tables' units are after they have been held against each other."""
    reading = make(*(made for made, _, _ in tables))
    ours = [
        replace(table, unit=unit, unit_source=source)
        for table, (_, unit, source) in zip(reading.tables, tables, strict=True)
    ]
    facts = [
        [
            replace(fact, unit=None, value_sek=None)
            for fact in reading.facts
            if fact.table_id == table.table_id
        ]
        for table in ours
    ]
    return [(table.unit, table.unit_source) for table in refute_by_twins(ours, facts)]


def test_a_table_that_states_its_unit_gives_its_twin_the_right_one() -> None:
    stated = (IN_KRONOR, "kr", UnitSource.HEADER)
    assert units((CUT, "kr", UnitSource.PART), stated)[0] == ("tkr", UnitSource.PART)
    assert units(stated, (CUT, "mnkr", UnitSource.TEXT))[1] == ("tkr", UnitSource.PART)
    thousands = (CUT, "tkr", UnitSource.TITLE)
    assert units((IN_KRONOR, "tkr", UnitSource.TEXT), thousands)[0] == ("kr", UnitSource.PART)


def test_of_two_that_took_kronor_the_smaller_figures_are_thousands() -> None:
    both = ((CUT, "kr", UnitSource.TEXT), (IN_KRONOR, "kr", UnitSource.TEXT))
    assert units(*both) == [("tkr", UnitSource.PART), ("kr", UnitSource.TEXT)]


def test_of_two_that_took_thousands_none_is_sure() -> None:
    both = ((CUT, "tkr", UnitSource.TEXT), (IN_KRONOR, "tkr", UnitSource.TEXT))
    assert units(*both) == [(None, None), (None, None)]


def test_a_twin_of_the_same_size_bears_the_unit_out() -> None:
    more = Made("Not 2", YEARS, "Nettoomsättning | 3 541 484 | 3 402 913")
    large = Made("Budget", YEARS, "Resultat | 1 276 086 000 | 1")
    tables = (
        (IN_KRONOR, "kr", UnitSource.TEXT),
        (more, "kr", UnitSource.HEADER),
        (large, "kr", UnitSource.TITLE),
    )
    assert units(*tables)[0] == ("kr", UnitSource.TEXT)


def test_a_unit_of_its_own_stands() -> None:
    assert units((CUT, "kr", UnitSource.TITLE), (IN_KRONOR, "kr", UnitSource.TITLE)) == [
        ("kr", UnitSource.TITLE),
        ("kr", UnitSource.TITLE),
    ]


def test_other_years_and_small_figures_are_no_twins() -> None:
    others = Made("Resultat", "2022 | 2021", "Nettoomsättning | 3 541 484 | 3 402 913")
    small = Made("Flerårsöversikt", YEARS, "Nettoomsättning | 3 | 3")
    for made, beside in ((CUT, others), (small, IN_KRONOR)):
        assert units((made, "kr", UnitSource.PART), (beside, "kr", UnitSource.HEADER))[0][0] == "kr"
