"""What a change of a rule gains and loses over the corpus, beside an earlier revision.

    python -m benchmarks.gains BASE [PDF ...] [--shared DIR] [--most N]

Without PDFs: every sample, and every PDF of the shared folder where it is there. What BASE read and the
working tree does not is marked "-", what only the working tree reads "+". Nothing is judged: that is for
whoever looks.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.corpus import ROOT, SHARED, find_pdfs

KINDS = ("facts", "headings", "paragraphs")
SHOWN = 160  # characters of an entry

Reading = dict[str, Any]


def read_with(code: Path, pdfs: list[Path]) -> dict[str, Reading]:
    """What the code in that folder reads from each PDF, by path;
    none for a file at which it dies and those after.
    """
    command = [
        sys.executable,
        "-P",
        str(ROOT / "benchmarks" / "reading.py"),
        *(str(pdf.resolve()) for pdf in pdfs),
    ]
    run = subprocess.run(
        command,
        cwd=code,
        env=os.environ | {"PYTHONPATH": str(code)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    readings = [json.loads(line) for line in run.stdout.splitlines()]
    return {reading["path"]: reading for reading in readings}


def unpack(revision: str, folder: Path) -> None:
    """The revision's files in the folder, without a trace in the repository."""
    packed = subprocess.run(["git", "archive", revision], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")


def compare(base: Reading, now: Reading, most: int) -> Iterator[str]:
    """Lines that say how the two readings of one file differ; none where they do not.

    >>> base = {"facts": ["a = 1", "b = 2"], "headings": [], "paragraphs": ["p"]}
    >>> list(compare(base, base | {"facts": ["a = 1", "b = 3"]}, 9))
    ['facts 2 → 2 (+1 −1)', '  − b = 2', '  + b = 3']
    """
    if "error" in base or "error" in now:
        if base.get("error") != now.get("error"):
            yield f"{base.get('error', 'read')} → {now.get('error', 'read')}"
        return
    for kind in KINDS:
        before: Counter[str] = Counter(base[kind])
        after: Counter[str] = Counter(now[kind])
        lost, gained = list((before - after).elements()), list((after - before).elements())
        if lost or gained:
            yield f"{kind} {before.total()} → {after.total()} (+{len(gained)} −{len(lost)})"
            yield from _entries("−", lost, most)
            yield from _entries("+", gained, most)


def _entries(sign: str, entries: list[str], most: int) -> Iterator[str]:
    for entry in entries[:most]:
        yield f"  {sign} {entry if len(entry) <= SHOWN else entry[: SHOWN - 1] + '…'}"
    if len(entries) > most:
        yield f"  {sign} and {len(entries) - most} more"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("base", help="revision to compare with, e.g. HEAD or main~3")
    asked.add_argument("pdf", nargs="*", type=Path)
    asked.add_argument("--shared", type=Path, default=SHARED)
    asked.add_argument("--most", type=int, default=8, help="entries shown of each kind, a document")
    given = asked.parse_args()
    pdfs = given.pdf or find_pdfs(given.shared)
    with tempfile.TemporaryDirectory() as folder:
        unpack(given.base, Path(folder))
        base = read_with(Path(folder), pdfs)
    _report(base, read_with(ROOT, pdfs), pdfs, given.most)
    return 0


def _report(base: dict[str, Reading], now: dict[str, Reading], pdfs: list[Path], most: int) -> None:
    died: Reading = {"error": "no answer"}
    same = 0
    for pdf in pdfs:
        key = str(pdf.resolve())
        lines = list(compare(base.get(key, died), now.get(key, died), most))
        same += not lines
        if lines:
            print("\n  ".join([pdf.name, *lines]))
    print(f"{len(pdfs)} documents, {same} read the same.")
    for kind in ("seconds", *KINDS):
        before, after = _sum(base, kind), _sum(now, kind)
        print(f"  {kind:12}{before:>10g} → {after:g}")


def _sum(readings: dict[str, Reading], kind: str) -> float:
    counts = (reading.get(kind, 0) for reading in readings.values())
    return round(sum(count if isinstance(count, float | int) else len(count) for count in counts), 2)


if __name__ == "__main__":
    raise SystemExit(main())
