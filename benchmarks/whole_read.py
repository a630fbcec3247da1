"""What a sheet costs in a reader process: `read`, beside the same call in another checkout, taking turns.

    python -m benchmarks.whole_read [BASE] [PDF ...] [--rounds N]

BASE is the folder of another checkout; without it this one is timed alone. Without PDFs: the reference, one
report and one protocol of the shared folder, and our own sample whose tables need a second look. Milliseconds
of processor time a sheet, the median of the rounds: `read` is the whole, with corrections and proof, and
`reading` is `extract` alone, without a second look. What OCR makes of a sheet is not asked for twice.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PDFS = (
    "../shared/reference/*.pdf",
    "../shared/real/kalmar/*2023.pdf",
    "../shared/real-words/*2024-01-24.pdf",
    "samples/utdrag-budget/*.pdf",
    "samples/andra-lasning/*.pdf",
)


def serve() -> None:
    """Times each PDF that is named on the way in; runs with whichever packages stand first on the path."""
    from extractors.document import extract
    from flows.readers.one_document import read
    from schemas.document import Source

    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        pdf = path.read_bytes()
        source = Source(hashlib.sha256(pdf).hexdigest(), path.name)
        found, whole = _timed(lambda: read(pdf, source))  # noqa: B023 - called at once
        _, reading = _timed(lambda: extract(pdf, source))  # noqa: B023
        again = sum(table.engine != "paragraf" for table in found.extraction.tables)
        told = {"sheets": found.extraction.page_count, "again": again, "read": whole, "reading": reading}
        print(json.dumps(told), flush=True)


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    gc.collect()
    start = time.process_time()
    return work(), time.process_time() - start


@contextmanager
def timer(code: Path) -> Iterator[Callable[[Path], dict[str, float]]]:
    """Asks a process that reads with the checkout in `code`."""
    with subprocess.Popen(
        [sys.executable, "-P", __file__, "--serve"],
        env=os.environ | {"PYTHONPATH": str(code), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        cwd=code,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin and process.stdout
        ours, theirs = process.stdin, process.stdout

        def ask(pdf: Path) -> dict[str, float]:
            print(pdf, file=ours, flush=True)
            told: dict[str, float] = json.loads(theirs.readline())
            return told

        yield ask
        ours.close()


def measure(codes: Sequence[Path], pdf: Path, rounds: int) -> Iterator[str]:
    """A line for each checkout; a first round, not counted, loads what is imported."""
    taken: dict[Path, list[dict[str, float]]] = defaultdict(list)
    with ExitStack() as stack:
        timers = {code: stack.enter_context(timer(code)) for code in codes}
        for turn in range(rounds + 1):
            for code, ask in timers.items():
                told = ask(pdf)
                taken[code] += [told] if turn else []
    for code, each in taken.items():
        sheets, again = each[0]["sheets"], each[0]["again"]
        cost = {
            name: 1000 * median(one[name] for one in each) / max(1, sheets) for name in ("read", "reading")
        }
        yield (
            f"{pdf.name[:40]:40}  {code.name[:12]:12}  {sheets:3.0f} sheets, {again:.0f} tables read again  "
            f"read {cost['read']:7.2f}  reading {cost['reading']:7.2f} ms a sheet"
        )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("base", nargs="?", type=Path, help="another checkout's folder")
    asked.add_argument("pdf", nargs="*", type=Path)
    asked.add_argument("--rounds", type=int, default=5)
    given = asked.parse_args()
    codes = [*([given.base.resolve()] if given.base else []), ROOT]
    pdfs = given.pdf or [pdf for pattern in PDFS for pdf in sorted(ROOT.glob(pattern))]
    for pdf in pdfs:
        for line in measure(codes, pdf.resolve(), given.rounds):
            print(line, flush=True)


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["--serve"] else main()
