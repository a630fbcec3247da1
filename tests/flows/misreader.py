"""An older version of the extractors, as it were: it reads as today's do, but for one figure and one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from extractors.corrections.apply import apply_corrections
from extractors.document import extract
from flows.readers.answers import Reading, Tell
from flows.readers.one_document import correct, prove
from schemas.correction import Correction
from schemas.document import Extraction, Source
from schemas.finding import Reconciliation
from schemas.page import SheetsByOcr
from tests.flows.stand_ins import reading_of

PRINTED, MISREAD = "109 586", "109 536"  # sheet 9, Summa intäkter, Bokslut 2024 in samples/utdrag-budget
NAME, MISREAD_NAME = "Wikström", "Wikstrom"  # sheet 1


def read(
    data: bytes,
    source: Source,
    *,
    max_pages: int,
    corrections: Sequence[Correction],
    known: SheetsByOcr,
    tell: Tell,
) -> Reading:
    reading = extract(data, source, max_pages=max_pages, known=known, tell=tell)
    return prove(correct(misread(reading), data, corrections))


def stand_in(
    data: bytes,
    source: Source,
    *,
    max_pages: int,
    corrections: Sequence[Correction],
    known: SheetsByOcr,
    tell: Tell,
) -> Reading:
    """A small reading of any bytes, corrected; there is no paper that could say otherwise."""
    reading = apply_corrections(reading_of(source), corrections, lambda *_: None)
    return Reading(reading, Reconciliation(source.document_id))


def misread(reading: Extraction) -> Extraction:
    def wrong(text: str, page: int | None) -> str:
        return (
            text.replace(PRINTED, MISREAD)
            if page == 9
            else text.replace(NAME, MISREAD_NAME)
            if page == 1
            else text
        )

    def wrong_fact(raw: str, page: int | None) -> dict[str, Any]:
        value = Decimal(wrong(raw, page).replace(" ", ""))
        return {"raw": wrong(raw, page), "value": value, "value_sek": value * 1000}

    return replace(
        reading,
        facts=tuple(
            replace(f, **wrong_fact(f.raw, f.place.page)) if f.raw == PRINTED else f for f in reading.facts
        ),
        tables=tuple(
            replace(table, cells=tuple(replace(c, text=wrong(c.text, c.place.page)) for c in table.cells))
            for table in reading.tables
        ),
        paragraphs=tuple(replace(p, text=wrong(p.text, p.place.page)) for p in reading.paragraphs),
        people=tuple(replace(p, name=wrong(p.name, p.page)) for p in reading.people),
    )
