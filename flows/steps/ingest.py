"""The steps of an ingest, the same ones with Prefect and without: plan, read and keep, publish."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from archive.corrections import Ledger, read_ledger
from archive.documents import Versions, keep_document, read_arrival, versions_of
from archive.events import write_event
from archive.layout import Archive
from archive.lock import writing
from archive.ocr import read_by_ocr
from archive.quarantine import (
    Record,
    is_worth_another_try,
    leave_quarantine,
    list_records,
    quarantine,
    read_record,
)
from archive.release import Published, publish
from archive.things_to_rows import Arrival
from extractors.kinds import has_markdown_name
from flows.readers.answers import Reading, SheetsRead
from flows.readers.limits import Limits
from flows.readers.pool import Readers
from flows.readers.requests import Read
from flows.steps.attached import find_attached, let_go, take_out
from flows.steps.compare import DoAll, compare_with_archive
from flows.steps.files import FoundFile, find_files, hash_file, is_settled, legible, read_bytes, size_of
from flows.steps.outcomes import Outcome, Report
from flows.steps.stale_corrections import find_to_correct, standing_corrections
from schemas.document import Source
from schemas.errors import EmptyFile, NotAnOfficePaper, ParagrafError, ReaderCrashed, TookTooMuchMemory
from schemas.kinds import Fate
from schemas.version import VERSION


def _read() -> Read:
    from flows.readers.one_document import read

    return read


@dataclass(frozen=True, slots=True)
class Run:
    """The conditions of one run; `at` is its only clock,
    `insistent` tries again what limits or crashes stopped.

    `ledger` is what people say is printed, read once the archive is held.
    """

    archive: Archive
    at: datetime
    versions: Versions
    limits: Limits = field(default_factory=Limits)
    read: Read = field(default_factory=_read)
    insistent: bool = True
    settle_seconds: float = 0.0
    show_stderr: bool = False
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def tried_with(self) -> dict[str, Any]:
        return {"extractor_version": self.versions.extractors, **self.limits.on_a_file}

    def versions_for(self, sha256: str) -> Versions:
        """Of what reads the document in this run;
        its corrections stay as they are where the file of them is broken.
        """
        if self.ledger.is_broken:
            kept = versions_of(self.archive, sha256)
            return replace(self.versions, corrections=kept.corrections if kept else "")
        return replace(self.versions, corrections=self.ledger.fingerprint(sha256))


_LEDGER_IS_BROKEN = (
    "Läses på nytt när corrections.csv går att läsa; till dess står den tidigare läsningen kvar."
)
_DEEPEST = 4  # files within files within files: what lies deeper waits in the archive for the next run
Listen = Callable[[Outcome | SheetsRead, int], None]


def ingest_batch(paths: Iterable[Path], run: Run, do_all: DoAll, listen: Listen) -> Report:
    """The whole run, holding the archive; `do_all` decides how many files are read at once and who watches.

    Raises ArchiveBusy if another run writes in the archive. `listen` hears each outcome and how many there
    will be, and from any thread how far OCR has come in a file.
    """
    with writing(run.archive):
        run = replace(run, ledger=read_ledger(run.archive))
        to_read, outcomes = plan(paths, run)
        for outcome in outcomes:
            listen(outcome, len(to_read) + len(outcomes))
        with Readers(run.limits, run.read, show_stderr=run.show_stderr) as readers:
            read = partial(read_and_keep, run=run, readers=readers, listen=listen)
            for _ in range(_DEEPEST):
                total = len(to_read) + len(outcomes)
                for outcome in do_all(to_read, _name, read, readers.close):
                    listen(outcome, total)
                    outcomes.append(outcome)
                to_read, known = plan_attached(outcomes, run)
                outcomes.extend(known)
                if not to_read:
                    break
            compared = compare_with_archive(run.archive, run.at, readers, do_all)
        clear_quarantine(outcomes, run)
        let_go(run.archive, outcomes)
        published = publish_release(run)
        corrections = standing_corrections(run.archive, run.ledger)
    return Report(tuple(sorted(outcomes)), published.number, published.is_new, compared, corrections)


def plan(paths: Iterable[Path], run: Run) -> tuple[list[FoundFile], list[Outcome]]:
    """Which files must be read, those whose corrections changed among them,
    and what is known of the others.
    """
    found, hopeless = find_files(paths)
    settled = [_not_opened(run, each.path, str(each.path), each.error) for each in hopeless]
    by_content: dict[str, list[FoundFile]] = defaultdict(list)
    for file in found:
        if not is_settled(file.path, run.settle_seconds):
            settled.append(
                Outcome(file.source_uri, Fate.WAITING, says="Filen skrivs ännu; den läses nästa gång.")
            )
            continue
        try:
            by_content[hash_file(file.path)].append(file)
        except ParagrafError as error:
            settled.append(_not_opened(run, file.path, file.source_uri, error))
    for sha256, file in find_attached(run.archive).items():
        by_content[sha256].append(file)
    to_read, known = _sort_out(by_content, run)
    to_correct = find_to_correct(run.archive, run.ledger)
    to_read += (file for sha256, file in to_correct.items() if sha256 not in by_content)
    return to_read, [*settled, *known]


def plan_attached(outcomes: Iterable[Outcome], run: Run) -> tuple[list[FoundFile], list[Outcome]]:
    """As `plan`, of the PDFs that lay in what has been read, and were not tried in this run."""
    tried = {name for outcome in outcomes for name in (outcome.sha256, outcome.file)}
    waiting = find_attached(run.archive).items()
    return _sort_out({sha: [file] for sha, file in waiting if not tried & {sha, file.source_uri}}, run)


def _sort_out(
    by_content: Mapping[str, Sequence[FoundFile]], run: Run
) -> tuple[list[FoundFile], list[Outcome]]:
    """Of the files of each sha256 the one to read, and what is known of the others."""
    to_read: list[FoundFile] = []
    settled: list[Outcome] = []
    for sha256, files in by_content.items():
        file, *others = sorted(files, key=_reads_most)
        settled.extend(_outcome(other, Fate.DUPLICATE, sha256, says=file.source_uri) for other in others)
        known = _known(run, sha256, file)
        settled.extend([known] if known else [])
        to_read.extend([] if known else [file])
    return to_read, settled


def read_and_keep(file: FoundFile, run: Run, readers: Readers, listen: Listen) -> Outcome:
    """Read the bytes once and commit what was read;
    a file that cannot be read goes to quarantine, the run goes on.
    """

    def hear(sign: SheetsRead) -> None:
        listen(replace(sign, file=file.source_uri), 0)

    with readers.at_work():
        try:
            data = read_bytes(file.path)
        except ParagrafError as error:
            return _not_opened(run, file.path, file.source_uri, error)
        sha256 = hashlib.sha256(data).hexdigest()
        # it became a known file since planned
        if versions_of(run.archive, sha256) == run.versions_for(sha256):
            return _unchanged(run, file, sha256)
        if not data:
            return _quarantined(run, file, sha256, EmptyFile())
        try:
            source, known = Source(sha256, file.file_name, file.source_uri), read_by_ocr(run.archive, sha256)
            return _kept(run, file, data, readers.read(data, source, run.ledger.of(sha256), known, hear))
        except NotAnOfficePaper as error:
            known_paper = file.is_named or read_arrival(run.archive, sha256) is not None
            return _quarantined(run, file, sha256, error) if known_paper else _passed_over(file, sha256)
        except ParagrafError as error:
            return _quarantined(run, file, sha256, error)


def clear_quarantine(outcomes: Iterable[Outcome], run: Run) -> None:
    """Take out of quarantine the bytes that are documents now, and the bad bytes those paths held before."""
    good = {outcome.sha256 for outcome in outcomes if outcome.is_kept}
    paths = {outcome.path for outcome in outcomes if outcome.sha256 in good}
    for record in list_records(run.archive):
        if record.sha256 in good or record.path in paths:
            leave_quarantine(run.archive, record.sha256)
            write_event(run.archive, run.at, "left_quarantine", sha256=record.sha256, file=record.source_uri)


def publish_release(run: Run) -> Published:
    """Bring the release up to date with what has been kept."""
    published = publish(run.archive)
    if published.is_new:
        write_event(run.archive, run.at, "published", release=published.number)
    return published


def arrival_time() -> datetime:
    """Now, to the second; SOURCE_DATE_EPOCH where it is set,
    so that a build can be repeated byte for byte.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC).replace(microsecond=0)


