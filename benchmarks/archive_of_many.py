"""An archive of many documents, to measure against: pages, search and publishing at the size of years.

    python -m benchmarks.archive_of_many OUT [--documents 10000] [--read 200] [--seed 1] [--processes N]

Some protocols are made and read once, by the ordinary ingest, into OUT-read; a second call finds them there.
Each is then written again and again through the archive's own writer, as other documents: other ids,
municipalities, days, diary numbers and people, and a word that no other document has. Figures and most of the
wording are as often there as there are copies. The index of kin is written, but no pair is compared: copies
are all each other's kin. The same arguments give the same archive, whatever number of processes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import time as clock
from multiprocessing import get_context
from pathlib import Path

from archive.documents import keep_document, list_documents, read_document, read_original, versions_of
from archive.index import index_with, write_index
from archive.layout import Archive
from archive.lock import writing
from archive.release import publish
from archive.rows_to_things import row_to_check, row_to_duplicate, row_to_finding, tables_to_extraction
from archive.things_to_rows import Arrival
from benchmarks.corpus import SHARED
from benchmarks.other_document import Document, Original, other_document
from benchmarks.scores import ingest
from schemas.finding import Reconciliation

_NOON = clock(12, tzinfo=UTC)
_LINES = 20  # of progress
_PROVED = ("duplicates", "checks", "findings")
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Work:
    """One document read, and which of all documents are to be made of it, and as which copy."""

    read: Archive
    sha256: str
    archive: Archive
    copies: tuple[tuple[int, int], ...]
    seed: int


def make_archive(
    archive: Archive, read: Archive, documents: int, seed: int, processes: int = 1, say: Say = print
) -> None:
    """Fill the empty archive with that many documents made of those in `read`, and publish once."""
    started = time.perf_counter()
    with writing(archive):
        _write_all(list(_shared_out(archive, read, documents, seed)), processes, say)
        written = time.perf_counter()
        write_index(archive, index_with(archive, None, ()), None)
        indexed = time.perf_counter()
        publish(archive)
    published = time.perf_counter()
    say(
        f"{documents:,} documents: written in {written - started:.0f} s, "
        f"index of kin in {indexed - written:.0f} s, published in {published - indexed:.0f} s"
    )


def _shared_out(archive: Archive, read: Archive, documents: int, seed: int) -> Iterator[Work]:
    known = list_documents(read)
    for place, sha256 in enumerate(known):
        copies = tuple((number, number // len(known)) for number in range(place, documents, len(known)))
        yield Work(read, sha256, archive, copies, seed)


def _write_all(works: list[Work], processes: int, say: Say) -> None:
    started, done, of = time.perf_counter(), 0, sum(len(work.copies) for work in works)
    told = 0
    for written in _written(works, processes):
        done += written
        if done * _LINES // of > told:
            told = done * _LINES // of
            say(f"  {done:>7,} of {of:,} documents written, {time.perf_counter() - started:.0f} s")


def _written(works: list[Work], processes: int) -> Iterator[int]:
    """How many documents, a work at a time as they are done."""
    if processes == 1:
        yield from map(write_copies, works)
        return
    # not forked: Arrow has threads, and a fork would hold the archive's lock after its parent
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        for done in as_completed([pool.submit(write_copies, work) for work in works]):
            yield done.result()


def write_copies(work: Work) -> int:
    """Keep each; the archive is held by who gave the work out."""
    versions = versions_of(work.read, work.sha256)
    assert versions is not None, "what is worked on has been read"
    original = Original(kept_document(work.read, work.sha256))
    for number, copy in work.copies:
        other = other_document(original, number, work.seed, copy)
        source, day = other.reading.source, other.reading.meeting_date
        assert day is not None, "each is given a day"
        arrival = Arrival(source.file_name, source.source_uri, datetime.combine(day, _NOON))
        keep_document(work.archive, other.pdf, other.reading, arrival, versions, other.proved)
    return len(work.copies)


def kept_document(archive: Archive, sha256: str) -> Document:
    """As it is kept; what OCR saw besides its words is left out."""
    tables = read_document(archive, sha256)
    rows = {name: tables[name].to_pylist() if name in tables else [] for name in _PROVED}
    reading = tables_to_extraction(tables)
    proved = Reconciliation(
        reading.source.document_id,
        duplicates=tuple(map(row_to_duplicate, rows["duplicates"])),
        checks=tuple(map(row_to_check, rows["checks"])),
        findings=tuple(map(row_to_finding, rows["findings"])),
    )
    return Document(read_original(archive, sha256), reading, proved)


def read_protocols(make_scale: Path, folder: Path, count: int, seed: int, processes: int) -> Archive:
    """An archive of that many protocols, made and read where the folder does not hold them yet."""
    pdfs = folder / "pdf"
    if not _is_made(pdfs):
        command = [sys.executable, str(make_scale), str(count), str(seed), str(pdfs)]
        subprocess.run([*command, "--jobs", str(processes)], check=True)
    ingest(sorted(pdfs.glob("*.pdf")), folder / "archive", workers=processes)
    return Archive(folder / "archive")


def _is_made(pdfs: Path) -> bool:
    """The totals are written last."""
    manifest = pdfs / "manifest.jsonl"
    lines = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
    return bool(lines) and "totals" in json.loads(lines[-1])


def megabytes(folder: Path) -> float:
    """What the folder takes on disk, a file with several names once."""
    files = (path.stat() for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum({each.st_ino: each.st_blocks * 512 for each in files}.values()) / 1e6


def peak_megabytes() -> tuple[float, float]:
    """Of this process and of the largest of those that it started, reading among them."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, child = (resource.getrusage(who).ru_maxrss * 1024 / 1e6 for who in whose)
    return own, child


def main() -> int:
    given = _arguments()
    make_scale = given.shared / "measure" / "make_scale.py"
    if not make_scale.exists():
        print(f"{make_scale} is not here: there are no protocols to make many of.")
        return 2
    archive = Archive(given.out)
    if list_documents(archive):
        print(f"{given.out} holds documents already: name a folder that holds none.")
        return 2
    started = time.perf_counter()
    beside = given.out.with_name(f"{given.out.name}-read") / f"{given.read}-{given.seed}"
    read = read_protocols(make_scale.resolve(), beside, given.read, given.seed, given.processes)
    print(f"{given.read} protocols read, {time.perf_counter() - started:.0f} s", flush=True)
    make_archive(archive, read, given.documents, given.seed, given.processes)
    for name in ("documents", "index", "releases"):
        print(f"  {name}: {megabytes(archive.root / name):,.0f} MB on disk")
    own, child = peak_megabytes()
    print(f"  memory at most: {own:,.0f} MB, and {child:,.0f} MB in a process that writes or reads")
    return 0


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("out", type=Path, help="folder of the archive; empty, or not there")
    asked.add_argument("--documents", type=int, default=10_000)
    asked.add_argument("--read", type=int, default=200, help="how many protocols are made and read")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--shared", type=Path, default=SHARED, help="folder of measure/make_scale.py")
    return asked.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
