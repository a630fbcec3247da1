"""Rows of tables as units: figures with their labels, and every other word that is printed in the table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from archive.search.row_units import row_units
from archive.search.unit import Unit

TABLE = {"table_id": "d-t000", "part_id": "p", "title": "Bidrag (kr)", "unit": "kr", "first_page": 2}


def cell(row: int, column: int, text: str) -> dict[str, Any]:
    box = {"x0": 10.0 * column, "top": 10.0 * row, "x1": 10.0 * column + 9, "bottom": 10.0 * row + 9}
    return {"table_id": "d-t000", "row": row, "column": column, "text": text, "page": 2, **box}


def fact(row: int, raw: str, value: int) -> dict[str, Any]:
    labels = {"group_label": "Söder", "row_label": "Granvik", "row_code": None, "column_label": "Belopp"}
    figures = {"raw": raw, "value_sek": Decimal(value), "fact_id": f"f{row}"}
    return cell(row, 3, raw) | labels | figures


def made() -> list[Unit]:
    cells = [
        *(cell(0, 0, "Ort"), cell(0, 2, "Förening"), cell(0, 3, "Belopp"), cell(1, 0, "Söder")),
        *(cell(2, 0, "Granvik"), cell(2, 2, "Byalaget Morgonrodnad"), cell(2, 3, "120")),
    ]
    return list(row_units([TABLE], [fact(2, "120", 120)], cells, {"p": "annex"}, ",".join))


def test_a_row_of_figures_has_its_labels_its_other_words_and_its_box() -> None:
    _, row = made()
    told = ["Söder / Granvik: Belopp: 120", "Bidrag (kr)", "Byalaget Morgonrodnad"]
    assert [passage.text for passage in row.passages] == told
    assert row.passages[0].box == (0.0, 20.0, 39.0, 29.0) and row.top == ("Söder / Granvik",)
    assert (row.amounts, row.severity, row.part_kind, row.row) == ((120.0,), "f2", "annex", 2)


def test_what_no_row_of_figures_says_is_a_unit_and_what_one_says_is_none() -> None:
    head, _ = made()
    assert head.row == 0 and head.passages[0].text == "Ort Förening" and head.top == ()
