"""A look that known sub-headings stand in makes headings of all lines that share it."""

from __future__ import annotations

from dataclasses import replace

from extractors.pages.lines import find_lines
from extractors.text.looks import Look, find_heading_looks, find_underlines, look_of
from schemas.page import Page, Rule
from schemas.place import Box
from tests.extractors.drawing import draw

BODY = Look(False, False, False, 0, 10.0)
SLOPED = replace(BODY, italic=True)
LONG = "Bryggan är sliten, och föreningen har frågat om den kan bytas före sommaren."


def sheet(*lines: tuple[Look, str]) -> list[tuple[Look, str, Box]]:
    """Lines with room between them, one below the other."""
    return [(look, text, Box(50, 20.0 * row, 400, 20.0 * row + 10)) for row, (look, text) in enumerate(lines)]


def test_two_known_headings_make_a_look_of_headings() -> None:
    lines = sheet((SLOPED, "Bakgrund"), (BODY, LONG), (SLOPED, "Vägens längd"), (SLOPED, "Beslutsunderlag"))
    assert find_heading_looks([lines]) == {SLOPED}


def test_one_known_heading_is_not_enough() -> None:
    assert find_heading_looks([sheet((SLOPED, "Bakgrund"), (BODY, LONG), (SLOPED, "Vägens längd"))]) == set()


def test_emphasis_that_now_and_then_says_such_a_word_is_none() -> None:
    stressed = [(SLOPED, f"{LONG} {n}") for n in range(20)]
    lines = sheet(*stressed, (SLOPED, "Bakgrund"), (SLOPED, "Beslut"), *[(BODY, LONG * 3)] * 20)
    assert find_heading_looks([lines]) == set()


def test_the_running_texts_own_look_is_none() -> None:
    assert find_heading_looks([sheet((BODY, "Bakgrund"), (BODY, LONG), (BODY, "Beslut"))]) == set()


def underlined(page: Page) -> bool:
    (line,) = find_lines(page)
    return look_of(line, find_underlines(page)).underlined


def test_a_line_is_underlined_where_a_rule_just_below_is_as_long_as_its_words() -> None:
    (page,) = draw("Bakgrund")
    (line,) = find_lines(page)
    x0, x1, foot = line.box.x0, line.box.x1, line.box.bottom
    for box, expected in (
        (Box(x0, foot, x1, foot + 0.5), True),
        (Box(x0, foot, x0 + 10, foot + 0.5), False),
        (Box(x0, foot, x1 + 200, foot + 0.5), False),
        (Box(x0, foot + 12, x1, foot + 12.5), False),
    ):
        assert underlined(replace(page, rules=(Rule(box),))) is expected


def test_a_line_has_what_all_of_its_words_have() -> None:
    (page,) = draw("{Beskrivning av} ärendet")
    (line,) = find_lines(page)
    assert look_of(line, []) == Look(False, False, False, 0, 12.0)
