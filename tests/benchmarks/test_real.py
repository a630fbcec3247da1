"""What is measured on real documents, tried on rows of a release that is made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import real
from benchmarks.real import golds, judged_layers, scan_against_text
from benchmarks.told import Told

NAMES = [
    {"document_id": "s", "file_name": "redovisning-scan.pdf"},
    {"document_id": "t", "file_name": "redovisning.pdf"},
]
LONG = "Föreningens intäkter har ökat med en tiondel sedan året innan, mest genom hyror."


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table."""
    tables: dict[str, list[dict[str, Any]]] = {"documents": NAMES}
    monkeypatch.setattr(real, "rows_of", lambda _, table: tables.get(table, []))
    return tables


def fact(document_id: str, label: str, value: int) -> dict[str, Any]:
    labels = {"group_label": None, "row_label": label, "column_label": "2024"}
    return {"document_id": document_id, "value": value} | labels


def test_a_scan_s_facts_and_letters_are_held_against_the_text_s(
    release: dict[str, list[dict[str, Any]]],
) -> None:
    release["facts"] = [
        fact("t", "Hyror", 41),
        fact("t", "Ränta", 7),
        fact("s", "Hyror", 41),
        fact("s", "Rànta", 7),
    ]
    release["paragraphs"] = [
        {"document_id": "t", "text": LONG}, {"document_id": "t", "text": "Kort."},
        {"document_id": "s", "text": LONG.replace("ö", "o", 1)},
    ]  # fmt: skip
    found = scan_against_text(Path())
    assert (found["figures"], found["with row"], found["with row and column"]) == (1.0, 0.5, 0.5)
    assert found["characters wrong"] == pytest.approx(1 / len(LONG), rel=0.1)
    assert set(found) == set(real.NAMES_OF_SCAN)


def test_without_both_there_is_nothing_to_compare(release: dict[str, list[dict[str, Any]]]) -> None:
    release["documents"] = NAMES[:1]
    assert scan_against_text(Path()) == {}


def test_layers_are_counted_by_our_own_labels(
    release: dict[str, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    labels = {
        "1": "lying",
        "2": "missing",
        "3": "sound",
        "4": "sound",
        "5": "blank",
        "9": "lying",
        "why": "x",
    }
    (tmp_path / "text_layers.json").write_text(json.dumps({"redovisning.pdf": labels}))
    monkeypatch.setattr(real, "GOLDS", tmp_path)
    sources = {1: "ocr", 2: "native", 3: "native", 4: "ocr", 5: "ocr"}
    release["pages"] = [
        {"document_id": "t", "page": page, "text_source": each} for page, each in sources.items()
    ]
    assert judged_layers(Path()) == (1, 1, 1)


def test_each_golden_is_measured_where_its_pdf_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(real, "GOLDS", tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.gold.json").write_text(json.dumps({"document": {"file": f"{name}.pdf"}}))
    (tmp_path / "real" / "kommun").mkdir(parents=True)
    (tmp_path / "real" / "kommun" / "b.pdf").touch()
    assert [(gold.name, pdf.name) for gold, pdf in golds(tmp_path)] == [("b.gold.json", "b.pdf")]


def test_without_real_documents_it_says_so(tmp_path: Path) -> None:
    told = Told()
    real.bench(told, tmp_path)
    assert told.lines == ["No real documents in the shared folder."] and not told.broken
