"""Sheets whose printed numbers count up to a total: "Sida 3 (12)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.document import Sheet

_OF_TOTAL = re.compile(r"(\d{1,4})\s*(?:\(\s*(\d{1,4})\s*\)|/\s*(\d{1,4})|\bav\s+(\d{1,4}))", re.IGNORECASE)
_FEWEST = 2  # sheets


@dataclass(frozen=True, slots=True)
class PageRun:
    """Sheets one after the other that print one total; `first` and `last` are the numbers they print."""

    first: int
    last: int
    total: int
    sheets: int

    @property
    def asked(self) -> int:
        """How many sheets there must be: all to the total where the run begins with 1."""
        return self.total if self.first == 1 else self.last - self.first + 1

    @property
    def holds(self) -> bool:
        return self.sheets == self.asked and self.last <= self.total


def find_page_runs(sheets: Sequence[Sheet]) -> list[PageRun]:
    """The runs of two sheets or more; sheets without a number, between two with one or behind the last, count
    as theirs up to the total.
    """
    runs: list[list[tuple[int, int, int]]] = []  # place in the file, number, total
    for place, sheet in enumerate(sheets):
        match = _OF_TOTAL.search(sheet.printed_page or "")
        if match is None:
            continue
        number, total = int(match[1]), int(match[2] or match[3] or match[4])
        last = runs[-1][-1] if runs else None
        if last and last[2] == total and number > last[1]:
            runs[-1].append((place, number, total))
        else:
            runs.append([(place, number, total)])
    ends = [*(run[0][0] for run in runs[1:]), len(sheets)][: len(runs)]
    return [_page_run(run, end) for run, end in zip(runs, ends, strict=True) if len(run) >= _FEWEST]


def _page_run(run: list[tuple[int, int, int]], end: int) -> PageRun:
    (start, first, total), (stop, last, _) = run[0], run[-1]
    behind = min(max(total - last, 0), end - stop - 1)
    return PageRun(first, last + behind, total, stop - start + 1 + behind)
