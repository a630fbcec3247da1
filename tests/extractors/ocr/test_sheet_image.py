"""Crooked sheets lie straight, and the dots of printed grey go without the text they surround."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr.deskew import find_skew, turn_by
from extractors.ocr.sheet_image import without_speckles


def _ruled(width: int = 600, height: int = 400) -> np.ndarray:
    grey = np.full((height, width), 255, np.uint8)
    for top in range(60, height - 60, 30):
        grey[top : top + 8, 80 : width - 80] = 0
    return grey


@pytest.mark.parametrize("skew", [0.0, 0.7, -1.3])
def test_the_skew_of_lines_is_found(skew: float) -> None:
    assert find_skew(turn_by(_ruled(), -skew), 100 / 72) == pytest.approx(skew, abs=0.08)


def test_an_empty_sheet_lies_straight() -> None:
    assert find_skew(np.full((50, 50), 255, np.uint8), 1.0) == 0.0


def test_swarming_dots_go_and_strokes_stay() -> None:
    grey = np.full((200, 400), 255, np.uint8)
    grey[50:150:4, 50:350:4] = 0
    grey[80:120, 190:200] = 0
    cleaned = without_speckles(grey)
    assert (cleaned[85:115, 192:198] == 0).all()
    assert (cleaned[60:75, 60:340] == 255).all()


def test_a_sheet_without_swarms_is_left_as_it_is() -> None:
    grey = _ruled()
    grey[20, 20] = 0
    assert without_speckles(grey) is grey
