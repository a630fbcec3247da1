"""How a table writes its costs, read from the nets that come out right; and which columns are deviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reconcilers.sums.identities import sign_patterns
from schemas.document import Fact
from schemas.finding import Check

_BUDGETS = frozenset(("budget", "ram"))  # measures from which a deviation is reckoned


def signs_of(check: Check, facts: Mapping[str, Fact]) -> tuple[int, ...] | None:
    """The signs with which the terms of a sum or a net give what is expected, found again from the figures.

    None where the check is no sum, or no signs give it.
    """
    if check.kind not in ("sum", "net", "cross_table") or check.amount_ids:
        return None
    values = [facts[fact_id].value for fact_id in check.fact_ids[1:]]
    for signs in sign_patterns(len(values), is_sum=False) + ([(-1,)] if len(values) == 1 else []):
        if sum((s * v for s, v in zip(signs, values, strict=True)), Decimal(0)) == check.expected:
            return signs
    return None


def find_costs_shown_positive(checks: Iterable[Check], facts: Mapping[str, Fact]) -> frozenset[str]:
    """Costs printed without a minus that the table's own net takes away:
    they mean what others print as negative.
    """
    return frozenset(_taken_away(checks, facts))


def _taken_away(checks: Iterable[Check], facts: Mapping[str, Fact]) -> Iterator[str]:
    for check in checks:
        if check.kind != "net" or not check.holds or _is_across(check.fact_ids, facts):
            continue
        terms = [facts[fact_id] for fact_id in check.fact_ids[1:]]
        signs = signs_of(check, facts)
        of_several_figures = sum(bool(fact.value) for fact in terms) > 1
        if signs and of_several_figures:
            pairs = zip(signs, terms, strict=True)
            yield from (fact.fact_id for sign, fact in pairs if sign < 0 < fact.value)


def _is_across(fact_ids: Sequence[str], facts: Mapping[str, Fact]) -> bool:
    """In one row: the check is of columns."""
    return len({facts[fact_id].row for fact_id in fact_ids}) == 1


def find_deviations(checks: Iterable[Check], facts: Mapping[str, Fact]) -> frozenset[str]:
    """Figures that are the difference of two others of their row, one of them a budget."""
    of_two_columns = [
        check.fact_ids
        for check in checks
        if check.kind == "net" and len(check.fact_ids) == 3 and _is_across(check.fact_ids, facts)
    ]
    return frozenset(
        deviation
        for deviation, one, other in of_two_columns
        if not _BUDGETS.isdisjoint((facts[one].measure, facts[other].measure))
    )
