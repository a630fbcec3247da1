"""What a document has for a search to find, each with its place."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

import pyarrow as pa
import pytest

from archive.search.unit import Unit, UnitKind
from archive.search.units import units_of
from archive.things_to_rows import Arrival, extraction_to_tables
from schemas.document import Source
from tests.flows.stand_ins import reading_of

NOON = datetime(2024, 6, 17, 12, 0, tzinfo=UTC)
SOURCE = Source(hashlib.sha256(b"one").hexdigest(), "ett.pdf", "ett.pdf")


def tables() -> dict[str, pa.Table]:
    return extraction_to_tables(reading_of(SOURCE), Arrival("ett.pdf", "ett.pdf", NOON), "1")


@pytest.fixture
def units() -> dict[UnitKind, Unit]:
    """The first of each kind."""
    found: dict[UnitKind, Unit] = {}
    for unit in units_of(tables()):
        found.setdefault(unit.kind, unit)
    return found


def texts(unit: Unit) -> list[str]:
    return [passage.text for passage in unit.passages]


def test_a_decision_has_its_number_and_all_under_its_heading(units: dict[UnitKind, Unit]) -> None:
    decision = units[UnitKind.DECISION]
    assert texts(decision) == ["Budgetuppföljning", "Dnr KS 2024-00375", "§ 208", "Nämnden beslutar."]
    assert decision.top == ("Budgetuppföljning", "Dnr KS 2024-00375", "Rapporten läggs till handlingarna.")
    assert (decision.paragraph, decision.diary_numbers) == ("208", ("KS 2024-00375",))


def test_a_paragraph_keeps_its_place(units: dict[UnitKind, Unit]) -> None:
    passage = units[UnitKind.DECISION].passages[-1]
    assert (passage.page, passage.box) == (1, (10.0, 20.0, 110.5, 30.25))
    assert passage.id.endswith("-g0")


def test_what_a_decision_holds_is_no_section_too() -> None:
    assert not any(unit.kind == UnitKind.SECTION for unit in units_of(tables()))


def test_a_person_a_row_and_the_document_are_found(units: dict[UnitKind, Unit]) -> None:
    assert units[UnitKind.PERSON].title == "Ann-Marie Ek (C)"
    assert units[UnitKind.DOCUMENT].title == "Budgetuppföljning"
    assert "Borås Stad, Kommunstyrelsen, 2024-06-17" in texts(units[UnitKind.DOCUMENT])
    assert units[UnitKind.ROW].table_id and units[UnitKind.ROW].row == 1


def test_ids_are_of_one_unit_each() -> None:
    ids = [unit.id for unit in units_of(tables())]
    assert len(ids) == len(set(ids)) > 4


def test_what_is_shown_is_json_and_without_what_is_empty(units: dict[UnitKind, Unit]) -> None:
    shown = json.loads(units[UnitKind.PERSON].to_json("doc"))
    assert shown["document_id"] == "doc" and "paragraph" not in shown
    assert [passage[0] for passage in shown["passages"]] == ["Ann-Marie Ek (C)"]
