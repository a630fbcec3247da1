"""The measures of the shared score.py, on a release made by the command a user runs."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import ROOT, Measured

# what the reference must reach
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
    "duplicates": 1.0,
    "duplicate_relation": 1.0,
    "findings_recall": 0.96,  # one of its thirty disagreements is not told
    "findings_precision": 1.0,
    "checks_hold": 0.98,
    "facts_verified": 0.79,  # a fifth of its figures stand in no sum or other identity
}
_LINE = re.compile(r"^(\w+) +([\d.]+) +(\d+) of (\d+) gold, (\d+) given$", re.M)


class Score(NamedTuple):
    """A measure, 0 to 1, and what it was counted from."""

    value: float
    found: int
    gold: int
    given: int


Scores = dict[str, Score]


def score_all(measured: list[Measured], score_py: Path) -> dict[str, Scores]:
    """Each document's measures, 0 to 1, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        release = ingest([each.pdf for each in measured], Path(folder))
        return {each.pdf.name: score(release, each.gold_file, score_py) for each in measured}


def ingest(pdfs: Iterable[Path], archive: Path, workers: int | None = None) -> Path:
    """The release of an archive that holds the PDFs, read by so many at a time, else one a core."""
    files = sorted({str(pdf.resolve()) for pdf in pdfs})
    command = [sys.executable, "-m", "app.cli", "ingest", "--direct", "--archive", str(archive), *files]
    command += ["--workers", str(workers)] if workers else []
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return archive / "release"


def score(release: Path, gold: Path, score_py: Path, file_name: str | None = None) -> Scores:
    """The measures of one document; `file_name` where it is another copy of the one that the gold names."""
    copy = ["--file", file_name] if file_name else []
    command = [sys.executable, str(score_py), str(release), str(gold), *copy]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return read_scores(told.stdout)


def read_scores(printed: str) -> Scores:
    """What score.py prints, a line a measure.

    >>> read_scores("facts                0.9985  650 of 651 gold, 651 given\\n")
    {'facts': Score(value=0.9985, found=650, gold=651, given=651)}
    """
    return {
        name: Score(float(value), int(found), int(gold), int(given))
        for name, value, found, gold, given in _LINE.findall(printed)
    }


def short_of(scores: Scores) -> list[str]:
    """The measures that fall short of what the reference must reach.

    >>> short_of({"facts": Score(0.9985, 650, 651, 651), "text": Score(0.9991, 1, 1, 1)})
    ['facts 0.9985 < 1.0']
    """
    return [
        f"{name} {scores[name].value} < {least}"
        for name, least in LEAST.items()
        if name in scores and scores[name].value < least
    ]
