"""What does not agree, as it is listed on the terminal."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from app.errors import CannotShow
from app.findings import list_findings
from tests.app import told_paper


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return told_paper.keep(tmp_path_factory.mktemp("findings")).root


def test_the_worst_comes_first_with_its_sheet_and_both_readings(folder: Path) -> None:
    assert list_findings(folder, None, None, "text").splitlines() == [
        "FEL  Summan av raderna är en annan.",
        "    nämnd.pdf, blad 1",
        "    väntat 135 390; funnet 135 309",
        "",
        "VARNING  Samma mening har två belopp.",
        "    nämnd.pdf, blad 1 och 2",
        "    väntat 76,6 mnkr; funnet 67,6 mnkr",
        "",
        "UPPLYSNING  Ordet är kanske felskrivet.",
        "    nämnd.pdf, blad 1",
        "    funnet redovisar",
        "",
        "1 fel, 1 varning, 1 upplysning.",
    ]


def test_one_severity_alone_is_still_told_of_how_many(folder: Path) -> None:
    text = list_findings(folder, "nämnd.pdf", "notice", "text")
    assert text.startswith("UPPLYSNING") and text.endswith("1 fel, 1 varning, 1 upplysning.")
    assert "FEL" not in text


def test_the_forms_for_programs_hold_the_same_rows(folder: Path) -> None:
    rows = json.loads(list_findings(folder, None, None, "json"))
    table = list(csv.DictReader(io.StringIO(list_findings(folder, None, None, "csv"))))
    assert [row["severity"] for row in rows] == ["error", "warning", "notice"]
    assert [row["finding_id"] for row in table] == [row["finding_id"] for row in rows]
    assert table[1]["places"] == "nämnd.pdf, blad 1 och 2" and table[2]["expected"] == ""


@pytest.mark.parametrize(
    ("document", "severity", "form", "says"),
    [
        (None, "bad", "text", r"--severity är error, warning eller notice\."),
        (None, None, "xml", r"--format är text, csv eller json\."),
        ("nothing", None, "text", r"Inget dokument i .* passar nothing\."),
    ],
)
def test_a_mistake_is_told_in_a_sentence(
    folder: Path, document: str | None, severity: str | None, form: str, says: str
) -> None:
    with pytest.raises(CannotShow, match=says):
        list_findings(folder, document, severity, form)


def test_an_archive_where_all_agrees_lists_nothing(tmp_path: Path) -> None:
    assert list_findings(tmp_path, None, None, "text") == "0 fel, 0 varningar, 0 upplysningar."
    assert list_findings(tmp_path, None, None, "csv") == ""
