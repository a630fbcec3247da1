"""Columns from rules or from where figures stand."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.tables.figure_rows import Region
from extractors.tables.grid import Columns, columns_along, find_columns
from extractors.tables.regions import find_regions
from schemas.place import Box
from tests.extractors.drawing import CELL, LEFT, draw

OPEN = """Bad          Budget 2030   Utfall 2030
Norra              1 200         1 300
Södra              2 400         2 500"""
RULED = """┌────────────┬─────────┬─────────┐
│ Bad        │  Budget │  Utfall │
├────────────┼─────────┼─────────┤
│ Norra      │   1 200 │   1 300 │
│ badet      │         │         │
├────────────┼─────────┼─────────┤
│ Södra      │   2 400 │   2 500 │
├────────────┴─────────┼─────────┤
│ Alla baden           │   3 800 │
└──────────────────────┴─────────┘"""


def region(text: str) -> Region:
    (page,) = draw(text)
    (found,) = find_regions(page, find_lines(page))
    return found


def at(character: float) -> float:
    return LEFT + CELL * character


def test_without_rules_columns_are_where_figures_stand() -> None:
    found = find_columns(region(OPEN))
    assert not found.ruled
    assert [(span.x0, span.x1) for span in found.figures] == [(at(19), at(24)), (at(33), at(38))]
    assert found.borders == ((at(5) + at(19)) / 2, (at(24) + at(33)) / 2)


def test_ruled_columns_have_their_borders_at_the_rules() -> None:
    found = find_columns(region(RULED))
    assert found.ruled
    assert [round(border, 1) for border in found.borders] == [at(13.5), at(23.5)]


def test_a_column_of_words_lines_up_or_has_a_header() -> None:
    header, first, second = OPEN.splitlines()
    said = "\n".join([header, f"{first}   i maj", second])
    assert find_columns(region(said)).count == 3
    assert find_columns(region(f"{said}   i juni")).count == 4
    assert find_columns(region(said.replace(header, f"{header}   Öppnas"))).count == 4


def test_a_header_with_nothing_below_it_is_a_column_still() -> None:
    header, *rows = OPEN.splitlines()
    found = find_columns(region("\n".join([f"{header}   Prognos", *rows])))
    assert found.count == 4


def test_a_word_belongs_to_the_column_between_two_borders() -> None:
    columns = Columns((100.0, 200.0), (), ruled=False)
    assert [columns.of(x) for x in (40, 150, 260)] == [0, 1, 2]


def test_a_border_is_open_only_at_the_heights_where_it_is_not_drawn() -> None:
    columns = Columns((100.0, 200.0), (), True, walls=(Box(99.8, 50, 100.2, 80),))
    assert [columns.is_open(0, y) for y in (60, 90)] == [False, True]
    assert [columns.is_closed(0, y) for y in (60, 90)] == [True, False]
    assert not columns.is_open(1, 60)  # it is drawn nowhere: nothing is known of it


def test_another_s_borders_are_kept_as_they_are() -> None:
    borders = (at(15), at(28))
    found = columns_along(region(OPEN), borders)
    assert found.borders == borders and found.ruled
    assert [found.of(span.centre) for span in found.figures] == [1, 2]
