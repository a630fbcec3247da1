"""Sheets whose text was read so badly that its spelling proves nothing about the document."""

from __future__ import annotations

from dataclasses import replace

from schemas.document import Extraction, Sheet
from schemas.warnings import Code


def without_damaged(reading: Extraction) -> Extraction:
    """The reading without the paragraphs, persons and tables of sheets with a damaged text layer."""
    pages = {sheet.page for sheet in reading.pages if any(w.is_misspelled for w in sheet.warnings)}
    return _without(reading, pages) if pages else reading


def without_ocr(reading: Extraction) -> Extraction:
    """The reading without the words that OCR read, where a wrong letter is more likely ours than the clerk's.

    A sheet whose layer lacks å, ä and ö is "mixed": its figures are the layer's, its words are OCR's.
    """
    pages = {sheet.page for sheet in reading.pages if _has_letters_by_ocr(sheet)}
    return _without(reading, pages) if pages else reading


def _has_letters_by_ocr(sheet: Sheet) -> bool:
    told = any(warning.code is Code.LETTERS_BY_OCR for warning in sheet.warnings)
    return told or sheet.text_source == "ocr"


def _without(reading: Extraction, pages: set[int]) -> Extraction:
    return replace(
        reading,
        paragraphs=tuple(p for p in reading.paragraphs if p.place.page not in pages),
        people=tuple(p for p in reading.people if p.page not in pages),
        tables=tuple(t for t in reading.tables if t.first_page not in pages),
        decisions=tuple(d for d in reading.decisions if d.first_page not in pages),
    )
