"""What a measurement says: lines for whoever reads, figures by name for whoever quotes, limits that broke."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import SHARED

Figure = int | float


def run_alone(bench: Callable[[Told, Path], None]) -> int:
    """A part by itself, from the command line: the shared folder may be named. 1 where a limit is broken."""
    told = Told()
    bench(told, Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
    return 1 if told.broken else 0


class Told:
    """Lines printed and kept, figures under names that do not change, and the limits found broken."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.figures: dict[str, Figure] = {}
        self.broken: list[str] = []

    def say(self, line: str = "") -> None:
        print(line, flush=True)
        self.lines.append(line)

    def note(self, **figures: Figure) -> None:
        """Figures by name; the part of the benchmark that measures them is put before it in results.md."""
        self.figures |= {name: round(value, 4) for name, value in figures.items()}

    def break_limit(self, what: str) -> None:
        self.broken.append(what)
        self.say(f"  BROKEN: {what}")
