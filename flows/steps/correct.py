"""The steps of writing one correction, and of taking one back:
tried on the paper, written, read anew, published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from archive.corrections import append_correction, append_withdrawal, read_ledger
from archive.documents import keep_document, read_arrival, read_document, read_original
from archive.events import write_event
from archive.layout import Archive
from archive.lock import writing
from archive.ocr import read_by_ocr
from archive.rows_to_things import row_to_check, row_to_finding
from flows.readers.answers import Reading
from flows.readers.pool import Readers
from flows.steps.compare import compare_with_archive
from flows.steps.ingest import Run, publish_release, read_and_keep
from flows.steps.on_threads import on_threads
from flows.steps.stale_corrections import find_to_correct
from schemas.correction import APPLIED, WITHDRAWN, Corrected, Correction
from schemas.document import Fact, Source
from schemas.errors import ExitStatus, ParagrafError
from schemas.finding import Finding


class CannotCorrect(ParagrafError):
    """The correction cannot be written; the sentence says why and what would help."""

    code = "cannot_correct"
    exit_status = ExitStatus.USAGE
    sentence = "{detail}"


@dataclass(frozen=True, slots=True)
class Proof:
    """How the document proves itself: its findings by what they say, and how many checks hold."""

    findings: Mapping[str, Finding]
    checks: int
    held: int


@dataclass(frozen=True, slots=True)
class Tried:
    """What a correction does, or would do; `release` is 0 where nothing was written."""

    outcome: Corrected
    fact: Fact | None
    before: Proof
    after: Proof
    release: int = 0


def try_correction(run: Run, sha256: str, correction: Correction, *, write: bool) -> Tried:
    """Read the document anew with the correction;
    where it finds its one place, write it and publish, if `write`.

    Raises ArchiveBusy if another run writes in the archive,
    CannotCorrect where it stands in the file already.
    """
    with writing(run.archive):
        run = _with_ledger(run)
        arrival = read_arrival(run.archive, sha256)
        assert arrival is not None, "a document that was looked up has arrived"
        before = _proof_as_kept(run.archive, sha256)
        pdf = read_original(run.archive, sha256)
        source, known = (
            Source(sha256, arrival.file_name, arrival.source_uri),
            read_by_ocr(run.archive, sha256),
        )
        with Readers(run.limits, run.read, show_stderr=run.show_stderr) as readers:
            reading = _once(readers.read(pdf, source, (*run.ledger.of(sha256), correction), known))
            outcome = reading.extraction.corrections[-1]
            fact = next(
                (fact for fact in reading.extraction.facts if fact.fact_id == outcome.target_id), None
            )
            tried = Tried(outcome, fact, before, _proof_of(reading))
            if outcome.state != APPLIED or not write:
                return tried
            append_correction(run.archive, correction.anchored(outcome))
            run = _with_ledger(run)
            versions = run.versions_for(sha256)
            keep_document(
                run.archive,
                pdf,
                reading.extraction,
                arrival,
                versions,
                reading.reconciliation,
                reading.extraction.by_ocr,
            )
            write_event(run.archive, run.at, "corrected", sha256=sha256, correction=outcome.correction_id)
            compare_with_archive(run.archive, run.at, readers, on_threads(run.limits.workers))
        return replace(tried, release=publish_release(run).number)


def withdraw(run: Run, correction_id: str, by: str, why: str) -> int:
    """Take a correction back, read its document anew and publish; the number of the release.

    Raises ArchiveBusy if another run writes, CannotCorrect where no standing correction is called that.
    """
    with writing(run.archive):
        run = _with_ledger(run)
        standing = [c for own in run.ledger.by_document.values() for c in own if c.withdrawn is None]
        if correction_id not in {correction.correction_id for correction in standing}:
            raise CannotCorrect(
                f"Ingen gällande rättelse heter {correction_id}; paragraf corrections listar dem."
            )
        append_withdrawal(run.archive, correction_id, by, run.at, why)
        write_event(run.archive, run.at, "withdrawn", correction=correction_id)
        run = _with_ledger(run)
        do_all = on_threads(run.limits.workers)
        with Readers(run.limits, run.read, show_stderr=run.show_stderr) as readers:
            read = partial(read_and_keep, run=run, readers=readers, listen=lambda *_: None)
            files = list(find_to_correct(run.archive, run.ledger).values())
            failures = [o for o in do_all(files, lambda f: f.source_uri, read, readers.close) if o.has_failed]
            compare_with_archive(run.archive, run.at, readers, do_all)
        release = publish_release(run).number
    if failures:
        raise CannotCorrect(
            f"Tillbakadragen, men {failures[0].file} kunde inte läsas på nytt: {failures[0].says}"
        )
    return release


def _with_ledger(run: Run) -> Run:
    ledger = read_ledger(run.archive)
    if ledger.is_broken:
        raise CannotCorrect(
            f"corrections.csv rad {ledger.problems[0].line}: {ledger.problems[0].says}. Rätta den först."
        )
    return replace(run, ledger=ledger)


def _once(reading: Reading) -> Reading:
    """Without the row of the same correction as it was when it was withdrawn;
    raises where it stands already.
    """
    *others, new = reading.extraction.corrections
    same = [row for row in others if row.correction_id == new.correction_id]
    if any(row.state != WITHDRAWN for row in same):
        raise CannotCorrect(f"Samma rättelse står redan i corrections.csv ({new.correction_id}).")
    rows = tuple(row for row in others if row not in same)
    return replace(reading, extraction=replace(reading.extraction, corrections=(*rows, new)))


def _proof_of(reading: Reading) -> Proof:
    proved = reading.reconciliation
    return _proof(proved.findings, [check.holds for check in proved.checks])


def _proof_as_kept(archive: Archive, sha256: str) -> Proof:
    tables = read_document(archive, sha256)
    rows = {name: tables[name].to_pylist() if name in tables else [] for name in ("findings", "checks")}
    findings = [row_to_finding(row) for row in rows["findings"]]
    return _proof(findings, [row_to_check(row).holds for row in rows["checks"]])


def _proof(findings: Sequence[Finding], holds: Sequence[bool]) -> Proof:
    return Proof({finding.says: finding for finding in findings}, len(holds), sum(holds))
