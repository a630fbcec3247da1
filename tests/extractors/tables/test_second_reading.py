"""A second reading takes only borders from another engine: the words stay where they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.pages.lines import find_lines
from extractors.tables.drafts import Draft
from extractors.tables.engines import EngineFailed
from extractors.tables.publish import find_sheet_tables
from extractors.tables.second_reading import may_be_otherwise, read_again
from extractors.tables.stitch import LogicalTable, SheetTable
from schemas.kinds import Engine, TextSource
from schemas.page import Page
from schemas.place import Box
from schemas.warnings import Code, warn
from tests.extractors.drawing import CELL, LEFT, draw

TABLE = """Bad              2030          2031
Norra           1 200         1 300
Södra           2 400         2 500"""
BORDERS = (LEFT + CELL * 12, LEFT + CELL * 25)
Sees = Callable[[Callable[[Page, Box], tuple[float, ...]]], None]


@pytest.fixture
def sees(monkeypatch: pytest.MonkeyPatch) -> Sees:
    """Puts in camelot's place what answers with borders from a sheet and a box on it."""

    def put(answer: Callable[[Page, Box], tuple[float, ...]]) -> None:
        engines = {Engine.CAMELOT: lambda _pdf, page, box: answer(page, box)}
        monkeypatch.setattr("extractors.tables.second_reading.ENGINES", engines)

    return put


def share(page: Page) -> SheetTable:
    (table,) = find_sheet_tables(page, find_lines(page))
    return table


def draft(*pages: Page) -> Draft:
    return Draft("p0", None, (), LogicalTable(tuple(map(share, pages))), None)


def again(first: Draft) -> Draft:
    return read_again(b"", first, Engine.CAMELOT)


def texts(read: Draft) -> list[list[str]]:
    return [[cell.text for cell in row.cells.values()] for row in read.table.rows]


def test_the_same_words_are_put_between_the_borders_that_the_engine_sees(sees: Sees) -> None:
    first = draft(*draw(TABLE))
    sees(lambda _page, _box: (LEFT + CELL * 18, *BORDERS[1:]))  # through the thousands of the first column
    second = again(first)
    assert second.engine == Engine.CAMELOT
    assert second.table.columns.borders == (LEFT + CELL * 18, *BORDERS[1:])
    assert [" ".join(row) for row in texts(second)] == [" ".join(row) for row in texts(first)]


def test_a_table_stays_as_it_was_where_the_engine_sees_no_columns(sees: Sees) -> None:
    first = draft(*draw(TABLE))
    sees(lambda _page, _box: ())
    assert again(first) is first


def test_an_engine_that_falls_is_told_of_and_the_table_stays(sees: Sees) -> None:
    def falls(_page: Page, _box: Box) -> tuple[float, ...]:
        raise EngineFailed("KeyError")

    first = draft(*draw(TABLE))
    sees(falls)
    told = warn(Code.TABLE_NOT_READ_AGAIN, page=1, engine="camelot", error="KeyError")
    assert again(first) == replace(first, warnings=(told,))


def test_a_sheet_that_ocr_read_is_not_asked_about(sees: Sees) -> None:
    (page,) = draw(TABLE)
    sees(lambda _page, _box: pytest.fail("asked"))
    first = draft(replace(page, text_source=TextSource.OCR))
    assert again(first) is first


def test_the_engine_is_asked_of_the_sheet_as_printed_and_answers_in_its_points(sees: Sees) -> None:
    (page,) = draw(TABLE)
    asked: list[tuple[float, Box]] = []

    def answer(sheet: Page, box: Box) -> tuple[float, ...]:
        asked.append((sheet.width, box))
        return tuple(border * 2 for border in BORDERS)

    large = replace(page.scaled(2), scale=1.0)  # printed twice as large, and held half as near
    sees(answer)
    second = again(draft(large.scaled(0.5)))
    assert asked == [(large.width, share(large).region.box)]
    assert second.table.columns.borders == BORDERS


def test_a_header_that_the_next_sheet_repeats_stands_once(sees: Sees) -> None:
    sees(lambda _page, _box: BORDERS)
    second = again(draft(*draw(f"{TABLE}\n=====\n{TABLE}")))
    assert [len(each.header.rows) for each in second.table.shares] == [1, 0]
    assert len(second.table.rows) == 4


def test_sheets_on_which_the_engine_sees_other_columns_are_no_one_table(sees: Sees) -> None:
    first = draft(*draw(f"{TABLE}\n=====\n{TABLE}"))
    sees(lambda page, _box: BORDERS[: page.number])
    assert again(first) is first


def test_a_table_whose_figures_stand_clear_of_each_other_need_not_be_asked_about() -> None:
    assert not may_be_otherwise(draft(*draw(TABLE)))


def test_a_border_through_a_figure_may_stand_elsewhere(sees: Sees) -> None:
    first = draft(*draw(TABLE))
    sees(lambda _page, _box: (BORDERS[0], LEFT + CELL * 18, BORDERS[1]))
    torn = again(first)
    assert texts(torn)[0] == ["Norra", "1", "200", "1 300"]
    assert may_be_otherwise(torn)


def test_a_cell_with_two_figures_may_be_two(sees: Sees) -> None:
    first = draft(*draw(TABLE))
    sees(lambda _page, _box: BORDERS[:1])
    joined = again(first)
    assert texts(joined)[-1] == ["Södra", "2 400 2 500"]
    assert may_be_otherwise(joined)
