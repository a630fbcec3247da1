"""A sound text layer bears a correction out, or tells that something else is printed."""

from __future__ import annotations

import io
from functools import cache

import pytest
from fpdf import FPDF
from PIL import Image

from extractors.corrections.layer import TextLayer
from extractors.corrections.target import Target
from schemas.correction import Correction
from schemas.kinds import CorrectionKind
from schemas.place import Box, Place
from tests.extractors.corrections.small_paper import said

ROWS = (
    (60, 100, "Nämnden sammanträder den 3 juni 2025."),
    (60, 130, "Belopp i tkr"),
    (60, 150, "Skola"),
    (200, 150, "41 275"),
    (60, 170, "Vård"),
    (200, 170, "94 115"),
)
CELL = Box(200, 141, 240, 153)


@cache
def paper(behind_a_picture: bool = False) -> bytes:
    pdf = FPDF(unit="pt", format=(340, 220))
    pdf.add_page()
    if behind_a_picture:
        held = io.BytesIO()
        Image.new("L", (34, 22), 255).save(held, "PNG")
        pdf.image(held, 0, 0, 340, 220)
    pdf.set_font("Helvetica", size=11)
    for x, y, text in ROWS:
        pdf.text(x, y, text)
    if behind_a_picture:  # so many words that they are no stamp's
        for y in range(10, 90, 8):
            pdf.text(20, y, "Nämnden beslutar att godkänna rapporten och lägga den till handlingarna.")
    return bytes(pdf.output())


def borne_out(
    correction: Correction, target: Target, pdf: bytes | None = None, sound: tuple[int, ...] = (1, 2)
) -> bool | None:
    return TextLayer(pdf or paper(), sound).bears_out(correction, target)


def cell(raw: str) -> Target:
    return Target(CorrectionKind.CELL, "", Place(1, CELL), raw, row=1, column=1)


def text(raw: str, box: Box | None) -> Target:
    return Target(CorrectionKind.TEXT, "", Place(1, box), raw, text=raw)


@pytest.mark.parametrize(
    ("printed", "answer"),
    [("41 275", True), ("41275", True), ("41 257", False), ("1 275", False), ("", False)],
)
def test_a_cell_s_words_are_those_in_its_box_whole(printed: str, answer: bool) -> None:
    assert borne_out(said("41 215", printed), cell("41 215")) is answer


def test_a_cell_that_holds_only_some_of_the_words_touches_them() -> None:
    """Its box is narrower than what is printed: the extractors lost a digit's group."""
    narrow = Target(CorrectionKind.CELL, "", Place(1, Box(216, 141, 240, 153)), "275", row=1, column=1)
    assert borne_out(said("275", "41 275"), narrow) is True
    assert borne_out(said("275", "94 115"), narrow) is False


def test_an_empty_place_bears_out_that_nothing_is_printed() -> None:
    target = Target(CorrectionKind.CELL, "", Place(1, Box(280, 141, 320, 153)), "7", row=1, column=2)
    assert borne_out(said("7", ""), target) is True


@pytest.mark.parametrize(("unit", "answer"), [("tkr", True), ("mnkr", False)])
def test_a_unit_stands_in_the_table_or_just_above(unit: str, answer: bool) -> None:
    table = Target(CorrectionKind.UNIT, "", Place(1, Box(60, 140, 240, 175)), "")
    assert borne_out(said("", unit, kind=CorrectionKind.UNIT), table) is answer
    far = Target(CorrectionKind.UNIT, "", Place(1, Box(60, 190, 240, 210)), "")
    assert borne_out(said("", unit, kind=CorrectionKind.UNIT), far) is False


@pytest.mark.parametrize(
    ("kind", "printed", "answer"),
    [("meeting_date", "2025-06-03", True), ("meeting_date", "2025-06-08", False), ("body", "NÄMNDEN", True)],
)
def test_a_field_stands_anywhere_on_the_sheet(kind: str, printed: str, answer: bool) -> None:
    target = Target(CorrectionKind(kind), "", Place(1), "")
    assert borne_out(said("", printed, kind=CorrectionKind(kind)), target) is answer


def test_a_phrase_must_be_printed_more_often_than_it_was_read() -> None:
    whole = Box(50, 85, 330, 105)
    assert borne_out(said("Nänden", "Nämnden"), text("Nänden sammanträder", whole)) is True
    assert borne_out(said("sammanträder", "Nämnden"), text("Nämnden sammanträder", whole)) is False
    assert borne_out(said("Nänden", "Nämden"), text("Nänden sammanträder", None)) is False


def test_a_layer_that_is_not_to_be_trusted_says_nothing() -> None:
    """One that was not found sound, one behind a scanner's picture, and a sheet that is not there."""
    right = said("41 215", "41 275")
    assert borne_out(right, cell("41 215"), sound=()) is None
    assert borne_out(right, cell("41 215"), pdf=paper(behind_a_picture=True)) is None
    assert borne_out(said("41 215", "41 275", page=2), cell("41 215")) is None
