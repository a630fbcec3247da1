"""Lines of running text: what stands in boxes, beside labels, in contents lists."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.text_lines import TextLine, is_labelled, mark_entries, text_lines
from schemas.place import Box
from tests.extractors.drawing import draw

INSIDE = Box(44, 30, 400, 200)


def lines_of(text: str, boxes: tuple[Box, ...] = (), walls: tuple[Box, ...] = ()) -> list[TextLine]:
    (page,) = draw(text)
    return text_lines(page, find_lines(page), list(boxes), walls)


def test_a_line_of_underscores_says_nothing() -> None:
    assert [line.text for line in lines_of("Ordförande\n......")] == ["Ordförande"]


def test_a_line_in_a_box_knows_where_its_cell_ends() -> None:
    (line,) = lines_of("Ruta", (INSIDE,), (Box(150, 30, 150, 200), Box(300, 30, 300, 200)))
    assert line.boxed and line.room == 150
    (outside,) = lines_of("Ruta", (Box(44, 300, 400, 400),), (Box(150, 30, 150, 200),))
    assert not outside.boxed and outside.room == float("inf")


def test_a_label_at_the_left_names_what_stands_beside_it() -> None:
    labelled, plain, two = lines_of(
        "Beredning:     ekonomidirektör Esa Ek\nVägar och     parker\nPlats:     Tid:"
    )
    assert [is_labelled(line) for line in (labelled, plain, two)] == [True, False, False]


def listed(text: str) -> list[str]:
    sheet: list[TextLine | str] = list(lines_of(text))
    return [item.text for item in mark_entries(sheet) if isinstance(item, TextLine) and item.listed]


def test_entries_under_innehall_are_marked_to_the_first_number_that_falls() -> None:
    text = "Innehåll\nVägar         3\nParker        5\nBesök         2"
    assert listed(text) == ["Vägar 3", "Parker 5"]


def test_the_head_of_the_column_of_numbers_is_taken_off_the_title() -> None:
    sheet: list[TextLine | str] = list(lines_of("Innehåll              Sida\nVägar ............. 3"))
    first = mark_entries(sheet)[0]
    assert isinstance(first, TextLine) and first.text == "Innehåll"


def test_a_list_without_its_title_is_not_marked() -> None:
    sheet: list[TextLine | str] = list(lines_of("Vägar    3\nParker    5"))
    assert mark_entries(sheet) == sheet
