"""A bitmap of a sheet is as large as the sheet, and one of a piece shows what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from extractors.pdf.open import OpenPdf, open_page
from extractors.pdf.render import page_size, render_colours, render_grey
from schemas.place import Box

SAMPLE = Path(__file__).resolve().parents[3] / "samples" / "utdrag-budget" / "utdrag-budget.pdf"


@pytest.fixture
def page() -> Iterator[Any]:
    with OpenPdf(SAMPLE.read_bytes()) as opened, open_page(opened.handle, 0) as page:
        yield page


def test_a_bitmap_is_rounded_and_not_stretched(page: Any) -> None:
    width, height = page_size(page)
    assert (round(width, 2), round(height, 2)) == (595.28, 841.89)
    assert render_grey(page, 1.0).shape == (842, 595)
    assert render_colours(page, 300 / 72).size == (2480, 3508)


def test_a_piece_shows_what_stands_there_on_the_whole(page: Any) -> None:
    whole = np.asarray(render_colours(page, 2.0)).astype(int)
    piece = np.asarray(render_colours(page, 2.0, Box(100, 300, 400, 420))).astype(int)
    assert piece.shape == (240, 600, 3)
    assert piece.min() < 64, "something is printed there"
    # not zero: PDFium draws anew what its edge cuts; a shift of one pixel gives 8
    assert np.abs(piece - whole[600:840, 200:800]).mean() < 0.5
    assert np.abs(piece - whole[601:841, 200:800]).mean() > 1


def test_grey_has_its_ink_where_colours_have_theirs(page: Any) -> None:
    grey = render_grey(page, 2.0)
    colours = np.asarray(render_colours(page, 2.0).convert("L"))
    assert ((grey < 128) == (colours < 128)).mean() > 0.97
    assert 0.01 < (grey < 128).mean() < 0.5


def test_a_sheet_that_is_not_there_is_none() -> None:
    with OpenPdf(SAMPLE.read_bytes()) as opened, open_page(opened.handle, 999) as page:
        assert page is None
