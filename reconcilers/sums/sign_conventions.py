"""How a table writes its costs, read from the nets that come out right; and which columns are deviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reconcilers.sums.identities import sign_patterns
from schemas.document import Fact
from schemas.finding import Check


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
        if (
            check.kind == "net"
            and check.holds
            and len(check.fact_ids) > 2
            and not _is_across(check.fact_ids, facts)
        ):
            signs = signs_of(check, facts)
            if signs and sum(map(bool, (facts[i].value for i in check.fact_ids[1:]))) > 1:
                pairs = zip(signs, check.fact_ids[1:], strict=True)
                yield from (fact_id for sign, fact_id in pairs if sign < 0 < facts[fact_id].value)


def _is_across(fact_ids: Sequence[str], facts: Mapping[str, Fact]) -> bool:
    return len({facts[fact_id].row for fact_id in fact_ids}) == 1


def find_deviations(checks: Iterable[Check], facts: Mapping[str, Fact]) -> frozenset[str]:
    """Figures that are the difference of two others of their row, one of them a budget."""
    return frozenset(
        check.fact_ids[0]
        for check in checks
        if check.kind == "net" and len(check.fact_ids) == 3 and _is_across(check.fact_ids, facts)
        and any(facts[fact_id].measure in ("budget", "ram") for fact_id in check.fact_ids[1:])
    )  # fmt: skip
