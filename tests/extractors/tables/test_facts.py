"""A logical table becomes cells with roles, and one fact a printed number."""

from __future__ import annotations

from decimal import Decimal

from extractors.tables.facts import Reading, cast_table
from tests.extractors.drawing import draw, tables_on

TABLE = """Nämnd             Budget 2025   Utfall 2025, %
Skolor
Kostnad, tkr           41 275             12,5
Intäkt, tkr            94 115             88,0
Summa                 135 390            101,2"""


def cast(text: str) -> Reading:
    (table,) = tables_on(draw(text))
    return cast_table(table, "t")


def test_a_fact_has_its_labels_group_measure_and_year() -> None:
    fact = cast(TABLE).facts[0]
    assert (fact.fact_id, fact.group_label, fact.row_label) == ("t-r2c1", "Skolor", "Kostnad, tkr")
    assert (fact.column_label, fact.measure, fact.year) == ("Budget 2025", "budget", 2025)
    assert (fact.raw, fact.value) == ("41 275", Decimal(41275))


def test_the_unit_is_the_row_s_before_the_column_s() -> None:
    facts = {(fact.row, fact.column): fact for fact in cast(TABLE).facts}
    assert (facts[2, 1].unit, facts[2, 1].value_sek) == ("tkr", 41_275_000)
    assert facts[2, 2].unit == "tkr", "what the row says goes before what the column says"
    assert (facts[4, 1].unit, facts[4, 2].unit) == (None, "procent")


def test_cells_keep_what_gives_no_fact() -> None:
    """A dash is no figure, a range no number."""
    reading = cast(TABLE.replace("94 115", "     –").replace("135 390", "    5–7"))
    cells = {(cell.row, cell.column): (cell.role, cell.text) for cell in reading.cells}
    assert cells[3, 1] == ("value", "–") and cells[4, 1][1] == "5–7"
    assert (3, 1) not in {(fact.row, fact.column) for fact in reading.facts}


def test_roles_say_header_label_value_and_empty() -> None:
    reading = cast(TABLE)
    assert [cell.role for cell in reading.cells if cell.row in (0, 1, 2)] == [
        "header", "header", "header", "label", "empty", "empty", "label", "value", "value",
    ]  # fmt: skip


def test_numbers_of_notes_are_no_facts_though_their_column_has_no_header() -> None:
    text = """                  Not      2025      2024
Skatter             1    41 275    40 118
Bidrag              2    94 115    93 902
Räntor                      302       288
Avgifter                  1 377     1 298
Resultat                  7 911     8 102"""
    assert {fact.raw for fact in cast(text).facts} & {"1", "2"} == set()
    assert {fact.raw for fact in cast(text.replace("Not", "   ")).facts} & {"1", "2"} == set()


def test_a_row_that_says_the_unit_is_no_group() -> None:
    told = """Nämnd             Budget 2025   Utfall 2025, %
Belopp i tkr
Kostnad                41 275             12,5
Intäkt                 94 115             88,0"""
    facts = cast(told).facts
    assert {fact.group_label for fact in facts} == {None}
    assert {(fact.column, fact.unit) for fact in facts} == {(1, "tkr"), (2, "procent")}


def test_a_unit_said_in_a_row_ends_where_a_group_counts_things() -> None:
    told = """Nämnd             Budget 2025   Utfall 2025
Belopp i tkr
Kostnad                41 275        12 500
Intäkt                 94 115        88 000
Elever
Norra skolan              112           118"""
    assert [fact.unit for fact in cast(told).facts] == ["tkr"] * 4 + [None] * 2
