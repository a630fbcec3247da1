"""One budget in two tables: the outcomes beside it should be one figure, whatever the rows are called."""

from __future__ import annotations

from reconcilers.reconcile import reconcile
from schemas.finding import Check, Finding
from tests.reconcilers.made_tables import Made, make

SUMMARY = """
    Nettoinvesteringar | 2 329 | {outcome}
    Budget | 4 259 | 10 525
    Budgetavvikelse | -1 930 | {deviation}"""
PROJECTS = Made("Projekt", "Budget 2025 | Utfall 2025 | Budgetavvikelse", """
    Hamntorget | 6,200 | 3,050 | 3,150
    Simhallens tak | 4,325 | 2,351 | 1,974
    Summa projekt | 10,525 | 5,401 | 5,124""", unit="mnkr")  # fmt: skip


def _across(outcome: str, deviation: str) -> tuple[list[Check], list[Finding]]:
    summary = Made("Ekonomi", "2024 | 2025", SUMMARY.format(outcome=outcome, deviation=deviation))
    found = reconcile(make(summary, PROJECTS))
    pair = {"r001c02", "r003c02"}
    checks = [check for check in found.checks if {i.rpartition("-")[2] for i in check.fact_ids} == pair]
    return checks, [finding for finding in found.findings if finding.severity != "notice"]


def test_the_same_outcome_beside_the_same_budget_is_borne_out() -> None:
    checks, findings = _across("5 401", "-5 124")
    assert [check.holds for check in checks] == [True]
    assert findings == []


def test_another_outcome_beside_the_same_budget_is_told_once() -> None:
    checks, findings = _across("5 403", "-5 122")
    assert [check.holds for check in checks] == [False]
    assert [(f.kind, f.severity, f.expected, f.found) for f in findings] == [
        ("cross_table", "warning", "5 403", "5,401")
    ]


def test_an_outcome_of_another_day_is_not_held_against_this_one() -> None:
    assert _across("3 210", "-7 315") == ([], [])


def test_an_outcome_of_another_year_is_not_held_against_this_one() -> None:
    summary = Made("Ekonomi", "2023 | 2024", SUMMARY.format(outcome="5 403", deviation="-5 122"))
    assert [f for f in reconcile(make(summary, PROJECTS)).findings if f.severity != "notice"] == []
