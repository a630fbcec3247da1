"""A table's unit decides what its figures are worth, where they have none of their own."""

from __future__ import annotations

from dataclasses import replace

from extractors.corrections.unit_of_table import correct_unit
from schemas.kinds import UnitSource
from tests.extractors.corrections.small_paper import cell_at, reading, said


def test_figures_with_the_table_s_unit_or_none_follow_and_others_do_not() -> None:
    made = reading()
    first, second, third = made.facts
    mixed = replace(
        made, facts=(first, replace(second, unit=None), replace(third, unit="procent", value_sek=None))
    )
    after = correct_unit(mixed, said("", "mnkr"), cell_at(0, 1))
    assert [(fact.unit, fact.value_sek) for fact in after.facts] == [
        ("mnkr", 41275 * 10**6), ("mnkr", 94115 * 10**6), ("procent", None),
    ]  # fmt: skip
    assert (after.tables[0].unit, after.tables[0].unit_source) == ("mnkr", UnitSource.CORRECTION)


def test_what_is_no_money_is_worth_no_kronor() -> None:
    assert {
        fact.value_sek for fact in correct_unit(reading(), said("tkr", "antal"), cell_at(0, 1)).facts
    } == {None}


def test_other_tables_keep_theirs() -> None:
    made = reading()
    other = replace(made.tables[0], table_id="other")
    fact = replace(made.facts[0], table_id="other")
    both = replace(made, tables=(*made.tables, other), facts=(*made.facts, fact))
    after = correct_unit(both, said("tkr", "kr"), cell_at(0, 1))
    assert after.tables[1] == other and after.facts[-1] == fact
