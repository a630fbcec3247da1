"""Every Markdown sample is read as a person reads it, and leaves no made-up place behind."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from schemas.document import Extraction
from schemas.place import NOWHERE
from schemas.warnings import Code, sentences
from tests.extractors.markdown.conftest import Reader

ROOT = Path(__file__).resolve().parents[3]
ENTRIES: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "samples" / "manifest.toml").read_text(encoding="utf-8")
)["markdown"]


@pytest.fixture(scope="module", params=ENTRIES, ids=lambda entry: Path(entry["file"]).stem)
def sample(request: pytest.FixtureRequest, read: Reader) -> tuple[Extraction, dict[str, Any]]:
    entry = request.param
    gold = json.loads((ROOT / entry["expected"]).read_text(encoding="utf-8"))
    return read((ROOT / entry["file"]).read_bytes().decode()), gold


def test_every_markdown_file_is_in_the_manifest() -> None:
    found = {str(path.relative_to(ROOT)) for path in (ROOT / "samples" / "markdown").rglob("*.md")}
    assert found == {entry["file"] for entry in ENTRIES}
    assert all(entry["source"] and entry["purpose"].strip() and entry["synthetic"] for entry in ENTRIES)


def test_imprint_and_outline(sample: tuple[Extraction, dict[str, Any]]) -> None:
    got, gold = sample
    assert (got.municipality, got.body, str(got.meeting_date)) == (
        gold["municipality"],
        gold["body"],
        gold["meeting_date"],
    )
    assert [part.kind for part in got.parts] == gold["parts"]
    assert [section.heading for section in got.sections] == gold["headings"]
    assert gold["joined_paragraph"] in [paragraph.text for paragraph in got.paragraphs]


def test_decisions_and_people(sample: tuple[Extraction, dict[str, Any]]) -> None:
    got, gold = sample
    decisions = [[d.paragraph, d.diary_number, d.title, list(d.decision_text)] for d in got.decisions]
    assert decisions == gold["decisions"]
    people = dict.fromkeys((person.name, person.party, person.role) for person in got.people)
    assert list(people) == [tuple(person) for person in gold["people"]]


def test_tables_and_amounts(sample: tuple[Extraction, dict[str, Any]]) -> None:
    got, gold = sample
    assert [(t.title, t.unit, list(t.column_labels)) for t in got.tables] == [
        (t["title"], t["unit"], t["columns"]) for t in gold["tables"]
    ]
    facts = [(f.group_label, f.row_label, f.column_label, f.value) for f in got.facts]
    assert facts == [
        (group, label, column, Decimal(value))
        for table in gold["tables"]
        for group, label, values in table["facts"]
        for column, value in zip(table["columns"], values, strict=True)
        if value is not None
    ]
    kronor = [(a.raw, None if a.value_sek is None else str(int(a.value_sek))) for a in got.amounts]
    assert kronor == [tuple(amount) for amount in gold["amounts"]]


def test_nothing_has_a_sheet_or_a_box(sample: tuple[Extraction, dict[str, Any]]) -> None:
    got, _ = sample
    cells = [cell for table in got.tables for cell in table.cells]
    placed: tuple[Any, ...] = (*got.paragraphs, *got.facts, *got.amounts, *cells)
    assert {thing.place for thing in placed} == {NOWHERE}
    spanning: tuple[Any, ...] = (*got.parts, *got.sections, *got.decisions, *got.tables)
    assert {(each.first_page, each.last_page) for each in spanning} == {(None, None)}
    assert {person.page for person in got.people} == {None}
    assert (got.text_source, got.page_count, got.pages) == ("markdown", 0, ())


def test_what_was_repaired_or_left_out_is_said(sample: tuple[Extraction, dict[str, Any]]) -> None:
    got, _ = sample
    assert any("2025-0033104.2" in said for said in sentences(got.warnings))
    assert any(warning.code is Code.CHARTS_LEFT_OUT for warning in got.warnings)
