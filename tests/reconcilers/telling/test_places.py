"""Where a figure stands, in the words that a clerk looks it up by."""

from __future__ import annotations

from dataclasses import replace

from reconcilers.telling.places import says_where
from tests.reconcilers.made_tables import Made, make

(FACT,) = make(Made("Kostnader", "Budget 2025", "Kansli\nLön | 5")).facts


def test_table_row_with_its_group_and_column_are_named() -> None:
    assert says_where("Kostnader", FACT) == "Tabellen Kostnader, raden Kansli / Lön, kolumnen Budget 2025"


def test_a_table_without_a_title_is_named_by_its_sheet() -> None:
    bare = replace(FACT, group_label=None, row_label="", column_label="")
    assert says_where(None, bare) == "Tabellen på sidan 1, raden (utan namn), kolumnen (utan namn)"
