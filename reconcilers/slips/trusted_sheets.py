"""Sheets whose text was read so badly that its spelling proves nothing about the document."""

from __future__ import annotations

from dataclasses import replace

from schemas.document import Extraction
from schemas.warnings import DAMAGED, NO_LETTERS, NO_SWEDISH_LETTERS, UNMAPPED

_MISSPELLED = frozenset((DAMAGED, NO_SWEDISH_LETTERS, UNMAPPED))


def without_damaged(reading: Extraction) -> Extraction:
    """The reading without the paragraphs, persons and tables of sheets with a damaged text layer."""
    pages = {sheet.page for sheet in reading.pages if _MISSPELLED & set(sheet.warnings)}
    return _without(reading, pages) if pages else reading


def without_ocr(reading: Extraction) -> Extraction:
    """The reading without the words that OCR read, where a wrong letter is more likely ours than the clerk's.

    A sheet whose layer lacks å, ä and ö is "mixed": its figures are the layer's, its words are OCR's.
    """
    pages = {
        sheet.page for sheet in reading.pages if sheet.text_source == "ocr" or NO_LETTERS in sheet.warnings
    }
    return _without(reading, pages) if pages else reading


def _without(reading: Extraction, pages: set[int]) -> Extraction:
    return replace(
        reading,
        paragraphs=tuple(p for p in reading.paragraphs if p.place.page not in pages),
        people=tuple(p for p in reading.people if p.page not in pages),
        tables=tuple(t for t in reading.tables if t.first_page not in pages),
        decisions=tuple(d for d in reading.decisions if d.first_page not in pages),
    )
