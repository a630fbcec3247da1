"""Do the rules hold on layouts they were not tuned on? Both sides of the corpus, measure by measure.

    python -m benchmarks.generalise [--shared DIR] [--processes N]

Documents of the families LEFT_OUT are not looked at while rules are made. A measure that stands more than
APART lower there is a rule that fits what it saw, and is marked. Measured with the shared folder's own
`measure/score.py`, native text only; second looks, OCR and findings are left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from archive.things_to_rows import Arrival, extraction_to_tables
from benchmarks.corpus import SHARED, source_of
from extractors.document import extract

LEFT_OUT = (("engine", "libreoffice"),)
APART = 0.02
MEASURES = (
    "facts", "cells", "units", "amounts", "percentages", "parts", "decisions", "decision_text", "votes",
    "reservations", "people", "headings", "text",
)  # fmt: skip
Counts = tuple[int, int, int]  # hits, of the gold, told


@dataclass(frozen=True)
class Told:
    """One reading, with what the shared scorer asks of a release."""

    tables: Mapping[str, list[dict[str, Any]]]
    doc: Mapping[str, Any]

    def of_doc(self, table: str) -> list[dict[str, Any]]:
        return self.tables.get(table, [])

    rows = of_doc


def is_left_out(families: Mapping[str, Any]) -> bool:
    """True for a document that rules are not tuned on.

    >>> is_left_out({"engine": "libreoffice"}), is_left_out({"engine": "chromium"})
    (True, False)
    """
    return any(families.get(dimension) == option for dimension, option in LEFT_OUT)


def share(counts: Iterable[Counts]) -> float:
    """Hits among what is asked and told, of all documents together (F1); 1 where there is nothing.

    >>> share([(8, 10, 8), (2, 2, 4)])
    0.8333333333333334
    """
    hits, asked, told = (sum(each) for each in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return 2 * hits / (asked + told) if asked + told else 1.0


def measure(pdf: Path, shared: Path) -> tuple[bool, dict[str, Counts]]:
    """Whether the document is left out, and its counts by measure."""
    gold = json.loads(pdf.with_name(f"{pdf.stem}.gold.json").read_text(encoding="utf-8"))
    data = pdf.read_bytes()
    read = extract(data, source_of(data, pdf), most_by_ocr=0)
    arrow = extraction_to_tables(read, Arrival(pdf.name, "", datetime.now(UTC)), "")
    tables = {name: table.to_pylist() for name, table in arrow.items()}
    scores = _scorer(shared).measure(Told(tables, tables["documents"][0]), gold)
    return is_left_out(gold["families"]), {name: tuple(score[1:4]) for name, score in scores.items()}


@cache
def _scorer(shared: Path) -> ModuleType:
    found = importlib.util.spec_from_file_location("score", shared / "measure" / "score.py")
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--shared", type=Path, default=SHARED)
    asked.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = asked.parse_args()
    pdfs = sorted((given.shared / "corpus").glob("*.pdf"))
    if not pdfs:
        print(f"{given.shared / 'corpus'} is not here: there is nothing to measure.")
        return 1
    with ProcessPoolExecutor(given.processes) as pool:
        found = list(pool.map(measure, pdfs, [given.shared] * len(pdfs), chunksize=4))
    _report(found)
    return 0


def _report(found: list[tuple[bool, dict[str, Counts]]]) -> None:
    sides: dict[bool, dict[str, list[Counts]]] = {False: defaultdict(list), True: defaultdict(list)}
    for left_out, counts in found:
        for name, count in counts.items():
            sides[left_out][name].append(count)
    n_out = sum(left_out for left_out, _ in found)
    families = ", ".join(f"{dimension} {option}" for dimension, option in LEFT_OUT)
    print(f"{len(found) - n_out} documents used, {n_out} left out ({families})")
    print(f"{'':16}{'used':>8}{'left out':>10}{'apart':>8}")
    for name in MEASURES:
        used, out = (share(sides[side][name]) for side in (False, True))
        print(f"{name:16}{used:8.4f}{out:10.4f}{out - used:8.4f}{'  !' * (used - out > APART)}")


if __name__ == "__main__":
    raise SystemExit(main())
