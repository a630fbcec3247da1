"""An Extraction as rows."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from archive.things_to_rows import Arrival, duplicates_to_table, extraction_to_tables, findings_to_table
from extractors.corrections.apply import apply_corrections
from schemas.correction import Correction
from schemas.dictionary import dictionary
from schemas.document import Extraction, Source
from schemas.finding import Difference, Duplicate, Finding
from schemas.kinds import CorrectionKind, FindingKind, Level, Relation, Severity
from schemas.tables import TABLES_OF_RELEASE
from schemas.warnings import Code, warn
from tests.flows.stand_ins import reading_of

ARRIVAL = Arrival("a.pdf", "", datetime(2024, 6, 17, tzinfo=UTC))


def rows_of(reading: Extraction, table: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = extraction_to_tables(reading, ARRIVAL, "1")[table].to_pylist()
    return rows


def reading() -> Extraction:
    """With a correction, so that no table is empty."""
    correction = Correction("ab" * 8, 1, "", "Uppföljning", CorrectionKind.TITLE, at=ARRIVAL.at)
    return apply_corrections(reading_of(Source("ab" * 32, "a.pdf")), [correction], lambda *_: None)


def test_every_tuple_of_things_in_an_extraction_is_a_table() -> None:
    held = {field.name for field in fields(Extraction) if str(field.type).startswith("tuple[")} - {
        "warnings",
        "attached",
    }
    filled = {"documents", "cells"} | held
    later = {"duplicates", "checks", "findings", "quarantine"}
    assert filled | later == {table.name for table in TABLES_OF_RELEASE}
    assert set(extraction_to_tables(reading(), ARRIVAL, "1")) == filled


def test_a_place_becomes_page_and_box_and_no_place_nulls() -> None:
    fact, amount = rows_of(reading(), "facts")[0], rows_of(reading(), "amounts")[0]
    assert (fact["page"], fact["x0"], fact["bottom"]) == (1, 10.0, 30.25)
    assert (amount["page"], amount["x0"]) == (1, None)


def test_a_cell_carries_its_table() -> None:
    assert {row["table_id"] for row in rows_of(reading(), "cells")} == {f"{'ab' * 8}-t0"}


def test_a_number_with_more_decimals_than_the_type_is_rounded_and_said_so() -> None:
    long = replace(reading().facts[0], value=Decimal("0.12345675"), raw="0,12345675")
    whole = replace(reading(), facts=(long, *reading().facts[1:]))
    assert rows_of(whole, "facts")[0]["value"] == Decimal("0.123457")
    warnings = rows_of(whole, "documents")[0]["warnings"]
    assert isinstance(warnings, list) and warnings[-1].startswith("1 tal har fler än 6 decimaler")


def test_half_a_character_is_shown_as_unreadable() -> None:
    broken = replace(
        reading(), title="Budget \ud83d", warnings=(warn(Code.UNIT_MISSING, title="half \udc00"),)
    )
    assert rows_of(broken, "documents")[0]["title"] == "Budget \ufffd"
    assert rows_of(broken, "documents")[0]["warnings"] == ["tabellen “half \ufffd” anger ingen enhet."]


def test_the_data_dictionary_is_up_to_date() -> None:
    """Else: python -m schemas.dictionary > docs/data-dictionary.md"""
    written = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
    assert written.read_text(encoding="utf-8") == dictionary()


def odd(part: str, **changes: object) -> Extraction:
    """The reading with one thing of a table changed."""
    first, *others = getattr(reading(), part)
    changed: dict[str, Any] = {part: (replace(first, **changes), *others)}
    return replace(reading(), **changed)


ODD = {
    "documents.status": replace(reading(), status="finished"),  # type: ignore[arg-type]
    "pages.text_source": odd("pages", text_source="paper"),
    "parts.kind": odd("parts", kind="letter"),
    "people.role": odd("people", role="guest"),
    "people.vote": odd("people", vote="maybe"),
    "tables.engine": odd("tables", engine="excel"),
    "tables.unit_source": odd("tables", unit_source="guess"),
    "facts.row_kind": odd("facts", row_kind="Total"),
    "facts.status": odd("facts", status=""),
    "corrections.state": odd("corrections", state="lost"),
}


@pytest.mark.parametrize("name", ODD)
def test_a_word_outside_its_list_is_an_error_on_writing(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} is "):
        extraction_to_tables(ODD[name], ARRIVAL, "1")


def test_a_cell_of_no_known_role_is_an_error_on_writing() -> None:
    table = reading().tables[0]
    cells = (replace(table.cells[0], role="sum"), *table.cells[1:])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"cells\.role is header, label, value, note or empty, not 'sum'"):
        extraction_to_tables(odd("tables", cells=cells), ARRIVAL, "1")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("findings.kind", {"kind": "spelling"}),
        ("findings.severity", {"severity": "fatal"}),
    ],
)
def test_a_finding_of_no_known_kind_is_an_error_on_writing(name: str, wrong: dict[str, Any]) -> None:
    finding = Finding("f", "ab", FindingKind.SUM, Severity.ERROR, "Fel.", None, None, ())
    with pytest.raises(ValueError, match=f"{name} is "):
        findings_to_table([replace(finding, **wrong)])


def test_a_difference_of_no_known_kind_is_an_error_on_writing() -> None:
    odd_one = Difference("odd", None, "nu")  # type: ignore[arg-type]
    pair = Duplicate("d", Level.PARAGRAPH, "ab", "p", "x", "ab", "p", "y", Relation.NEAR, 0.9, (odd_one,))
    with pytest.raises(ValueError, match=r"duplicates\.differences\.kind is "):
        duplicates_to_table([pair])
