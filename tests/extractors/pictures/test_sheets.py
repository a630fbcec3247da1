"""A sheet as it looks, and its words as a person sees them."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from extractors.pictures.sheets import NoSuchSheet, draw_sheet, words_of_sheet
from tests.app import told_paper


def test_the_picture_has_the_sheets_size_at_the_scale() -> None:
    for scale in (1.0, 1.5):
        with Image.open(io.BytesIO(draw_sheet(told_paper.pdf(), 1, scale))) as picture:
            assert abs(picture.width - 595 * scale) < 2 and abs(picture.height - 842 * scale) < 2
            assert len(picture.convert("L").getcolors() or []) > 1


def test_the_words_stand_where_their_ink_is() -> None:
    scale = 2.0
    with Image.open(io.BytesIO(draw_sheet(told_paper.pdf(), 1, scale))) as picture:
        grey = picture.convert("L")
    words = words_of_sheet(told_paper.pdf(), 1)
    assert "76,6" in [text for text, _ in words]
    for _, box in words:
        left, top, right, bottom = (round(edge * scale) for edge in (box.x0, box.top, box.x1, box.bottom))
        inside = grey.crop((left, top, right, bottom))
        assert min(inside.tobytes()) < 128


@pytest.mark.parametrize("page", [0, 3, 10**6])
def test_a_sheet_that_is_not_there_is_told(page: int) -> None:
    for look in (
        lambda: draw_sheet(told_paper.pdf(), page, 1.0),
        lambda: words_of_sheet(told_paper.pdf(), page),
    ):
        with pytest.raises(NoSuchSheet, match=f"Blad {page} finns inte"):
            look()
