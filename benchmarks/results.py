"""benchmarks/results.md: a chapter for each part that `make bench` measures, with its figures by name."""

from __future__ import annotations

import datetime
import os
import platform
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.told import Figure, Told

RESULTS = ROOT / "benchmarks" / "results.md"
HEAD = """# Results

Written by `make bench`, never by hand. `benchmarks/readme.py` says which of the figures README.md quotes,
and a test holds it to them.
"""
_PEERS = ("pypdfium2", "pdfplumber", "camelot-py")
_CHAPTER = re.compile(r"^## (\S+)$", re.M)
_FIGURE = re.compile(r"^\| `(\S+)` \| (\S+) \|$", re.M)


def chapter(part: str, told: Told, seconds: float) -> str:
    """A part's figures and lines, with the day and the machine they are of."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    packages = ", ".join(f"{name} {version(name)}" for name in _PEERS)
    return "\n".join(
        [
            f"{datetime.date.today()}, {machine}, Python {platform.python_version()}; {packages}. "
            f"Measured in {seconds:.0f} s.",
            "",
            "| figure | |",
            "|---|---:|",
            *(f"| `{part}.{name}` | {value} |" for name, value in told.figures.items()),
            "",
            "```",
            *told.lines,
            "```",
        ]
    )


def read_chapters(text: str) -> dict[str, str]:
    """What stands under each part's heading.

    >>> read_chapters("# Results\\n\\n## rows\\n\\nall\\n\\n## speed\\n\\nfast\\n")
    {'rows': 'all', 'speed': 'fast'}
    """
    _, *rest = _CHAPTER.split(text)
    return {name: body.strip() for name, body in zip(rest[::2], rest[1::2], strict=True)}


def write_chapters(chapters: Mapping[str, str], order: Iterable[str]) -> str:
    """The whole file; a chapter of a part that is measured no longer is left out."""
    parts = (f"## {name}\n\n{chapters[name]}\n" for name in order if name in chapters)
    return "\n".join([HEAD, *parts])


def read_figures(text: str) -> dict[str, Figure]:
    """The figures of every chapter by name.

    >>> read_figures("| `rows.exact` | 126 |\\n| `reference.facts` | 0.9985 |\\n")
    {'rows.exact': 126, 'reference.facts': 0.9985}
    """
    return {name: float(value) if "." in value else int(value) for name, value in _FIGURE.findall(text)}


def read_results(path: Path = RESULTS) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
