"""A title inside a block of rows names what follows it in that block, and no more."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.tables.facts import cast_table
from extractors.tables.group_ends import find_group_ends, sums_group
from extractors.tables.publish import find_sheet_tables
from extractors.tables.stitch import LogicalTable
from tests.extractors.drawing import draw

NOTE = """Byggnader               2031        2030

Ingående värde        11 917      11 917
Ändringar av värdet
Inköp                    657           0
Utgående värde        12 574      11 917

Ingående avskrivning    -670        -610
Ändringar av avskrivning
Årets                    -62         -60
Utgående avskrivning    -732        -670

Redovisat värde       11 842      11 247

Taxeringsvärde         7 642       7 414"""


def groups(text: str) -> dict[str, str | None]:
    (page,) = draw(text)
    (table,) = find_sheet_tables(page, find_lines(page))
    return {f.row_label: f.group_label for f in cast_table(LogicalTable((table,)), "t").facts}


def test_a_title_inside_a_block_holds_to_the_next_empty_line() -> None:
    found = groups(NOTE)
    assert found["Inköp"] == found["Utgående värde"] == "Ändringar av värdet"
    assert found["Årets"] == "Ändringar av avskrivning"
    outside = ("Ingående värde", "Ingående avskrivning", "Redovisat värde", "Taxeringsvärde")
    assert {found[label] for label in outside} == {None}


def test_a_title_that_begins_a_block_holds_until_the_next_title() -> None:
    found = groups(NOTE.replace("Ingående avskrivning    -670        -610\nÄndringar", "Ändringar"))
    assert found["Redovisat värde"] == "Ändringar av avskrivning"


def test_rows_without_empty_lines_have_no_blocks() -> None:
    (page,) = draw("\n".join(line for line in NOTE.split("\n") if line))
    (table,) = find_sheet_tables(page, find_lines(page))
    assert find_group_ends(LogicalTable((table,)).rows) == frozenset()


def test_the_sum_of_a_group_set_apart_is_still_of_it() -> None:
    assert sums_group("Summa kostnader", "Kostnader:") and not sums_group("Kostnader", "Kostnader")
    assert not sums_group("Summa", None)
