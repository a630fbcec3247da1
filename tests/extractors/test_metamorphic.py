"""The same sheets scaled or turned give the same facts and cells, in the place they have moved to."""

from __future__ import annotations

import ctypes
import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from extractors.document import extract
from schemas.document import Extraction, Source
from schemas.page import turn_box
from schemas.place import Box
from tests.extractors.conftest import Reading
from tests.extractors.not_reached import row
from tests.readings import sheet_of

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.parent.name for path in SAMPLES.glob("*/*.pdf"))
SCALES = (0.7071, 0.9, 1.1, 1.4142)  # A4 as A5 and as A3, and what a printer's margins do
Rows = Callable[[Extraction], list[object]]


def _facts(read: Extraction) -> list[object]:
    return [
        (f.group_label, f.row_label, f.row_kind, f.column_label, f.raw, f.value, f.unit, f.place.page)
        for f in read.facts
    ]


def _cells(read: Extraction) -> list[object]:
    return [
        (table.table_index, c.row, c.column, c.row_span, c.column_span, c.role, c.text, c.place.page)
        for table in read.tables
        for c in table.cells
    ]


def _headings(read: Extraction) -> list[object]:
    return [(s.number, s.heading, s.level, s.first_page) for s in read.sections]


def _paragraphs(read: Extraction) -> list[object]:
    return [(p.text, p.place.page) for p in read.paragraphs]


def _read(pdf: bytes) -> Extraction:
    return extract(pdf, Source(hashlib.sha256(pdf).hexdigest(), "changed.pdf"), most_by_ocr=0)


def _saved(pdf: pypdfium2.PdfDocument) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def scaled(path: Path, factor: float) -> bytes:
    """The PDF with every sheet, and all that is on it, made larger or smaller."""
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    for page in pdf:
        left, bottom, right, top = (factor * side for side in page.get_mediabox())
        matrix, clip = pdfium.FS_MATRIX(factor, 0, 0, factor, 0, 0), pdfium.FS_RECTF(left, top, right, bottom)
        assert pdfium.FPDFPage_TransFormWithClip(page, ctypes.byref(matrix), ctypes.byref(clip))
        page.set_mediabox(left, bottom, right, top)
        page.set_cropbox(left, bottom, right, top)
    return _saved(pdf)


def turned(path: Path, degrees: int) -> bytes:
    """The PDF with every sheet turned clockwise by /Rotate."""
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    for page in pdf:
        page.set_rotation((page.get_rotation() + degrees) % 360)
    return _saved(pdf)


LETTERS = "words of text that lies across the sheet are cut into letters, their hyphens left standing"
NOT_REACHED: dict[tuple[str, float, str], str] = {
    ("protokoll", 90, "paragraphs"): LETTERS,
    ("protokoll", 180, "paragraphs"): LETTERS,
}
ROWS: dict[str, Rows] = {"facts": _facts, "cells": _cells, "headings": _headings, "paragraphs": _paragraphs}


def _cases(amounts: tuple[float, ...]) -> list[object]:
    return [
        row(name, amount, rows, name=f"{name}-{amount}-{rows}", why=NOT_REACHED.get((name, amount, rows)))
        for name in NAMES
        for amount in amounts
        for rows in ROWS
    ]


@pytest.fixture(scope="session")
def changed() -> Callable[[str, float], Extraction]:
    """Gives the reading of a changed sample, each made once: scaled by less than 10, turned by more."""
    known: dict[tuple[str, float], Extraction] = {}

    def read(name: str, amount: float) -> Extraction:
        if (name, amount) not in known:
            path = SAMPLES / name / f"{name}.pdf"
            known[name, amount] = _read(scaled(path, amount) if amount < 10 else turned(path, int(amount)))
        return known[name, amount]

    return read


@pytest.mark.parametrize(("name", "amount", "rows"), _cases((*SCALES, 90, 180, 270)))
def test_a_changed_sample_says_the_same(
    name: str, amount: float, rows: str, layer_reading: Reading, changed: Callable[[str, float], Extraction]
) -> None:
    before, after = (
        ROWS[rows](layer_reading(SAMPLES / name / f"{name}.pdf")),
        ROWS[rows](changed(name, amount)),
    )
    if after != before:
        lines = [f"  lost  {row}" for row in before if row not in after]
        lines += [f"  new   {row}" for row in after if row not in before]
        pytest.fail("\n".join([f"{rows} changed with the sheet", *lines]), pytrace=False)


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("name", NAMES)
def test_places_turn_with_the_sheet(
    name: str, degrees: int, layer_reading: Reading, changed: Callable[[str, float], Extraction]
) -> None:
    before, after = layer_reading(SAMPLES / name / f"{name}.pdf"), changed(name, degrees)
    for upright, lying in zip(before.facts, after.facts, strict=True):
        sheet = after.pages[sheet_of(lying.place) - 1]
        assert upright.place.box is not None and lying.place.box is not None
        back = turn_box(lying.place.box, degrees, sheet.width, sheet.height)
        assert _edges(back) == pytest.approx(_edges(upright.place.box), abs=0.1)


@pytest.mark.parametrize("factor", SCALES)
def test_places_scale_with_the_sheet(
    factor: float, layer_reading: Reading, changed: Callable[[str, float], Extraction]
) -> None:
    before, after = layer_reading(SAMPLES / "protokoll" / "protokoll.pdf"), changed("protokoll", factor)
    for small, large in zip(before.facts, after.facts, strict=True):
        assert small.place.box is not None and large.place.box is not None
        assert _edges(large.place.box) == pytest.approx(
            [factor * e for e in _edges(small.place.box)], abs=0.2
        )


def _edges(box: Box) -> list[float]:
    return [box.x0, box.top, box.x1, box.bottom]
