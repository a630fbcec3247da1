"""Header lines dealt out to columns: what stands over one, what spans several, what no word may lose."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extractors.pages.lines import find_lines
from extractors.tables.grid import Columns, Span
from extractors.tables.header_fit import Below, Places, fit
from schemas.place import Box
from tests.extractors.drawing import CELL, LEFT, draw

# Three columns of figures set flush right, at characters 14 to 20, 24 to 30 and 34 to 40 of a line.
FIGURES = tuple(Span(LEFT + CELL * end - 36, LEFT + CELL * end) for end in (20, 30, 40))
BORDERS = tuple(LEFT + CELL * at for at in (12, 22, 32))
PLACES = Places(Columns(BORDERS, FIGURES, ruled=False), LEFT, LEFT + CELL * 40 + 3)
NOTHING = Below()
ALL = Below(frozenset((1, 2, 3)), frozenset(("right",)))


def fitted(line: str, below: Below = NOTHING, rules: tuple[Box, ...] = ()) -> list[tuple[str, int, int]]:
    (page,) = draw(line)
    (words,) = (held.words for held in find_lines(page))
    pieces = fit(words, PLACES, below, rules)
    return [(" ".join(word.text for word in piece.words), piece.first, piece.last) for piece in pieces]


def test_a_header_stands_over_the_column_it_ends_with() -> None:
    line = "Nämnd           2029    Utfall      2031"
    assert fitted(line) == [("Nämnd", 0, 0), ("2029", 1, 1), ("Utfall", 2, 2), ("2031", 3, 3)]


def test_headers_at_an_ordinary_space_are_parted_where_columns_end() -> None:
    line = "            år 2029 Budget 2030 och 2031"
    assert [(first, last) for _, first, last in fitted(line)] == [(1, 1), (2, 2), (3, 3)]


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("                            Plan", (2, 3)),  # amid 22 to 40
        ("                          Plan", (2, 2)),  # ends where the second column does
        ("                       Plan", (1, 3)),
    ],
)
def test_a_header_spans_what_it_is_centred_over_unless_it_is_set_flush(
    line: str, span: tuple[int, int]
) -> None:
    ((_, *found),) = fitted(line, ALL)
    assert tuple(found) == span


def test_nothing_is_spanned_where_no_lower_line_parts_it() -> None:
    ((_, first, last),) = fitted("                            Plan")
    assert first == last


def test_a_rule_drawn_under_several_columns_says_that_they_are_spanned() -> None:
    rule = Box(LEFT + CELL * 12, 50, LEFT + CELL * 40, 50)
    assert fitted("                Plan", ALL, (rule,)) == [("Plan", 1, 3)]


def test_a_label_longer_than_its_column_stays_whole() -> None:
    assert fitted("Avgifter för byggloven", ALL) == [("Avgifter för byggloven", 0, 0)]


@pytest.mark.parametrize(
    "line", ["x", "Nämnd   " + "ord " * 30, "  1      2  3 4   5                   6  7"]
)
def test_no_word_is_lost(line: str) -> None:
    assert [word for text, *_ in fitted(line, ALL) for word in text.split()] == line.split()


def test_borders_drawn_cell_by_cell_tell_which_columns_words_stand_amid() -> None:
    """The first column is wider than its figures: only its border shows that the words are in the middle."""
    line = "            Koncernen"
    edges = [LEFT + CELL * at for at in (2, 21, 31, 41)]
    cells = tuple(Box(a, 50, b, 50.5) for a, b in pairwise(edges))
    below = Below(frozenset((1, 2, 3)), frozenset(("right",)))
    assert fitted(line, below, cells) == [("Koncernen", 1, 2)]
    assert fitted(line, below) == [("Koncernen", 1, 1)]
    assert fitted(line, below, cells[1:]) == [("Koncernen", 1, 1)]
