"""How a table writes its costs, and which figures are deviations."""

from __future__ import annotations

from reconcilers.sums.checks import find_checks
from reconcilers.sums.sign_conventions import find_costs_shown_positive, find_deviations, signs_of
from schemas.document import Fact
from schemas.finding import Check
from tests.reconcilers.made_tables import Made, make

Found = tuple[tuple[Check, ...], dict[str, Fact]]


def found_in(made: Made) -> Found:
    reading = make(made)
    return find_checks(reading), {fact.fact_id: fact for fact in reading.facts}


NETS = Made(
    "Kansli", "Bokslut 2024 | Budget 2025", "K\nIntäkt | 125 | 140\nKostnad | 4 310 | 4 455\nNetto | {}"
)


def test_costs_that_the_net_takes_away_are_shown_without_their_minus() -> None:
    checks, facts = found_in(Made(NETS.title, NETS.columns, NETS.rows.format("-4 185 | -4 315")))
    shown = find_costs_shown_positive(checks, facts)
    assert {facts[fact_id].raw for fact_id in shown} == {"4 310", "4 455"}


def test_costs_with_their_minus_are_taken_as_printed() -> None:
    rows = "K\nIntäkt | 125 | 140\nKostnad | -4 310 | -4 455\nNetto | -4 185 | -4 315"
    checks, facts = found_in(Made("Kansli", NETS.columns, rows))
    assert checks and find_costs_shown_positive(checks, facts) == frozenset()


def test_the_signs_of_a_net_are_found_again_from_its_figures() -> None:
    checks, facts = found_in(Made(NETS.title, NETS.columns, NETS.rows.format("-4 185 | -4 315")))
    assert {signs_of(check, facts) for check in checks} == {(1, -1)}


ROWS = "Skola | -4 250 | -4 310 | 60\nVård | -9 410 | -9 115 | -295\nKultur | -1 240 | -1 204 | -36"


def test_a_difference_from_a_budget_is_a_deviation() -> None:
    """A difference of two outcomes is a change, and no deviation."""
    checks, facts = found_in(Made("Nämnder", "Budget 2025 | Utfall 2025 | Avvikelse", ROWS))
    assert {facts[fact_id].raw for fact_id in find_deviations(checks, facts)} == {"60", "-295", "-36"}
    checks, facts = found_in(Made("Nämnder", "Utfall 2024 | Utfall 2025 | Förändring", ROWS))
    assert checks and find_deviations(checks, facts) == frozenset()
