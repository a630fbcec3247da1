"""From PDF space to the sheet as a person sees it."""

from __future__ import annotations

import pytest

from extractors.pdf.frame import Frame
from schemas.place import Box

# a box 100 points wide and 20 high, 60 from the left edge and 40 from the lower one of a sheet cropped by 10
CORNERS = (70.0, 50.0, 170.0, 70.0)


@pytest.mark.parametrize(
    ("rotation", "size", "box"),
    [
        (0, (500, 800), Box(60, 740, 160, 760)),
        (90, (800, 500), Box(40, 60, 60, 160)),
        (180, (500, 800), Box(340, 40, 440, 60)),
        (270, (800, 500), Box(740, 340, 760, 440)),
    ],
)
def test_a_box_lies_where_the_turned_sheet_shows_it(
    rotation: int, size: tuple[float, float], box: Box
) -> None:
    frame = Frame(10, 10, 510, 810, rotation)
    assert (frame.width, frame.height) == size and frame.box(*CORNERS) == box
