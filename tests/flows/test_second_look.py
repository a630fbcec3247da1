"""A misread table is repaired by a second reading; a clerk's wrong sum is not, however often it is read."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from functools import cache
from pathlib import Path

from extractors.document import extract
from extractors.sheets import read_sheets
from flows.second_look import read_twice
from reconcilers.reconcile import reconcile
from schemas.document import Extraction, Source

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def given(name: str) -> tuple[bytes, Source]:
    pdf = (SAMPLES / name / f"{name}.pdf").read_bytes()
    return pdf, Source(hashlib.sha256(pdf).hexdigest(), f"{name}.pdf")


@cache
def second(name: str) -> Extraction:
    pdf, source = given(name)
    return read_twice(pdf, source, read_sheets(pdf))


def rows(reading: Extraction, table: int) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in reading.tables[table].cells:
        found.setdefault(cell.row, []).append(cell.text)
    return list(found.values())


def test_the_first_reading_tears_the_thousands_apart() -> None:
    assert rows(extract(*given("andra-lasning")), 0)[1] == ["Vatten", "11", "204", "11", "310", "11", "298"]


def test_the_second_reading_repairs_it_and_says_who_read() -> None:
    reading = second("andra-lasning")
    assert reading.tables[0].engine == "camelot"
    assert rows(reading, 0)[1] == ["Vatten", "11 204", "11 310", "11 298"]
    assert {fact.value for fact in reading.facts if fact.row_label == "Summa"} >= {Decimal(83992), Decimal(84160)}


def test_a_wrong_sum_stays_as_printed_and_is_found() -> None:
    reading = second("andra-lasning")
    assert reading.tables[1].engine == "paragraf"
    findings = [f for f in reconcile(reading).findings if f.severity == "error"]
    assert [(f.expected, f.found) for f in findings] == [("5 023", "5 032")]


def test_a_sound_document_is_not_read_again() -> None:
    assert second("utdrag-budget") == extract(*given("utdrag-budget"))
