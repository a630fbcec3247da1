"""The measures of the shared score.py, on a release made by the command a user runs."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import ROOT, Measured

# what the reference must reach once read; what reconciliation adds (duplicates, findings, checks) is not held
# to yet
LEAST = {
    "parts": 1.0,
    "decisions": 1.0,
    "decision_text": 1.0,
    "protocol_notes": 1.0,
    "not_participating": 1.0,
    "people": 0.95,
    "headings": 0.98,
    "text": 0.997,
    "facts": 1.0,
    "fact_page": 1.0,
    "cells": 1.0,
    "units": 1.0,
    "amounts": 0.98,
    "percentages": 1.0,
}


def score_all(measured: list[Measured], score_py: Path) -> dict[str, dict[str, float]]:
    """Each document's measures, 0 to 1, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        release = ingest([each.pdf for each in measured], Path(folder))
        return {each.pdf.name: score(release, each.gold_file, score_py) for each in measured}


def ingest(pdfs: Iterable[Path], archive: Path) -> Path:
    """The release of an archive that holds the PDFs."""
    files = sorted({str(pdf.resolve()) for pdf in pdfs})
    command = [sys.executable, "-m", "app.cli", "ingest", "--direct", "--archive", str(archive), *files]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return archive / "release"


def score(release: Path, gold: Path, score_py: Path, file_name: str | None = None) -> dict[str, float]:
    """The measures of one document; `file_name` where it is another copy of the one that the gold names."""
    copy = ["--file", file_name] if file_name else []
    command = [sys.executable, str(score_py), str(release), str(gold), "--json", *copy]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: dict[str, float] = json.loads(told.stdout)
    return scores


def short_of(scores: dict[str, float]) -> list[str]:
    """The measures that fall short of what the reference must reach.

    >>> short_of({"facts": 0.9985, "text": 0.9991, "duplicates": 0.0})
    ['facts 0.9985 < 1.0']
    """
    return [
        f"{name} {scores[name]} < {least}" for name, least in LEAST.items() if scores.get(name, least) < least
    ]
