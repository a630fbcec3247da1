"""What a reader process does: read a document and prove it, prove it again as it was kept, compare two.

Imported in that process only: the extractors and the reconcilers take time to load, and Prefect stays out.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from archive.bundles import read_document
from archive.layout import Archive
from archive.things import tables_to_extraction
from extractors.corrections.apply import apply_corrections
from extractors.corrections.layer import TextLayer
from flows.readings import Comparison, Reading
from flows.second_look import read_twice
from reconcilers.duplicates import find_duplicates_between
from reconcilers.reconcile import reconcile, with_status
from reconcilers.revisions import find_revision_findings
from schemas.correction import Correction
from schemas.document import Extraction, Source
from schemas.finding import Reconciliation

_UNPROVED = "Avstämningen misslyckades"


def read(pdf: bytes, source: Source, *, max_pages: int = 2000, corrections: Sequence[Correction] = ()) -> Reading:
    """Read, corrected, then proved. Raises a ParagrafError if the file cannot be read."""
    return prove(correct(read_twice(pdf, source, max_pages=max_pages), pdf, corrections))


def correct(reading: Extraction, pdf: bytes, corrections: Sequence[Correction]) -> Extraction:
    """The reading with what people say is printed, held against the text layer of the sheets they name."""
    return apply_corrections(reading, corrections, TextLayer(pdf).bears_out) if corrections else reading


def prove(reading: Extraction) -> Reading:
    """The reading held against itself; where that fails, the reading stands unproved and says so."""
    reading = replace(reading, warnings=tuple(each for each in reading.warnings if not each.startswith(_UNPROVED)))
    try:
        reconciliation = reconcile(reading)
        return Reading(with_status(reading, reconciliation.checks), reconciliation)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a slip in the proving must not cost the reading; it is told by name
        traceback.print_exc()
        warning = f"{_UNPROVED} ({type(error).__name__}); dokumentets siffror är inte prövade."
        unproved = replace(reading, warnings=(*reading.warnings, warning))
        return Reading(unproved, Reconciliation(reading.source.document_id))


def prove_again(archive: str, sha256: str) -> Reading:
    """A document as it was kept, held against itself by the reconcilers of today."""
    return prove(_as_kept(archive, sha256))


def compare(archive: str, one: str, other: str) -> Comparison:
    """Two documents as they were kept; the earlier is the one that met first, else the one with the smaller sha256."""
    earlier, later = sorted((_as_kept(archive, one), _as_kept(archive, other)), key=_day)
    return Comparison(
        earlier.source.sha256,
        later.source.sha256,
        find_duplicates_between(earlier, later),
        find_revision_findings(earlier, later),
    )


def _as_kept(archive: str, sha256: str) -> Extraction:
    return tables_to_extraction(read_document(Archive(Path(archive)), sha256))


def _day(reading: Extraction) -> tuple[date, str]:
    return reading.meeting_date or date.max, reading.source.sha256
