"""What a reader process does: read a document and prove it, prove it again as it was kept, compare two.

The extractors and the reconcilers take half a second to load, so a run imports this where it has work for
it. Prefect stays out.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from archive.documents import read_document
from archive.layout import Archive
from archive.rows_to_things import tables_to_extraction
from extractors.corrections.apply import apply_corrections
from extractors.corrections.layer import TextLayer
from extractors.document import extract
from extractors.kinds import is_markdown
from extractors.markdown import extract_markdown
from extractors.markdown.evidence import is_office_paper
from extractors.ocr.which_sheets import UNKNOWN_SHEETS
from flows.readers.answers import Comparison, Reading, Tell
from flows.readers.second_look import look_again
from reconcilers.reconcile import reconcile, with_status
from reconcilers.same_text.duplicates import find_duplicates_between
from reconcilers.sums.unproved_tables import find_unproved_tables
from reconcilers.two_papers.findings import find_twin_findings
from reconcilers.two_papers.one_paper import are_one_paper, in_order
from reconcilers.two_papers.revisions import find_revision_findings
from schemas.correction import Correction
from schemas.document import Extraction, Source
from schemas.errors import NotAnOfficePaper
from schemas.finding import Reconciliation
from schemas.kinds import CheckKind, TextSource
from schemas.limits import SHEETS_A_FILE
from schemas.page import SheetsByOcr
from schemas.warnings import Code, warn

_OF_PROVING = frozenset((Code.NOT_PROVED, Code.NO_SUM_HOLDS))


def read(
    data: bytes,
    source: Source,
    *,
    max_pages: int = SHEETS_A_FILE,
    corrections: Sequence[Correction] = (),
    known: SheetsByOcr = UNKNOWN_SHEETS,
    tell: Tell = lambda _done, _of: None,
) -> Reading:
    """PDF or Markdown, read, corrected, then proved: see `flows.readers.requests.Read`."""
    if not is_markdown(data, source.file_name):
        extracted = partial(extract, data, source, max_pages=max_pages, tell=tell, look_again=look_again)
        reading = extracted(known=known)
        first = prove(correct(reading, data, corrections))
        doubted = _sheets_in_doubt(first)
        if not doubted:
            return first
        by_ocr = reading.by_ocr if reading.by_ocr.sheets else known
        try:
            seen = prove(correct(extracted(known=by_ocr, doubted=doubted), data, corrections))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a second look that fails is none: the first reading stands, warned of its sums
            traceback.print_exc()
            return first
        return seen if _has_sums(seen) else first
    reading = extract_markdown(data, source, max_pages=max_pages)
    if not is_office_paper(reading):
        raise NotAnOfficePaper
    return prove(correct(reading, b"", corrections))


def _sheets_in_doubt(proved: Reading) -> frozenset[int]:
    """The sheets of tables that end in a sum of which nothing comes out, where nothing does in the whole
    document: its text layer may have other figures than are printed.
    """
    if _has_sums(proved):
        return frozenset()
    native = {sheet.page for sheet in proved.extraction.pages if sheet.text_source == TextSource.NATIVE}
    told = (each.sheets for each in proved.extraction.warnings if each.code is Code.NO_SUM_HOLDS)
    return frozenset(page for sheets in told for page in range(sheets[0], sheets[-1] + 1) if page in native)


def _has_sums(proved: Reading) -> bool:
    """True where a sum or a net of the document comes out."""
    checks = proved.reconciliation.checks
    return any(check.holds for check in checks if check.kind in (CheckKind.SUM, CheckKind.NET))


def correct(reading: Extraction, pdf: bytes, corrections: Sequence[Correction]) -> Extraction:
    """The reading with what people say is printed,
    held against the sound text layer of the sheets they name.
    """
    if not corrections:
        return reading
    sound = {sheet.page for sheet in reading.pages if sheet.text_source == "native"}
    return apply_corrections(reading, corrections, TextLayer(pdf, sound).bears_out)


def prove(reading: Extraction) -> Reading:
    """The reading held against itself; where that fails, the reading stands unproved and says so."""
    of_reading = tuple(each for each in reading.warnings if each.code not in _OF_PROVING)
    reading = replace(reading, warnings=of_reading)
    try:
        reconciliation = reconcile(reading)
        return Reading(
            with_status(_told_of_sums(reading, reconciliation), reconciliation.checks), reconciliation
        )
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a slip in the proving must not cost the reading; it is told by name
        traceback.print_exc()
        warning = warn(Code.NOT_PROVED, error=type(error).__name__)
        unproved = replace(reading, warnings=(*reading.warnings, warning))
        return Reading(unproved, Reconciliation(reading.source.document_id))


def _told_of_sums(reading: Extraction, reconciliation: Reconciliation) -> Extraction:
    tables = find_unproved_tables(reading, reconciliation.checks)
    told = [warn(Code.NO_SUM_HOLDS).on(table.first_page, table.last_page) for table in tables]
    return replace(reading, warnings=(*reading.warnings, *told)) if told else reading


def prove_again(archive: str, sha256: str) -> Reading:
    """A document as it was kept, held against itself by the reconcilers of today."""
    return prove(_as_kept(archive, sha256))


def compare(archive: str, one: str, other: str) -> Comparison:
    """Two documents as they were kept; the earlier is the one that met first,
    else the one with the smaller sha256.

    Of one paper in two inputs the PDF is the earlier, and what differs are readings of it, not revisions.
    """
    both = _as_kept(archive, one), _as_kept(archive, other)
    twins = are_one_paper(*both)
    earlier, later = in_order(*both) if twins else sorted(both, key=_day)
    find = find_twin_findings if twins else find_revision_findings
    duplicates = find_duplicates_between(earlier, later)
    return Comparison(earlier.source.sha256, later.source.sha256, duplicates, find(earlier, later))


def _as_kept(archive: str, sha256: str) -> Extraction:
    return tables_to_extraction(read_document(Archive(Path(archive)), sha256))


def _day(reading: Extraction) -> tuple[date, str]:
    return reading.meeting_date or date.max, reading.source.sha256
