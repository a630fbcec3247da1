"""Sheets whose text was read so badly that its spelling proves nothing about the document."""

from __future__ import annotations

from dataclasses import replace

from schemas.document import Extraction

_DAMAGED = ("Textlagret", "Tecken på sidan saknar")  # how the warnings of a damaged text layer begin


def without_damaged(reading: Extraction) -> Extraction:
    """The reading without the paragraphs, persons and tables of sheets with a damaged text layer."""
    pages = {sheet.page for sheet in reading.pages if any(w.startswith(_DAMAGED) for w in sheet.warnings)}
    return _without(reading, pages) if pages else reading


def without_ocr(reading: Extraction) -> Extraction:
    """The reading without what OCR read, where a wrong letter is more likely ours than the clerk's."""
    pages = {sheet.page for sheet in reading.pages if sheet.text_source == "ocr"}
    return _without(reading, pages) if pages else reading


def _without(reading: Extraction, pages: set[int]) -> Extraction:
    return replace(
        reading,
        paragraphs=tuple(p for p in reading.paragraphs if p.place.page not in pages),
        people=tuple(p for p in reading.people if p.page not in pages),
        tables=tuple(t for t in reading.tables if t.first_page not in pages),
        decisions=tuple(d for d in reading.decisions if d.first_page not in pages),
    )
