"""What makers of findings may ask of a reading."""

from __future__ import annotations

from reconcilers.known.known import know
from reconcilers.sums.checks import find_checks
from tests.reconcilers.made_tables import DOCUMENT, Made, Told, make


def test_the_reading_is_known_by_its_ids() -> None:
    reading = make(Made("Kostnader", "Budget", "Lön | 5"), told=[Told("Lönen är 5 tkr.")])
    known = know(reading)
    assert known.document_id == DOCUMENT
    assert [known.titles[fact.table_id] for fact in known.facts.values()] == ["Kostnader"]
    assert {known.paragraphs[a.paragraph_id].text for a in known.amounts.values()} == {"Lönen är 5 tkr."}


def test_checks_are_those_that_hold_and_those_that_fail() -> None:
    rows = "Lön | 5 210 | 5 415\nHyra | 1 240 | 1 265\nSumma | 6 450 | 6 860"
    checks = find_checks(make(Made("Kostnader", "2024 | 2025", rows)))
    known = know(make(Made("Kostnader", "2024 | 2025", rows)), checks=checks)
    assert [check.found for check in known.failed] == [6860]
    assert [check.found for check in known.held] == [6450]
