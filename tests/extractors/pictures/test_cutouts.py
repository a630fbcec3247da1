"""Pieces of a sheet with what matters marked on them, and the words found where they are printed."""

from __future__ import annotations

import io
from functools import cache

import pytest
from fpdf import FPDF
from PIL import Image

from extractors.pictures.cutouts import EDGE, FAINT, MARK, CutOut, cut_out, cut_outs, find_printed
from schemas.place import Box

ROWS = (
    (60, 100, "Nämnden redovisar ett överskott"),
    (60, 114, "på 76,6 mnkr för året. Budgeten"),
    (60, 128, "var 76,6 mnkr."),
)
WHOLE = Box(50, 85, 330, 135)


@cache
def paper() -> bytes:
    """Two sheets, the second without words."""
    pdf = FPDF(unit="pt", format=(340, 220))
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for x, y, text in ROWS:
        pdf.text(x, y, text)
    pdf.add_page()
    return bytes(pdf.output())


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def counts(png: bytes) -> dict[object, int]:
    return {colour: number for number, colour in opened(png).getcolors(1 << 20) or []}


def test_a_piece_is_as_large_as_told_and_cut_at_the_sheet_s_edge() -> None:
    assert opened(cut_out(paper(), 1, WHOLE, [], scale=1.5)).size == (420, 75)
    assert opened(cut_out(paper(), 1, Box(300, -50, 400, 20), [], scale=2)).size == (80, 40)


def test_what_is_marked_can_still_be_read_and_what_it_was_made_of_is_fainter() -> None:
    marked, beside = Box(60, 90, 110, 102), Box(150, 90, 230, 102)
    (png,) = cut_outs(paper(), [CutOut(1, WHOLE, (marked,), (beside,))], scale=2)
    found = counts(png)
    assert found[MARK] > 1000 and found[FAINT] > 1000 and found[EDGE] > 100
    assert any(sum(colour) < 100 for colour in found if isinstance(colour, tuple)), "the words' own ink"
    assert not {MARK, FAINT, EDGE} & set(counts(cut_out(paper(), 1, WHOLE, [])))


def test_pieces_come_in_the_order_asked_whichever_sheet_they_are_of() -> None:
    wide, tall = Box(0, 0, 100, 20), Box(0, 0, 20, 100)
    wanted = [
        CutOut(2, wide),
        CutOut(1, tall),
        CutOut(9, wide),
        CutOut(2, tall),
        CutOut(1, Box(400, 0, 500, 9)),
    ]
    first, second, no_sheet, third, outside = cut_outs(paper(), wanted, scale=1)
    assert [opened(png).size for png in (first, second, third)] == [(100, 20), (20, 100), (20, 100)]
    assert (no_sheet, outside) == (b"", b"")
    assert cut_outs(b"no PDF at all", []) == []


def test_words_over_two_lines_have_a_box_a_line() -> None:
    (lines,) = find_printed(paper(), [(1, WHOLE, "ett överskott på 76,6 mnkr")])
    assert len(lines) == 2 and lines[0].bottom <= lines[1].middle
    assert lines[0].x0 > 150 and lines[1].x0 == pytest.approx(60, abs=2)


def test_words_that_stand_twice_are_found_twice_and_only_within_the_box() -> None:
    twice, once, other = find_printed(
        paper(), [(1, WHOLE, "76,6 mnkr"), (1, Box(50, 85, 330, 118), "76,6 mnkr"), (2, WHOLE, "76,6 mnkr")]
    )
    assert (len(twice), len(once), other) == (2, 1, ())


@pytest.mark.parametrize("text", ["6,6 mnkr", "överskott på 76", "67,6 mnkr", "", "Nämndens"])
def test_half_words_and_what_is_not_printed_are_not_found(text: str) -> None:
    assert find_printed(paper(), [(1, WHOLE, text), (3, WHOLE, "Nämnden")]) == [(), ()]
