"""Reports of a line printer: rows of signs are the table's rules."""

from __future__ import annotations

from extractors.pages.rules_of_signs import with_rules_of_signs
from tests.extractors.drawing import draw, tables_on

REPORT = """Konto Benämning         Utfall     Budget
-----------------------------------------
30    Avgifter           1 250      1 200
31    Hyror                840        900
-----------------------------------------
      Summa              2 090      2 100"""


def test_a_header_above_a_row_of_signs_is_the_table_s() -> None:
    (table,) = tables_on([with_rules_of_signs(page) for page in draw(REPORT)])
    assert table.header.labels == ("Konto", "Benämning", "Utfall", "Budget")
    assert [row.cells[2].text for row in table.rows] == ["1 250", "840", "2 090"]


def test_a_dash_between_words_is_no_rule() -> None:
    (page,) = draw("Avgifter - hyror -- övrigt")
    assert with_rules_of_signs(page) is page
