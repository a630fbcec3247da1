"""Outcome, budget and deviation as a triple:
two tables with one budget tell of one thing, whatever they call it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from reconcilers.same_figure.rows_of_two_tables import FactPair
from schemas.document import Fact
from schemas.finding import Check
from swedish.numbers.writing import significant_digits

_RARE = 4  # significant digits from which two equal budgets are no chance
_NEAR = 0.98  # outcomes farther apart are of other things, or of other days


@dataclass(frozen=True, slots=True)
class Triple:
    """Figures of one table of which the deviation is what the outcome and the budget leave."""

    outcome: Fact
    budget: Fact
    deviation: Fact


def find_budget_pairs(checks: Iterable[Check], facts: Mapping[str, Fact]) -> Iterator[FactPair]:
    """Outcomes in two tables that the same budget shows to be one figure, or meant to be one: they are near.

    A summary prints "Nettoinvesteringar 5 403,
    Budget 10 525" where the table of projects has "Summa projekt 5,401".
    """
    triples = list(_triples(checks, facts))
    for a, b in combinations(triples, 2):
        outcomes = FactPair(a.outcome, b.outcome)
        in_two_tables = a.outcome.table_id != b.outcome.table_id
        if in_two_tables and _have_one_budget(a, b) and outcomes.likeness >= _NEAR:
            yield outcomes


def _triples(checks: Iterable[Check], facts: Mapping[str, Fact]) -> Iterator[Triple]:
    seen: set[frozenset[str]] = set()
    for check in checks:
        key = frozenset(check.fact_ids)
        of_three = len(check.fact_ids) == len(key) == 3
        if check.kind == "net" and check.holds and of_three and key not in seen:
            triple = _as_triple([facts[i] for i in check.fact_ids])
            if triple is not None:
                seen.add(key)
                yield triple


def _as_triple(three: list[Fact]) -> Triple | None:
    budgets = [fact for fact in three if fact.measure == "budget"]
    deviations = [fact for fact in three if fact.measure == "avvikelse"]
    outcomes = [fact for fact in three if fact.measure in (None, "utfall", "bokslut")]
    if len(budgets) == len(deviations) == len(outcomes) == 1:
        return Triple(outcomes[0], budgets[0], deviations[0])
    return None


def _have_one_budget(a: Triple, b: Triple) -> bool:
    """True where both tables print the same rare budget, for the same year as far as they say one."""
    budgets = FactPair(a.budget, b.budget)
    money = a.budget.value_sek is not None and b.budget.value_sek is not None
    rare = min(significant_digits(a.budget.value), significant_digits(b.budget.value)) >= _RARE
    years = {
        fact.year for triple in (a, b) for fact in (triple.outcome, triple.budget) if fact.year is not None
    }
    return money and rare and budgets.same_size and len(years) <= 1
