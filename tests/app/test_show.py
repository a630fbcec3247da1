"""One document as its reader meets it on the terminal, out of an archive of made-up ones."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.errors import CannotShow
from app.show import find_document, find_reading, rows_to_csv, show_reading
from tests.archive.test_release import made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("show"), ["majmöte", "majkväll"]).root


def shown(folder: Path, form: str = "text", **chosen: Any) -> str:
    pieces: dict[str, Any] = {"parts": False, "sections": False, "decision": None, "table": None}
    return show_reading(find_reading("majmöte.pdf", folder), **(pieces | chosen), form=form)


def test_an_overview_names_parts_paragraphs_tables_and_warnings(folder: Path) -> None:
    text = shown(folder)
    assert text.splitlines()[0] == "Budgetuppföljning, Borås Stad, Kommunstyrelsen, 2024-06-17"
    heads = [line for line in text.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert heads == ["Delar:", "Paragrafer:", "Tabeller:", "Varningar:"]
    assert "  § 208  Budgetuppföljning" in text and "  ett påhittat dokument" in text


def test_a_table_stands_in_columns_with_its_figures_to_the_right(folder: Path) -> None:
    assert shown(folder, table=0).splitlines() == [
        "Utfall (tkr), blad 1", "", "   Utfall", "1       1", "2       2", "3       3",
    ]  # fmt: skip
    grid = json.loads(shown(folder, "json", table=0))["rows"]
    assert grid == list(csv.reader(io.StringIO(shown(folder, "csv", table=0))))


def test_a_decision_is_found_by_its_number_with_sign_or_without(folder: Path) -> None:
    text = shown(folder, decision="208")
    assert text == shown(folder, decision="§ 208")
    assert text.splitlines()[:2] == ["§ 208  Budgetuppföljning", "KS 2024-00375  blad 1"]
    assert "Beslut\n  Rapporten läggs till handlingarna." in text and "Yrkanden" not in text


def test_parts_and_headings_are_a_line_each(folder: Path) -> None:
    assert len(shown(folder, parts=True).splitlines()) == 1 and "protocol" in shown(folder, parts=True)
    assert shown(folder, sections=True).split(maxsplit=2) == ["blad", "1", "Ärende åäö"]
    assert [row["heading"] for row in json.loads(shown(folder, "json", sections=True))] == ["Ärende åäö"]


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ({"table": 7}, r"Dokumentet har 1 tabeller, räknade från 0\."),
        ({"decision": "9"}, r"ingen § 9; det har 208\."),
        ({"form": "xml"}, r"text, csv eller json"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(folder: Path, chosen: dict[str, Any], says: str) -> None:
    with pytest.raises(CannotShow, match=says):
        shown(folder, **chosen)


def test_a_name_that_fits_several_documents_chooses_none(folder: Path) -> None:
    with pytest.raises(CannotShow, match=r"passar maj; .*\n  \w{16}  majmöte\.pdf, möte 2024-06-17, kom in"):
        find_document("maj", folder)
    with pytest.raises(CannotShow, match=r"Inget dokument i .* passar juni"):
        find_document("juni", folder)
    with pytest.raises(CannotShow, match="Ingen fil heter juni"):
        find_reading("juni", None)


def test_rows_as_csv_have_their_names_above_and_lists_in_one_field() -> None:
    """What holds a comma or a line break is quoted, and nothing is left out."""
    text = rows_to_csv([{"a": "x, y", "b": ["1", "2"]}, {"a": None, "b": []}])
    assert text == 'a,b\n"x, y","1\n2"\n,'
    assert rows_to_csv([]) == ""


def test_the_overview_opens_with_what_is_proved_of_the_structure(folder: Path) -> None:
    reading = find_reading("majmöte.pdf", folder)
    proved = reading | {"structure": [{"says": "§§ 13–17: alla 5 finns.", "holds": True}]}
    pieces: dict[str, Any] = {"parts": False, "sections": False, "decision": None, "table": None}
    assert show_reading(proved, **pieces, form="text").startswith("§§ 13–17: alla 5 finns.\n")
    assert "alla" not in show_reading(reading, **pieces, form="text").split("\n")[0]
