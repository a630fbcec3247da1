"""Boxes, and sheets that are turned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.page import Page, Rule, Word, turn_box
from schemas.place import Box, box_around

WIDTH, HEIGHT = 595.0, 842.0
TURNS = (0, 90, 180, 270)
across = st.floats(0, WIDTH, width=32)
down = st.floats(0, HEIGHT, width=32)
boxes = st.builds(
    lambda xs, ys: Box(min(xs), min(ys), max(xs), max(ys)), st.tuples(across, across), st.tuples(down, down)
)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _size(turn: int) -> tuple[float, float]:
    """Of the sheet after it is turned."""
    return (HEIGHT, WIDTH) if turn % 180 else (WIDTH, HEIGHT)


@given(boxes)
def test_four_quarter_turns_change_nothing(box: Box) -> None:
    turned, size = box, (WIDTH, HEIGHT)
    for _ in range(4):
        turned, size = turn_box(turned, 90, *size), size[::-1]
    assert _edges(turned) == pytest.approx(_edges(box), abs=1e-3)


@given(boxes, st.sampled_from(TURNS))
def test_turning_back_undoes_turning(box: Box, turn: int) -> None:
    there = turn_box(box, turn, WIDTH, HEIGHT)
    assert _edges(turn_box(there, (360 - turn) % 360, *_size(turn))) == pytest.approx(_edges(box), abs=1e-3)


@given(boxes, st.sampled_from(TURNS), st.sampled_from(TURNS))
def test_two_turns_are_one(box: Box, first: int, second: int) -> None:
    one_by_one = turn_box(turn_box(box, first, WIDTH, HEIGHT), second, *_size(first))
    at_once = turn_box(box, (first + second) % 360, WIDTH, HEIGHT)
    assert _edges(one_by_one) == pytest.approx(_edges(at_once), abs=1e-3)


@given(boxes, st.sampled_from(TURNS))
def test_a_turned_box_stays_on_the_sheet_and_keeps_its_size(box: Box, turn: int) -> None:
    turned, (width, height) = turn_box(box, turn, WIDTH, HEIGHT), _size(turn)
    assert -1e-3 <= turned.x0 <= turned.x1 <= width + 1e-3
    assert -1e-3 <= turned.top <= turned.bottom <= height + 1e-3
    sides = (box.height, box.width) if turn % 180 else (box.width, box.height)
    assert (turned.width, turned.height) == pytest.approx(sides, abs=1e-3)


@given(boxes, st.sampled_from((90, 180, 270)))
def test_a_page_held_upright_gives_places_on_the_sheet_as_it_lies(box: Box, turn: int) -> None:
    lying = Page(3, WIDTH, HEIGHT, 0, (Word("1", box, 10),), (Rule(box),), (box,))
    upright = lying.turned(turn)
    assert (upright.width, upright.height) == _size(turn)
    for held in (upright.words[0].box, upright.rules[0].box, upright.images[0]):
        place = upright.place(held)
        assert place.page == 3
        assert place.box is not None
        assert _edges(place.box) == pytest.approx(_edges(box), abs=0.01)


def test_no_box_has_no_place() -> None:
    page = Page(1, WIDTH, HEIGHT, 0, ())
    assert page.place(None).box is None
    assert box_around([]) is None


@given(st.lists(boxes, min_size=1))
def test_the_box_around_holds_every_box_and_no_more(held: list[Box]) -> None:
    around = box_around(held)
    assert around is not None
    assert all(
        around.x0 <= b.x0 and b.x1 <= around.x1 and around.top <= b.top and b.bottom <= around.bottom
        for b in held
    )
    assert around.x0 in {b.x0 for b in held} and around.bottom in {b.bottom for b in held}


@pytest.mark.parametrize(
    ("box", "across_", "down_"),
    [(Box(0, 0, 50, 0.5), True, False), (Box(0, 0, 0.5, 50), False, True), (Box(0, 0, 50, 50), False, False)],
)
def test_thin_rules_lie_or_stand(box: Box, across_: bool, down_: bool) -> None:
    assert (Rule(box).is_horizontal, Rule(box).is_vertical) == (across_, down_)
