"""Crooked sheets are found and straightened; straight ones are left alone."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr.deskew import MOST_SKEW, find_skew, turn_by

SCALE = 100 / 72


def lined(width: int = 600, height: int = 400) -> np.ndarray:
    """A sheet with ten lines of ink."""
    grey = np.full((height, width), 255, np.uint8)
    for top in range(60, height - 60, 30):
        grey[top : top + 8, 80 : width - 80] = 0
    return grey


@pytest.mark.parametrize("skew", [0.7, -1.3, 3.4])
def test_turning_by_what_was_found_straightens(skew: float) -> None:
    crooked = turn_by(lined(), -skew)
    found = find_skew(crooked, SCALE)
    assert found == pytest.approx(skew, abs=0.08)
    assert abs(find_skew(turn_by(crooked, found), SCALE)) <= 0.08


def test_a_larger_picture_of_the_same_sheet_has_the_same_skew() -> None:
    crooked = turn_by(np.kron(lined(), np.ones((2, 2), np.uint8)), -1.3)
    assert find_skew(crooked, 2 * SCALE) == pytest.approx(1.3, abs=0.08)


def test_a_straight_an_empty_and_a_hopeless_sheet_are_left_alone() -> None:
    assert find_skew(lined(), SCALE) == 0.0
    assert find_skew(np.full((50, 50), 255, np.uint8), SCALE) == 0.0
    assert abs(find_skew(turn_by(lined(), 20), SCALE)) <= MOST_SKEW


def test_a_turned_picture_keeps_its_size_and_is_white_where_nothing_was() -> None:
    turned = turn_by(np.zeros((80, 120), np.uint8), 10)
    assert turned.shape == (80, 120) and turned.dtype == np.uint8
    assert (turned[0, 0], turned[40, 60]) == (255, 0)
