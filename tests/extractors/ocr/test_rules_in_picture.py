"""What a sheet's picture shows beside its text: lines, shaded bands, marks that no box of text covers."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr.engine import PrintedBox
from extractors.ocr.rules_in_picture import (
    cut_out,
    find_bands,
    find_passed_over,
    find_rules,
    is_dash,
    without_rules,
)
from extractors.ocr.sheet_image import SheetImage
from schemas.page import Rule

SCALE = 2.0


def sheet(*marks: tuple[int, int, int, int], grey: int = 0) -> SheetImage:
    """A white sheet of 300 by 200 points with filled boxes (in pixels, of two a point)."""
    pixels = np.full((400, 600), 255, np.uint8)
    for left, top, right, bottom in marks:
        pixels[top:bottom, left:right] = grey
    return SheetImage(pixels, SCALE)


def boxes_of(rules: tuple[Rule, ...]) -> list[tuple[float, float, float, float]]:
    return [(rule.box.x0, rule.box.top, rule.box.x1, rule.box.bottom) for rule in rules]


@pytest.mark.parametrize("grey", [0, 225])
def test_lines_across_and_down_are_found_in_points_the_faintest_too(grey: int) -> None:
    across, down = find_rules(sheet((100, 200, 400, 202), (450, 100, 452, 300), grey=grey), [])
    assert boxes_of((across,)) == [pytest.approx((50, 100, 200, 101), abs=0.5)]
    assert boxes_of((down,)) == [pytest.approx((225, 50, 226, 150), abs=0.5)]


@pytest.mark.parametrize(
    ("mark", "boxes"),
    [
        ((100, 200, 160, 202), []),
        ((100, 200, 400, 208), []),
        ((100, 5, 400, 7), []),
        ((100, 200, 400, 202), [(90, 190, 410, 220)]),
    ],
    ids=["a dash", "a bar", "a copier's shadow at the edge", "a letter's stroke within its line of text"],
)
def test_what_is_no_ruled_line_is_left_out(mark: PrintedBox, boxes: list[PrintedBox]) -> None:
    assert find_rules(sheet(mark), boxes) == ()


def test_a_band_behind_a_header_is_found_through_its_letters_with_its_grey() -> None:
    shaded = sheet((100, 100, 500, 140), grey=210)
    shaded.grey[112:128, 200:206] = 0
    (band,) = find_bands(shaded)
    assert band.filled and band.colour == 0xD2D2D2
    assert boxes_of((band,)) == [(50, 50, 250, 70)]
    assert find_bands(sheet((100, 100, 500, 110), grey=210)) == (), "a thick line"


def test_lines_are_painted_white_and_other_ink_stays() -> None:
    ruled = sheet((100, 200, 400, 202), (100, 250, 120, 270))
    bare = without_rules(ruled, find_rules(ruled, []))
    assert (bare.grey[195:207, 90:410] == 255).all() and (bare.grey[250:270, 100:120] == 0).all()
    assert (ruled.grey[200, 100:400] == 0).all(), "the picture itself is left"


ROWS: list[PrintedBox] = [(40, 100, 160, 120), (300, 100, 360, 120), (40, 140, 160, 160)]


def test_a_dash_in_a_row_and_under_a_column_is_found_as_high_as_its_row() -> None:
    ((left, top, right, bottom),) = find_passed_over(sheet((344, 149, 356, 151), *ROWS), ROWS)
    assert (top, bottom) == (140, 160) and left < 344 and 356 < right < 370


@pytest.mark.parametrize(
    "mark",
    [(344, 190, 356, 192), (220, 149, 232, 151), (355, 150, 356, 151), (344, 120, 356, 180)],
    ids=["in no row", "in no column", "a speck", "higher than its row"],
)
def test_other_ink_is_not(mark: PrintedBox) -> None:
    assert find_passed_over(sheet(mark, *ROWS), ROWS) == []


def test_the_dots_of_printed_grey_are_too_many() -> None:
    dots = [(300 + 20 * n, 148, 306 + 20 * n, 152) for n in range(8)]
    assert find_passed_over(sheet(*dots, *ROWS), ROWS) == []


@pytest.mark.parametrize(
    ("mark", "answer"),
    [
        ((4, 9, 16, 11), True),
        ((4, 17, 16, 19), False),
        ((9, 4, 11, 16), False),
        ((4, 4, 16, 16), False),
        ((0, 0, 0, 0), False),
    ],
    ids=["a dash", "an underscore", "a one", "a block", "nothing"],
)
def test_a_dash_is_one_flat_stroke_half_way_up(mark: PrintedBox, answer: bool) -> None:
    piece = np.full((20, 20), 255, np.uint8)
    cut_out(piece, mark)[:] = 0
    assert is_dash(piece) is answer
