"""What names a row, where several columns of text stand before the figures."""

from __future__ import annotations

import pytest

from extractors.tables.facts import cast_table
from tests.extractors.drawing import draw, tables_on


def names(text: str) -> list[tuple[str | None, str | None, str]]:
    """Group, code and label of each row with a fact in its first column of figures."""
    (table,) = tables_on(draw(text))
    facts = cast_table(table, "t").facts
    first = min(fact.column for fact in facts)
    return [(fact.group_label, fact.row_code, fact.row_label) for fact in facts if fact.column == first]


ACCOUNTS = """Konto   Benämning            Utfall    Budget
3010    Avgifter              1 250     1 200
3110    Hyror                   840       900
4520    Entreprenader         5 210     5 000
        Summa                 7 300     7 100"""


def test_an_account_number_stands_beside_the_label() -> None:
    assert names(ACCOUNTS) == [
        (None, "3010", "Avgifter"),
        (None, "3110", "Hyror"),
        (None, "4520", "Entreprenader"),
        (None, None, "Summa"),
    ]


ENHETER = """Enhet     Anställning          2030      2031
Norra     Tillsvidare        12 300    12 900
          Visstid             2 100     1 800
          Timmar                640       810
Södra     Tillsvidare         9 200     9 450
          Visstid               700       990"""


@pytest.mark.parametrize("text", [ENHETER, ENHETER.replace("          Visstid ", "Norra     Visstid ", 1)])
def test_what_stands_once_or_repeats_is_the_group(text: str) -> None:
    assert names(text)[:4] == [
        ("Norra", None, "Tillsvidare"),
        ("Norra", None, "Visstid"),
        ("Norra", None, "Timmar"),
        ("Södra", None, "Tillsvidare"),
    ]


def test_a_group_set_amid_its_rows_holds_for_those_above_it_too() -> None:
    lines = ENHETER.splitlines()
    lines[1], lines[2] = (
        lines[1].replace("Norra", "     "),
        lines[2].replace("     Visstid", "Norra     Visstid", 1),
    )
    lines[2] = lines[2].replace("     Norra", "Norra")
    assert [group for group, *_ in names("\n".join(lines))][:2] == ["Norra", "Norra"]


def test_a_column_that_tells_nothing_more_stays_in_the_cells() -> None:
    text = """Projekt      Ansvarig      Budget    Utfall
Bro          Teknik         1 250     1 200
Skola        Barn             840       900
Väg          Teknik         5 210     5 000"""
    assert [label for *_, label in names(text)] == ["Bro", "Skola", "Väg"]


def test_two_columns_name_a_row_where_one_does_not_tell_them_apart() -> None:
    text = """Ort          Gata          Budget    Utfall
Näs          Storgatan      1 250     1 200
Torp         Storgatan        840       900
Näs          Byvägen        5 210     5 000
Berg         Storgatan      1 100     1 000"""
    assert names(text)[0] == (None, None, "Näs / Storgatan")


def test_bounds_and_words_among_figures_make_no_column_of_names() -> None:
    text = """Område                   2030      2031
Norra                      ≤5        12
Södra                       8    ca 30
Västra                4 av 10         9"""
    assert [label for *_, label in names(text)] == ["Södra"]
