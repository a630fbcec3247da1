"""Rows become again what they were made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from archive.kept_warnings import VALUES, with_warnings
from archive.rows_to_things import row_to_check, row_to_duplicate, row_to_finding, tables_to_extraction
from archive.things_to_rows import (
    Arrival,
    duplicates_to_table,
    extraction_to_tables,
    findings_to_table,
    reconciliation_to_tables,
    with_decimals,
)
from extractors.corrections.apply import apply_corrections
from extractors.document import extract
from schemas.correction import Correction
from schemas.document import Extraction, Source
from schemas.finding import Check, Claim, Difference, Duplicate, Finding, Reconciliation
from schemas.kinds import CheckKind, DifferenceKind, FindingKind, Level, Relation, Severity
from schemas.place import Box, Place
from schemas.warnings import Code, warn
from tests.flows.stand_ins import reading_of

SAMPLES = Path(__file__).parents[2] / "samples"
ARRIVAL = Arrival("a.pdf", "in/a.pdf", datetime(2024, 6, 17, tzinfo=UTC))
CLAIM = Claim("ab", Place(3, Box(1.0, 2.0, 3.5, 4.0)), "151,5 mnkr", amount_id="ab-a1", paragraph_id="ab-g1")
FINDING = Finding(
    "ab-f0",
    "ab",
    FindingKind.UNIT,
    Severity.ERROR,
    "Det står fel.",
    "151,5 mnkr",
    None,
    (CLAIM, Claim("cd", Place(1), "x")),
)


def there_and_back(reading: Extraction) -> Extraction:
    return tables_to_extraction(kept(reading))


def kept(reading: Extraction) -> dict[str, pa.Table]:
    return with_warnings(with_decimals(extraction_to_tables(reading, ARRIVAL, "1"), reading), reading)


def test_a_reading_comes_back_as_it_was() -> None:
    whole = reading_of(Source("ab" * 32, "a.pdf", "in/a.pdf"))
    correction = Correction("ab" * 8, 1, "Nämnden beslutar", "Nämnden avslår", by="Anna", at=ARRIVAL.at)
    corrected = apply_corrections(whole, [correction], lambda *_: None)
    assert corrected.paragraphs[0].text == "Nämnden avslår."
    exact = replace(whole, facts=tuple(replace(fact, value=Decimal("1.50")) for fact in whole.facts))
    assert there_and_back(corrected) == corrected
    for reading in (whole, exact):
        assert there_and_back(reading) == reading
        assert repr(there_and_back(reading)) == repr(reading)  # 1.50 is 1.5, but printed more exactly


def test_a_real_reading_comes_back_as_it_was() -> None:
    pdf = (SAMPLES / "protokoll" / "protokoll.pdf").read_bytes()
    whole = extract(pdf, Source("ab" * 32, "a.pdf", "in/a.pdf"))
    assert repr(there_and_back(whole)) == repr(whole)


WARNED = (
    warn(Code.CELLS_UNREAD, count=2, shown="“12 (3)”, “x”").on(3, 4),
    warn(Code.CORRECTION_CONTRADICTED, correction="k1", page=1, read="”a → b”", printed="”c”", against="k2"),
)


def test_warnings_come_back_as_values() -> None:
    reading = warned()
    assert there_and_back(reading) == reading
    [row] = kept(reading)["documents"].to_pylist()
    assert row["warning_codes"] == ["cells_unread", "correction_contradicted"]
    assert row["warnings"] == [each.says for each in WARNED]


def test_a_reading_kept_before_warnings_had_codes_says_the_same() -> None:
    """And acts alike: the sheet's layer is still known to be damaged."""
    older = {
        name: table.drop_columns([VALUES, "warning_codes"]) if VALUES in table.column_names else table
        for name, table in kept(warned()).items()
    }
    again = tables_to_extraction(older)
    assert [each.says for each in again.warnings] == [each.says for each in WARNED]
    assert again.pages[0].warnings == (warn(Code.LAYER_DAMAGED),)


def warned() -> Extraction:
    whole = reading_of(Source("ab" * 32, "a.pdf", "in/a.pdf"))
    sheets = tuple(replace(sheet, warnings=(warn(Code.LAYER_DAMAGED),)) for sheet in whole.pages)
    return replace(whole, warnings=WARNED, pages=sheets)


def test_findings_and_duplicates_come_back_as_they_were() -> None:
    differences = (
        Difference(DifferenceKind.NUMBER, "76", "67"),
        Difference(DifferenceKind.ADDED, None, "nu"),
    )
    duplicate = Duplicate(
        "x~y", Level.PARAGRAPH, "ab", "ab-p0", "x", "cd", "cd-p0", "y", Relation.NEAR, 0.9375, differences
    )
    assert [row_to_finding(row) for row in findings_to_table([FINDING]).to_pylist()] == [FINDING]
    assert [row_to_duplicate(row) for row in duplicates_to_table([duplicate]).to_pylist()] == [duplicate]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12))
def test_a_check_is_published_whatever_its_decimals(expected: Decimal) -> None:
    check = Check(
        "ab-c0",
        "ab",
        CheckKind.PERCENT,
        expected,
        Decimal("12.5"),
        Decimal(1) / 3,
        ("ab-f1",),
        (),
        "Andelen.",
    )
    [row] = reconciliation_to_tables(Reconciliation("ab", checks=(check,)))["checks"].to_pylist()
    assert abs(row["expected"] - expected) <= Decimal("0.000001")
    assert row["holds"] == check.holds and row_to_check(row).fact_ids == ("ab-f1",)