def installed_versions() -> Versions:
    """Of what is installed here: a document read or proved by other versions is read anew when it comes in
    again.
    """
    return Versions(VERSION, VERSION)


def _known(run: Run, sha256: str, file: FoundFile) -> Outcome | None:
    """What can be said of these bytes without reading them; None where they must be read."""
    kept = versions_of(run.archive, sha256)
    if kept == run.versions_for(sha256):
        return _unchanged(run, file, sha256)
    if kept and kept.corrections and run.ledger.is_broken:  # read anew, it would lose what people corrected
        return _outcome(file, Fate.WAITING, sha256, says=_LEDGER_IS_BROKEN)
    record = read_record(run.archive, sha256)
    if record and record.reason == NotAnOfficePaper.code and not file.is_named:
        return _passed_over(file, sha256)
    if (
        record
        and _named_alike(record, file)
        and not is_worth_another_try(record, run.tried_with, insistent=run.insistent)
    ):
        return _outcome(file, Fate.STILL_QUARANTINED, sha256, code=record.reason, says=record.says)
    if size_of(file.path) > run.limits.memory_mb << 20:
        return _quarantined(run, file, sha256, TookTooMuchMemory(f"{run.limits.memory_mb} MB"))
    return None


def _name(file: FoundFile) -> str:
    return file.source_uri


