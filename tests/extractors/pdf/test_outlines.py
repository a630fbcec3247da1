"""Text that a printer has drawn as outlines is read as if it were written."""

from __future__ import annotations

import ctypes
import io
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from extractors.pdf.open import OpenPdf
from schemas.page import Page, Word
from schemas.warnings import Code, warn

SAMPLE = Path(__file__).parents[3] / "samples/finlandssvensk/finlandssvensk.pdf"
LINES = range(12, 18)  # of the sheet's text objects, those that are drawn


def _printed() -> bytes:
    """The sample with the fonts that Windows' "Print To PDF" leaves."""
    return re.sub(rb"/StemV \d+", b"/StemV 940", SAMPLE.read_bytes())


def _draw_text(pdf: bytes, grow: float = 1.0) -> bytes:
    """The PDF with some of its first sheet's text drawn: a path for each letter, `grow` times as large."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    texts = page.get_textpage()
    drawn = [o.raw for o in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])][LINES.start : LINES.stop]
    chosen = {ctypes.cast(one, ctypes.c_void_p).value for one in drawn}
    for index in range(texts.count_chars()):
        owner = pdfium.FPDFText_GetTextObject(texts, index)
        if ctypes.cast(owner, ctypes.c_void_p).value in chosen:
            _draw_letter(page, texts, index, owner, grow)
    for one in drawn:
        pdfium.FPDFPage_RemoveObject(page, one)
    pdfium.FPDFPage_GenerateContent(page)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _draw_letter(page: Any, texts: Any, index: int, owner: Any, grow: float) -> None:
    size, x, y = ctypes.c_float(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFTextObj_GetFontSize(owner, size)
    pdfium.FPDFText_GetCharOrigin(texts, index, x, y)
    sign = pdfium.FPDFText_GetUnicode(texts, index)
    glyph = pdfium.FPDFFont_GetGlyphPath(pdfium.FPDFTextObj_GetFont(owner), sign, ctypes.c_float(1.0))
    count = pdfium.FPDFGlyphPath_CountGlyphSegments(glyph) if glyph else 0
    path = pdfium.FPDFPageObj_CreateNewPath(0, 0)
    held: list[float] = []
    for number in range(max(count, 0)):
        segment = pdfium.FPDFGlyphPath_GetGlyphPathSegment(glyph, number)
        dx, dy = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, dx, dy)
        point = x.value + dx.value * size.value * grow, y.value + dy.value * size.value * grow
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            held += point
            if len(held) == 6:
                pdfium.FPDFPath_BezierTo(path, *held)
                held = []
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            pdfium.FPDFPath_LineTo(path, *point)
        else:
            pdfium.FPDFPath_MoveTo(path, *point)
    if count > 0:
        pdfium.FPDFPath_SetDrawMode(path, pdfium.FPDF_FILLMODE_WINDING, False)
        pdfium.FPDFPage_InsertObject(page, path)


def _first(pdf: bytes) -> Page:
    with OpenPdf(pdf) as opened:
        return next(iter(opened.pages()))


def _told(sheet: Page) -> list[tuple[str, bool, float]]:
    return sorted((word.text, word.bold, word.size) for word in sheet.words)


def test_words_drawn_as_outlines_are_read_as_they_were_written() -> None:
    drawn = _draw_text(_printed())
    with pypdfium2.PdfDocument(drawn) as document:
        left = len(document[0].get_textpage().get_text_range().split())
    written, read = _first(_printed()), _first(drawn)
    assert left < len(written.words) - 6
    assert _told(read) == _told(written)
    assert read.warnings == written.warnings


def test_a_dash_drawn_before_a_figure_stands_before_it() -> None:
    """Else a cost would be read as an income."""
    sheet = _first(_printed())
    word = next(word for word in sheet.words if word.text[0].isdigit() and _has_room_before(word, sheet))
    document = pypdfium2.PdfDocument(_printed())
    page = document[0]
    baseline = sheet.height - (word.box.bottom - 0.24 * word.size)
    dash = pdfium.FPDFPageObj_CreateNewRect(
        word.box.x0 - 0.5 * word.size, baseline + 0.22 * word.size, 0.5 * word.size, 0.05 * word.size
    )
    pdfium.FPDFPath_SetDrawMode(dash, pdfium.FPDF_FILLMODE_WINDING, False)
    pdfium.FPDFPage_InsertObject(page, dash)
    pdfium.FPDFPage_GenerateContent(page)
    out = io.BytesIO()
    document.save(out)
    told = [word.text for word in _first(out.getvalue()).words]
    assert told.count("–" + word.text) == 1
    assert len(told) == len(sheet.words)


def _has_room_before(word: Word, sheet: Page) -> bool:
    row = [other.box for other in sheet.words if other is not word and other.box.top == word.box.top]
    return not any(word.box.x0 - 2 * word.size < box.x1 <= word.box.x0 for box in row)


def test_a_printer_that_draws_no_text_is_not_asked() -> None:
    plain = _draw_text(SAMPLE.read_bytes())
    assert len(_first(plain).words) < len(_first(SAMPLE.read_bytes()).words)


def test_letters_in_a_size_that_nothing_is_written_in_are_told_unread() -> None:
    read = _first(_draw_text(_printed(), grow=1.37))
    assert len(read.words) < len(_first(_printed()).words)
    assert warn(Code.TEXT_OUTLINED) in read.warnings


@pytest.mark.parametrize("sample", ["protokoll", "utdrag-budget"])
def test_rules_and_logotypes_are_no_letters(sample: str) -> None:
    pdf = (SAMPLE.parents[1] / sample / f"{sample}.pdf").read_bytes()
    printed = re.sub(rb"/StemV \d+", b"/StemV 940", pdf)
    assert sorted(w.text for w in _first(printed).words) == sorted(w.text for w in _first(pdf).words)
