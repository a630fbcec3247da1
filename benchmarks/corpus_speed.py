"""What reading costs over the shared corpus and on three real kinds of paper, beside PDFium's plain text.

    python -m benchmarks.corpus_speed [SHARED]

Processor time in one process: `extract` reads, `read` reads with second looks and proves. Then documents a
minute through `ingest` with two workers, clock time, start and release included.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.corpus import source_of
from benchmarks.scores import ingest
from benchmarks.speed import plain_text
from benchmarks.told import Told, run_alone
from extractors.document import extract
from flows.readers.one_document import read

MOST_TIMES_READ = 15.0  # of plain text, over the corpus
AIM_TIMES_EXTRACT = 6.0  # of plain text, on each kind of paper
KINDS = {
    "reference": "reference/*.pdf",
    "report": "real/kalmar/*2023.pdf",
    "protocol": "real-words/*2024-01-24.pdf",
}
ROUNDS = 5


def processor_seconds(work: Callable[[], object], rounds: int) -> float:
    """The median of the rounds, each after a collection of garbage."""
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


def costs(path: Path, rounds: int) -> dict[str, float]:
    """Seconds of processor time for the whole file by what is done with it; `sheets` is how many it has."""
    pdf = path.read_bytes()
    source = source_of(pdf, path)
    sheets = extract(pdf, source).page_count  # a first call, not counted, loads what is imported
    works: dict[str, Callable[[], object]] = {
        "plain": lambda: plain_text(pdf),
        "extract": lambda: extract(pdf, source),
        "read": lambda: read(pdf, source),
    }
    return {"sheets": sheets, **{name: processor_seconds(work, rounds) for name, work in works.items()}}


def bench(told: Told, shared: Path) -> None:
    """A line a kind of paper, one for the corpus, and documents a minute; the whole reading has a limit."""
    told.say("Processor time in one process, as times PDFium's plain text of the same file")
    for kind, pattern in KINDS.items():
        paths = sorted(shared.glob(pattern))[:1]
        if paths:
            _say(told, kind, [costs(paths[0], ROUNDS)])
    corpus = sorted((shared / "corpus").glob("*.pdf"))
    if not corpus:
        told.say("No corpus in the shared folder: its reading is not timed.")
        return
    times = _say(told, "corpus", [costs(path, 1) for path in corpus])
    if times > MOST_TIMES_READ:
        told.break_limit(
            f"read takes {times:.1f} times plain text over the corpus, more than {MOST_TIMES_READ:g}"
        )
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        ingest(corpus, Path(folder) / "archive", workers=2)
    minutes = (time.perf_counter() - start) / 60
    told.say(
        f"  ingest, 2 workers: {len(corpus) / minutes:.0f} documents a minute "
        f"({len(corpus)} in {60 * minutes:.0f} s)"
    )
    told.note(documents_a_minute=len(corpus) / minutes)


def _say(told: Told, name: str, each: Sequence[dict[str, float]]) -> float:
    """The line and the figures; gives how many times plain text the whole reading takes."""
    whole = {what: sum(one[what] for one in each) for what in each[0]}
    extracted, proved = whole["extract"] / whole["plain"], whole["read"] / whole["plain"]
    told.say(
        f"  {name:12}{whole['sheets']:>6.0f} sheets"
        f"{1000 * whole['plain'] / whole['sheets']:>8.2f} ms plain text"
        f"{extracted:>7.1f} times extract (aim {AIM_TIMES_EXTRACT:g}){proved:>7.1f} times read"
        f"{1000 * whole['read'] / whole['sheets']:>8.1f} ms a sheet"
    )
    told.note(**{f"{name}_extract_times": extracted, f"{name}_read_times": proved})
    return proved


if __name__ == "__main__":
    raise SystemExit(run_alone(bench))
