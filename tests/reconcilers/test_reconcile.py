"""The whole of reconciliation: what is told once, in which order, and what it makes of the facts."""

from __future__ import annotations

from decimal import Decimal

from reconcilers.reconcile import know_all, reconcile, with_status
from schemas.finding import Check
from schemas.kinds import CheckKind
from tests.reconcilers.made_tables import Made, Told, make

ROWS = "Lön | 5 210 | 5 415 | 5 390\nHyra | 1 240 | 1 265 | 1 270\nSumma | 6 450 | 6 860 | 6 660"
TABLE = Made("Kostnader", "Bokslut 2024 | Budget 2025 | Prognos 2025", ROWS)


def check(held: bool, *fact_ids: str) -> Check:
    return Check("c", "d", CheckKind.SUM, Decimal(1), Decimal(1 if held else 2), Decimal(0), fact_ids, (), "")


def test_a_fact_is_verified_by_one_check_that_holds_whatever_others_say() -> None:
    """The failure of another check is then some other figure's fault."""
    reading = make(TABLE)
    first, second, _ = (fact.fact_id for fact in reading.facts[:3])
    marked = with_status(reading, [check(True, first), check(False, first, second)])
    assert [fact.status for fact in marked.facts[:3]] == ["verified", "conflict", "unchecked"]


def test_checks_between_tables_come_after_those_within() -> None:
    rows = ROWS.replace("6 860", "6 680")
    kinds = [each.kind for each in know_all(make(TABLE, Made("Andra", TABLE.columns, rows))).checks]
    assert kinds.index(CheckKind.CROSS_TABLE) > max(i for i, kind in enumerate(kinds) if kind == "sum")


def test_findings_stand_in_the_order_of_the_sheets_with_running_ids() -> None:
    reading = make(TABLE, told=[Told("Vägen är är lång."), Told("Bron är är smal.")])
    findings = reconcile(reading).findings
    assert [finding.evidence[0].place.page for finding in findings] == [1, 2, 3]
    assert [finding.finding_id[-5:] for finding in findings] == ["-f000", "-f001", "-f002"]


def test_reconciliation_changes_nothing_in_the_reading() -> None:
    reading = make(TABLE)
    reconcile(reading)
    assert reading == make(TABLE)
