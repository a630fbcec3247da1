"""A drawn sheet shows where its tables are, whichever way it lies."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageStat

from extractors.pictures.draw import NoSuchSheet, draw_page

SAMPLE = Path(__file__).resolve().parents[3] / "samples" / "utdrag-budget"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return (SAMPLE / "utdrag-budget.pdf").read_bytes()


@pytest.fixture(scope="module")
def sheet() -> int:
    """The first sheet with a table."""
    return int(json.loads((SAMPLE / "expected" / "gold.json").read_text())["tables"][0]["pages"][0])


def _turned(pdf: bytes, sheet: int, rotation: int) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    document[sheet - 1].set_rotation(rotation)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _open(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def _red(image: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around the pixels in which red stands out."""
    red, green, blue = (band.point(lambda v: 255 if v > 180 else 0) for band in image.split())
    both = Image.merge("RGB", (red, green.point(lambda v: 255 - v), blue.point(lambda v: 255 - v)))
    return both.convert("L").point(lambda v: 255 if v == 255 else 0).getbbox()


def test_a_table_is_drawn_in_red_on_a_sheet_of_the_right_size(pdf: bytes, sheet: int) -> None:
    image = _open(draw_page(pdf, sheet, scale=1.5))
    width, height = pypdfium2.PdfDocument(pdf)[sheet - 1].get_size()
    assert image.size == (round(width * 1.5), round(height * 1.5))
    assert _red(image) is not None


def test_a_sheet_without_tables_has_no_red(pdf: bytes) -> None:
    image = _open(draw_page(pdf, 1, scale=1))
    assert _red(image) is None
    assert ImageStat.Stat(image.convert("L")).mean[0] < 255


def test_the_grid_turns_with_the_sheet(pdf: bytes, sheet: int) -> None:
    upright = _open(draw_page(pdf, sheet, scale=1))
    turned = _open(draw_page(_turned(pdf, sheet, 90), sheet, scale=1))
    assert turned.size == upright.size[::-1]
    box, moved = _red(upright), _red(turned)
    assert box is not None and moved is not None
    expected = (upright.height - box[3], box[0], upright.height - box[1], box[2])
    assert moved == pytest.approx(expected, abs=3)


@pytest.mark.parametrize("number", [0, 13])
def test_a_sheet_outside_the_file_is_refused_in_a_sentence(pdf: bytes, number: int) -> None:
    with pytest.raises(NoSuchSheet, match=r"har 12 blad, räknade från 1\. Ange ett annat blad\."):
        draw_page(pdf, number)
