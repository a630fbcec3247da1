"""Ruled lines, filled boxes and pictures of a sheet."""

from __future__ import annotations

import pytest
from fpdf import FPDF
from PIL import Image

from extractors.pdf.open import OpenPdf
from schemas.page import Page


def drawn(*shapes: tuple[str, tuple[float, float, float, float]], width: float = 1.0) -> Page:
    """A sheet with lines (from, to) and rectangles (left, top, width, height)."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_line_width(width)
    pdf.set_fill_color(200, 220, 255)
    for kind, where in shapes:
        if kind == "line":
            pdf.line(*where)
        elif kind == "picture":
            pdf.image(Image.new("L", (8, 8)), *where)
        else:
            if kind == "white":
                pdf.set_fill_color(255, 255, 255)
            pdf.rect(*where, style="D" if kind == "box" else "F")
    with OpenPdf(bytes(pdf.output())) as opened:
        return next(opened.pages())


def test_a_stroke_is_told_as_its_middle_line() -> None:
    """However thick it is drawn, up to two points."""
    for width in (0.5, 2.0):
        (rule,) = drawn(("line", (60, 100, 400, 100)), width=width).rules
        assert rule.is_horizontal and not rule.filled
        assert rule.box.middle == pytest.approx(100, abs=0.2)
        assert rule.box.height == pytest.approx(0.5, abs=0.05)


def test_a_slanted_stroke_is_no_rule() -> None:
    assert drawn(("line", (60, 100, 400, 300))).rules == ()


def test_a_box_of_strokes_is_its_four_sides() -> None:
    rules = drawn(("box", (60, 100, 200, 50))).rules
    assert [(rule.is_horizontal, rule.is_vertical) for rule in rules].count((True, False)) == 2
    assert [(rule.is_horizontal, rule.is_vertical) for rule in rules].count((False, True)) == 2


def test_a_filled_cell_is_one_box_with_its_colour_and_a_white_one_is_paper() -> None:
    (rule,) = drawn(("fill", (60, 100, 200, 50)), ("white", (60, 300, 200, 50))).rules
    assert rule.filled and rule.colour == 0xC8DCFF
    assert (round(rule.box.x0), round(rule.box.top), round(rule.box.x1), round(rule.box.bottom)) == (
        60, 100, 260, 150,
    )  # fmt: skip


def test_a_line_drawn_twice_is_one() -> None:
    assert len(drawn(*[("line", (60.0, 100.0, 400.0, 100.0))] * 2).rules) == 1


def test_a_picture_is_told_by_its_place() -> None:
    (image,) = drawn(("picture", (50, 80, 100, 40))).images
    assert (round(image.x0), round(image.top), round(image.x1), round(image.bottom)) == (50, 80, 150, 120)
