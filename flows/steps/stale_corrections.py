"""Which documents' corrections changed since they were read, and how all of them stand."""

from __future__ import annotations

from collections import Counter

from archive.corrections import Ledger
from archive.documents import list_changed, original_path, read_arrival, versions_of
from archive.layout import Archive
from archive.release import read_rows_of
from flows.steps.files import FoundFile
from flows.steps.outcomes import Corrections


def find_to_correct(archive: Archive, ledger: Ledger) -> dict[str, FoundFile]:
    """By sha256, the kept originals of documents that were read with other corrections than stand now.

    Only documents that have corrections or had some are looked at: the cost does not grow with the archive.
    """
    if ledger.is_broken:
        return {}
    had_some = read_rows_of(archive, "corrections", ["document_id"])["document_id"].to_pylist()
    unpublished = (sha256[:16] for sha256 in list_changed(archive))
    files = {}
    for document_id in sorted({*ledger.by_document, *had_some, *unpublished}):
        for sha256 in sorted(_kept(archive, document_id)):
            versions, arrival = versions_of(archive, sha256), read_arrival(archive, sha256)
            if versions and arrival and versions.corrections != ledger.fingerprint(sha256):
                name = arrival.source_uri or arrival.file_name
                files[sha256] = FoundFile(arrival.file_name, name, original_path(archive, sha256))
    return files


def standing_corrections(archive: Archive, ledger: Ledger) -> Corrections:
    """As the current release has them; lines about documents that are not here are told too."""
    states = Counter(read_rows_of(archive, "corrections", ["state"])["state"].to_pylist())
    unknown = [
        (ledger.lines[correction.correction_id], f"inget dokument i arkivet har id {document_id}")
        for document_id, corrections in ledger.by_document.items()
        if not _kept(archive, document_id)
        for correction in corrections
    ]
    problems = sorted([*((problem.line, problem.says) for problem in ledger.problems), *unknown])
    return Corrections(states, tuple(f"rad {line}: {says}" for line, says in problems))


def _kept(archive: Archive, document_id: str) -> list[str]:
    return [folder.name for folder in (archive.documents / document_id[:2]).glob(f"{document_id}*")]
