"""A cell as it is printed, and the facts that follow from it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.corrections.cells import correct_cell
from schemas.document import Extraction, Fact
from schemas.kinds import CellRole, CorrectionKind, RowKind
from schemas.table import Cell
from tests.extractors.corrections.small_paper import cell_at, reading, said


def corrected(
    row: int, column: int, printed: str, of: Extraction | None = None, kind: str = ""
) -> Extraction:
    target = cell_at(row, column)
    return correct_cell(of or reading(), said(target.raw, printed, kind=CorrectionKind(kind)), target)


def cell(of: Extraction, row: int, column: int) -> Cell:
    return next(each for each in of.tables[0].cells if (each.row, each.column) == (row, column))


def facts(of: Extraction) -> dict[int, Fact]:
    return {fact.row: fact for fact in of.facts}


def test_a_figure_has_the_value_of_its_characters_and_the_unit_it_had() -> None:
    after = corrected(2, 1, "(41 257)")
    fact = facts(after)[2]
    assert (fact.raw, fact.value, fact.unit, fact.value_sek) == ("(41 257)", -41257, "tkr", -41257000)
    assert fact.raw_read == "41 275" and fact.correction_id == cell(after, 2, 1).correction_id
    assert list(facts(after)) == [2, 3, 4]


def test_a_unit_printed_in_the_cell_is_its_own() -> None:
    fact = facts(corrected(2, 1, "41,3 mnkr"))[2]
    assert (fact.unit, fact.value_sek) == ("mnkr", Decimal("41300000"))


@pytest.mark.parametrize(
    ("printed", "role"), [("", CellRole.EMPTY), ("-", CellRole.VALUE), ("se bilaga", CellRole.NOTE)]
)
def test_what_is_no_figure_gives_no_fact(printed: str, role: CellRole) -> None:
    after = corrected(2, 1, printed)
    assert 2 not in facts(after) and cell(after, 2, 1).role == role


def test_a_figure_where_none_was_read_has_the_labels_around_it() -> None:
    missed = corrected(3, 1, "")
    fact = facts(corrected(3, 1, "94 115", of=missed))[3]
    assert (fact.row_label, fact.group_label, fact.column_label, fact.year) == (
        "Vård",
        "Drift",
        "Utfall 2024",
        2024,
    )
    assert (fact.value, fact.unit, fact.value_sek) == (94115, "tkr", 94115000)
    assert list(facts(corrected(3, 1, "94 115", of=missed))) == [2, 3, 4], "in the order of the rows"


def test_two_corrections_of_one_cell_remember_what_was_read_first() -> None:
    twice = corrected(2, 1, "41 257", of=corrected(2, 1, "41 752"))
    assert cell(twice, 2, 1).raw_read == "41 275"


def test_a_label_is_that_of_its_row_s_facts() -> None:
    after = corrected(3, 0, "Summa vård")
    assert (facts(after)[3].row_label, facts(after)[3].row_kind) == ("Summa vård", RowKind.SUBTOTAL)
    assert facts(after)[2].row_label == "Skola"


def test_a_group_s_label_is_that_of_the_rows_under_it() -> None:
    after = corrected(1, 0, "Investering")
    assert {fact.group_label for fact in after.facts} == {"Investering"}


def test_a_header_is_that_of_its_column_with_measure_and_year() -> None:
    after = corrected(0, 1, "Budget 2025")
    assert after.tables[0].column_labels == ("Budget 2025",)
    assert {(fact.column_label, fact.measure, fact.year) for fact in after.facts} == {
        ("Budget 2025", "budget", 2025)
    }


def test_a_year_taken_for_a_figure_heads_its_column() -> None:
    after = corrected(2, 1, "tkr", kind="header")
    assert cell(after, 2, 1).role == CellRole.HEADER and 2 not in facts(after)
    assert facts(after)[3].column_label == "Utfall 2024 / tkr"
