"""Figures struck out are kept in their cells, and are no facts."""

from __future__ import annotations

from dataclasses import replace

from extractors.pages.struck_words import with_struck_words
from extractors.tables.facts import cast_table
from schemas.page import Page, Rule
from schemas.place import Box
from tests.extractors.drawing import draw, tables_on

TABLE = """Nämnd                 2030          2031
Skola               41 275        51 590
Vård         96 000 94 115        93 207
Summa              135 390       134 797"""


def struck(text: str, *figures: str) -> list[Page]:
    """The drawing's sheet with a line through the words of these figures."""
    (page,) = draw(text)
    words = [word for word in page.words if word.text in {part for each in figures for part in each.split()}]
    lines = tuple(Rule(Box(w.box.x0 - 1, w.box.middle, w.box.x1 + 1, w.box.middle)) for w in words)
    return [with_struck_words(replace(page, rules=lines))]


def facts(pages: list[Page]) -> list[tuple[str, str, str]]:
    (table,) = tables_on(pages)
    return [(fact.row_label, fact.column_label, fact.raw) for fact in cast_table(table, "t").facts]


def test_a_figure_struck_out_is_no_fact_and_its_cell_keeps_it() -> None:
    pages = struck(TABLE.replace("96 000", "      "), "51 590")
    assert ("Skola", "2031", "51 590") not in facts(pages) and ("Skola", "2030", "41 275") in facts(pages)
    (table,) = tables_on(pages)
    assert "51 590" in {cell.text for cell in cast_table(table, "t").cells}


def test_the_figure_beside_one_struck_out_is_the_fact() -> None:
    assert ("Vård", "2030", "94 115") in facts(struck(TABLE, "96 000"))


def test_an_underlined_figure_is_not_struck_out() -> None:
    (page,) = draw(TABLE.replace("96 000", "      "))
    under = tuple(Rule(Box(w.box.x0, w.box.bottom - 1, w.box.x1, w.box.bottom)) for w in page.words)
    assert not any(word.struck for word in with_struck_words(replace(page, rules=under)).words)
