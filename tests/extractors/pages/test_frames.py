"""Rules gathered into the frames that tables are drawn with."""

from __future__ import annotations

from extractors.pages.frames import Frame, find_frames, merged, outermost
from schemas.page import Page, Rule
from schemas.place import Box
from tests.extractors.drawing import draw

GRID = """
┌────────┬────────┐
│ a      │ 1      │
├────────┼────────┤
│ b      │ 2      │
└────────┴────────┘
"""


def frames_of(text: str) -> list[Frame]:
    (page,) = draw(text)
    return find_frames(page)


def lines(*tops: float, x1: float = 300) -> Page:
    return Page(1, 595, 842, 0, (), tuple(Rule(Box(60, top, x1, top + 0.5)) for top in tops))


def tiles(*boxes: Box) -> Page:
    return Page(1, 595, 842, 0, (), tuple(Rule(box, filled=True, colour=0xEEEEEE) for box in boxes))


def test_rules_that_meet_are_one_frame_with_its_lines() -> None:
    (frame,) = frames_of(GRID)
    assert frame.is_box
    assert (len(frame.horizontals()), len(frame.verticals())) == (3, 3)


def test_grids_apart_are_two_frames() -> None:
    assert len(frames_of(GRID + "\n\n\n\n\n\n" + GRID)) == 2


def test_lines_of_one_width_under_each_other_are_one_frame_without_sides() -> None:
    (frame,) = find_frames(lines(100, 115, 130))
    assert not frame.is_box and len(frame.horizontals()) == 3


def test_lines_of_another_width_or_farther_off_belong_elsewhere() -> None:
    wide = (*lines(100, 115).rules, *lines(130, x1=500).rules)
    assert len(find_frames(Page(1, 595, 842, 0, (), wide))) == 2
    assert len(find_frames(lines(100, 115, 400))) == 2


def test_a_border_around_the_whole_sheet_is_no_frame() -> None:
    assert find_frames(tiles(Box(5, 5, 590, 837))) == []


def test_tiles_side_by_side_show_columns_where_three_meet() -> None:
    row = [Box(60 + 80 * n, 100, 140 + 80 * n, 120) for n in range(3)]
    (frame,) = find_frames(tiles(*row))
    assert frame.tile_edges() == [60, 140, 220, 300]
    (pair,) = find_frames(tiles(*row[:2]))
    assert pair.tile_edges() == []


def test_a_shaded_paragraph_inside_a_shaded_cell_is_no_cell_of_its_own() -> None:
    cell, inside, beside = Box(60, 100, 200, 160), Box(70, 110, 190, 150), Box(200, 100, 300, 160)
    assert outermost([inside, cell, beside]) == [cell, beside]


def test_merging_makes_a_new_frame_and_leaves_the_two() -> None:
    one, other = find_frames(lines(100, 400))
    both = merged(one, other)
    assert both is not None and (both.top, both.bottom) == (100, 400.5)
    assert one.bottom == 100.5 and merged(None, other) is other


def test_shaded_paragraphs_with_text_between_them_are_boxes_of_their_own() -> None:
    apart = tiles(Box(60, 100, 500, 130), Box(60, 180, 500, 220))
    (frame,) = find_frames(apart)
    assert frame.boxes() == [Box(60, 100, 500, 130), Box(60, 180, 500, 220)]


def test_the_stripes_of_a_table_are_one_box() -> None:
    striped = tiles(*(Box(60, top, 500, top + 20) for top in (100, 140, 180)))
    (frame,) = find_frames(striped)
    assert frame.boxes() == [Box(60, 100, 500, 200)]
