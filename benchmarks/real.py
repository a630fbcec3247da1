"""Real documents, where they lie beside the checkout:
the hand-made goldens, text layers judged, a scan and its text.

python -m benchmarks.real [SHARED]
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
from rapidfuzz import fuzz

from benchmarks.corpus import ROOT
from benchmarks.scores import ingest, score
from benchmarks.told import Told, run_alone

GOLDS = ROOT / "tests" / "real" / "gold"
MEASURES = ("facts", "cells", "units", "decisions", "people", "headings", "findings_precision", "quiet")
# goldens whose figures README sums up, by how their files' names begin
REPORTS = {"annual_reports": ("brf-", "redovisning-"), "year_end_report": ("simrishamn-",)}
# what the scan is compared in, and its name in results.md
NAMES_OF_SCAN = {
    "figures": "figures_f1",
    "with row": "rows_f1",
    "with row and column": "columns_f1",
    "with group, row and column": "facts_f1",
    "characters wrong": "characters_wrong",
}
Row = dict[str, Any]


def rows_of(release: Path, table: str) -> list[Row]:
    folder = release / table
    return ds.dataset(folder, partitioning="hive").to_table().to_pylist() if folder.exists() else []


def golds(shared: Path) -> Iterator[tuple[Path, Path]]:
    """Each golden with its PDF."""
    pdfs = {path.name: path for path in (shared / "real").rglob("*.pdf")}
    for gold in sorted(GOLDS.glob("*.gold.json")):
        pdf = pdfs.get(json.loads(gold.read_text())["document"]["file"])
        if pdf is not None:
            yield gold, pdf


def judged_layers(release: Path) -> tuple[int, int, int]:
    """Sheets whose layer lies or is not there, by our own labels: found, missed, and sound ones called so."""
    names = {row["document_id"]: row["file_name"] for row in rows_of(release, "documents")}
    judged = {
        (names[row["document_id"]], row["page"]): row["text_source"] for row in rows_of(release, "pages")
    }
    counts: Counter[str] = Counter()
    for name, labels in json.loads((GOLDS / "text_layers.json").read_text()).items():
        for page, label in labels.items():
            source = judged.get((name, int(page))) if page.isdigit() and label != "blank" else None
            if source is not None:
                wrong, told = label != "sound", source != "native"
                counts[
                    "found" if wrong and told else "missed" if wrong else "false" if told else "sound"
                ] += 1
    return counts["found"], counts["missed"], counts["false"]


def scan_against_text(release: Path) -> dict[str, float]:
    """F1 of the scan's facts against its text version's,
    and the share of wrong characters in what both print.
    """
    names = {row["document_id"]: row["file_name"] for row in rows_of(release, "documents")}
    ids = {
        ("scan" if "scan" in name else "text"): key for key, name in names.items() if "redovisning" in name
    }
    facts = {
        kind: [r for r in rows_of(release, "facts") if r["document_id"] == key] for kind, key in ids.items()
    }
    texts = {
        kind: [r for r in rows_of(release, "paragraphs") if r["document_id"] == key]
        for kind, key in ids.items()
    }
    if len(ids) < 2:
        return {}
    keys = {
        "figures": ("value",),
        "with row": ("row_label", "value"),
        "with row and column": ("row_label", "column_label", "value"),
        "with group, row and column": ("group_label", "row_label", "column_label", "value"),
    }
    found = {name: _f1(facts["scan"], facts["text"], columns) for name, columns in keys.items()}
    return found | {
        "characters wrong": _wrong([r["text"] for r in texts["text"]], [r["text"] for r in texts["scan"]])
    }


def _f1(one: list[Row], other: list[Row], columns: tuple[str, ...]) -> float:
    a, b = (Counter(tuple(row[column] for column in columns) for row in rows) for rows in (one, other))
    return 2 * (a & b).total() / (a.total() + b.total())


def _wrong(printed: list[str], read: list[str]) -> float:
    """Of the characters of paragraphs longer than 60 that the scan has too, those that differ."""
    pairs = [
        (text, max(read, key=lambda other: fuzz.ratio(text, other))) for text in printed if len(text) > 60
    ]
    pairs = [(text, other) for text, other in pairs if fuzz.ratio(text, other) > 80]
    return sum((1 - fuzz.ratio(a, b) / 100) * len(a) for a, b in pairs) / max(
        1, sum(len(a) for a, _ in pairs)
    )


def bench(told: Told, shared: Path) -> None:
    """A line a golden, then the text layers that were judged, and the scan against its text."""
    named = list(golds(shared))
    pdfs = {*(pdf for _, pdf in named), *(shared / "real" / "scan-pair").glob("*.pdf")}
    if not named:
        told.say("No real documents in the shared folder.")
        return
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        release = ingest(pdfs, Path(folder))
        seconds = time.perf_counter() - start
        looked = sum(row["text_source"] != "native" for row in rows_of(release, "pages"))
        told.say(f"{len(pdfs)} real documents in {seconds:.0f} s; {looked} sheets hold what OCR read")
        told.note(documents=len(pdfs), sheets_by_ocr=looked)
        _tell_goldens(told, named, release, shared / "measure" / "score.py")
        found, missed, false = judged_layers(release)
        told.say(f"Text layers: {found} of {found + missed} bad ones found, {false} sound ones taken for bad")
        told.note(layers_found=found, layers_bad=found + missed, layers_false=false)
        for name, value in scan_against_text(release).items():
            told.say(f"Scan against its text version, {name}: {value:.4f}")
            told.note(**{f"scan_{NAMES_OF_SCAN[name]}": value})


def _tell_goldens(told: Told, named: list[tuple[Path, Path]], release: Path, score_py: Path) -> None:
    figures: Counter[str] = Counter()
    for gold, _ in named:
        scores = score(release, gold, score_py)
        values = ", ".join(f"{name} {scores[name].value:.4f}" for name in MEASURES if name in scores)
        told.say(f"  {gold.name.removesuffix('.gold.json'):38} {values}")
        kind = next((kind for kind, begins in REPORTS.items() if gold.name.startswith(begins)), None)
        if kind and "facts" in scores:
            figures[f"{kind}_found"] += scores["facts"].found
            figures[f"{kind}_gold"] += scores["facts"].gold
    told.note(**figures)


if __name__ == "__main__":
    raise SystemExit(run_alone(bench))