def _reads_most(file: FoundFile) -> tuple[bool, FoundFile]:
    """Of one content under several names the smallest;
    but one named as Markdown, for a PDF is read under any name.
    """
    return not has_markdown_name(file.file_name), file


def _named_alike(record: Record, file: FoundFile) -> bool:
    """Text called .pdf is refused; the same bytes under Markdown's name are another matter."""
    return has_markdown_name(record.path) == has_markdown_name(file.file_name)


def _outcome(file: FoundFile, what: Fate, sha256: str, *, code: str = "", says: str = "") -> Outcome:
    return Outcome(file.source_uri, what, sha256, legible(str(file.path.absolute())), code, says)


def _unchanged(run: Run, file: FoundFile, sha256: str) -> Outcome:
    first = read_arrival(run.archive, sha256)
    return _outcome(file, Fate.UNCHANGED, sha256, says=first.file_name if first else "")


def _passed_over(file: FoundFile, sha256: str) -> Outcome:
    """Said in the summary and no failure: a folder may hold a README of its own."""
    return _outcome(file, Fate.PASSED_OVER, sha256, code=NotAnOfficePaper.code, says=NotAnOfficePaper().says)


def _kept(run: Run, file: FoundFile, data: bytes, reading: Reading) -> Outcome:
    read = reading.extraction
    sha256 = read.source.sha256
    record = read_record(run.archive, sha256)
    arrival = Arrival(file.file_name, file.source_uri, record.first_seen if record else run.at)
    if record and has_markdown_name(record.file_name) == has_markdown_name(file.file_name):
        arrival = record.arrival
    take_out(run.archive, file, read.attached)
    try:
        versions = _as_read(run.versions_for(sha256), reading)
        is_new = keep_document(
            run.archive, data, read, arrival, versions, reading.reconciliation, read.by_ocr
        )
    except ValueError as error:  # Arrow's word for a reading that breaks the published schema: ours to mend
        raise ReaderCrashed(f"läsningen följer inte schemat: {str(error)[:200]}") from error
    what = Fate.INGESTED if is_new else Fate.REPLACED
    write_event(
        run.archive, run.at, what, sha256=sha256, file=file.source_uri, extractor=run.versions.extractors
    )
    return _outcome(file, what, sha256).with_reading(reading)


def _as_read(versions: Versions, reading: Reading) -> Versions:
    """Unfinished where a sheet could not be read for a reason that may pass:
    the next run then reads the document again.
    """
    told = (warning for sheet in reading.extraction.pages for warning in sheet.warnings)
    return replace(versions, is_unfinished=any(warning.is_passing for warning in told))


def _quarantined(run: Run, file: FoundFile, sha256: str, error: ParagrafError) -> Outcome:
    """Record why; of a document read before by older extractors,
    the older reading stands and nothing is recorded.
    """
    outcome = _outcome(file, Fate.QUARANTINED, sha256, code=error.code, says=error.says)
    write_event(
        run.archive, run.at, "not_read", sha256=sha256, file=file.source_uri, code=error.code, says=error.says
    )
    if read_arrival(run.archive, sha256) is None:
        record = Record(
            sha256=sha256,
            file_name=file.file_name,
            source_uri=file.source_uri,
            reason=error.code,
            says=error.says,
            first_seen=run.at,
            path=outcome.path,
            last_tried=run.at,
            tried_with=run.tried_with,
        )
        quarantine(run.archive, record)
    return outcome


def _not_opened(run: Run, path: Path, name: str, error: ParagrafError) -> Outcome:
    """No bytes, hence no sha256 and no row in quarantine; the log and the summary tell."""
    write_event(run.archive, run.at, "not_opened", file=legible(name), code=error.code, says=error.says)
    return Outcome(
        legible(name), Fate.NOT_OPENED, path=legible(str(path.absolute())), code=error.code, says=error.says
    )
