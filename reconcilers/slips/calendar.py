"""Days that cannot be: the thirty-first of June, the year 3023, a Wednesday that was a Monday."""

from __future__ import annotations

from collections.abc import Iterator

from reconcilers.known.known import Known
from reconcilers.slips.trusted_sheets import without_damaged, without_ocr
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import Spot, on_pages, spot_in_cell, spot_in_paragraph, spots_to_claims
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction
from schemas.kinds import FindingKind, Severity
from swedish.dates import OddDay, find_odd_days


def tell_odd_days(reading: Extraction, _: Known) -> Iterator[Telling]:
    """Errors of the kind date, each told once with all its places; a sheet that OCR read tells none.

    Another weekday is a notice: the day itself is sound, and nothing else in the paper hangs on its name.
    """
    found: dict[tuple[str, str | None], list[Spot]] = {}
    for day, spot in _odd_days(without_ocr(without_damaged(reading))):
        found.setdefault((day.raw, day.weekday), []).append(spot)
    for (raw, weekday), spots in found.items():
        here = f"{quoted(raw)} {on_pages(spots)}"
        if weekday:
            says, severity = f"{here}: den dagen är en {weekday}.", Severity.NOTICE
        else:
            says, severity = f"{here}: någon sådan dag finns inte.", Severity.ERROR
        yield Telling(FindingKind.DATE, severity, says, weekday or "", raw, spots_to_claims(spots))


def _odd_days(reading: Extraction) -> Iterator[tuple[OddDay, Spot]]:
    document_id = reading.source.document_id
    for paragraph in reading.paragraphs:
        for day in find_odd_days(paragraph.text):
            yield day, spot_in_paragraph(document_id, paragraph, day.start, day.raw)
    for table in reading.tables:
        for cell in table.cells:
            for day in find_odd_days(" ".join(cell.text.split())):
                yield day, spot_in_cell(document_id, table, cell, day.raw)
