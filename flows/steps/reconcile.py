"""The steps of a reconciliation of what the archive holds, the same ones with Prefect and without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from archive.corrections import read_ledger
from archive.documents import (
    Versions,
    keep_document,
    list_documents,
    read_arrival,
    read_original,
    versions_of,
)
from archive.events import write_event
from archive.lock import writing
from flows.readers.pool import Readers
from flows.steps.compare import DoAll, compare_with_archive
from flows.steps.ingest import Run, publish_release, read_and_keep
from flows.steps.outcomes import Compared
from flows.steps.stale_corrections import find_to_correct
from schemas.errors import ParagrafError


@dataclass(frozen=True, slots=True)
class Proved:
    """How many documents were proved anew and how many could not be, what was compared,
    and the release after it.
    """

    documents: int
    failed: int
    compared: Compared
    release: int
    is_new_release: bool


def reconcile_batch(run: Run, do_all: DoAll) -> Proved:
    """Hold what other reconcilers proved against itself and its kin, from the readings as kept, and publish.

    Documents whose corrections changed are read anew first.
    """
    with writing(run.archive):
        run = replace(run, ledger=read_ledger(run.archive))
        with Readers(run.limits, run.read, show_stderr=run.show_stderr) as readers:
            done = _correct(run, readers, do_all)
            outdated = find_outdated(run)
            prove = partial(prove_and_keep, run=run, readers=readers)
            done += list(do_all(outdated, _name, prove, readers.close)) if outdated else []
            compared = compare_with_archive(run.archive, run.at, readers, do_all)
        published = publish_release(run)
    return Proved(len(done), done.count(False), compared, published.number, published.is_new)


def _correct(run: Run, readers: Readers, do_all: DoAll) -> list[bool]:
    """Of each document whose corrections changed, whether it could be read anew."""
    files = list(find_to_correct(run.archive, run.ledger).values())
    read = partial(read_and_keep, run=run, readers=readers, listen=lambda *_: None)
    done = do_all(files, lambda file: file.source_uri, read, readers.close) if files else ()
    return [not outcome.has_failed for outcome in done]


def find_outdated(run: Run) -> Sequence[str]:
    """The documents that other reconcilers than today's proved."""
    documents = list_documents(run.archive)
    return [sha256 for sha256 in documents if _versions(run, sha256).reconcilers != run.versions.reconcilers]


def prove_and_keep(sha256: str, run: Run, readers: Readers) -> bool:
    """Whether it went well; else the document stays as it was, to be tried again by the next run."""
    from flows.readers.one_document import prove_again

    with readers.at_work():
        try:
            reading = readers.call(prove_again, str(run.archive.root.absolute()), sha256)
        except ParagrafError as error:
            write_event(run.archive, run.at, "not_proved", sha256=sha256, code=error.code, says=error.says)
            return False
        arrival = read_arrival(run.archive, sha256)
        assert arrival is not None, "a listed document has arrived"
        versions = replace(_versions(run, sha256), reconcilers=run.versions.reconcilers)
        original = read_original(run.archive, sha256)
        keep_document(run.archive, original, reading.extraction, arrival, versions, reading.reconciliation)
        write_event(run.archive, run.at, "proved", sha256=sha256, reconciler=run.versions.reconcilers)
    return True


def _versions(run: Run, sha256: str) -> Versions:
    return versions_of(run.archive, sha256) or Versions("")


def _name(sha256: str) -> str:
    return sha256[:16]
