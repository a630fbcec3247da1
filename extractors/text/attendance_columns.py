"""Attendance lists in two columns, members left and substitutes right: each column read by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.lines import Run
from extractors.text.attendance_labels import Listed, find_first_name, label_role
from schemas.page import Page
from schemas.place import Box, box_around

SAME_PLACE = 3.0  # points across
FEWEST_LABELS = 2  # of a second column of labels
NEAR = 1.6  # line heights: the names of one list stand no farther apart


@dataclass(frozen=True, slots=True)
class Share:
    """A line's share in one column, or row, of the list."""

    page: Page
    runs: tuple[Run, ...]
    box: Box


def columns_of(lines: Sequence[Listed]) -> list[list[Listed]]:
    """The lines, parted where a second column has labels over names of its own, as the first has."""
    starts = Counter(
        round(run.box.x0)
        for line in lines
        for run in line.runs
        if run.box.x0 > line.page.width / 3 and _heads_names(run, lines)
    )
    for start in (start for start, count in starts.most_common() if count >= FEWEST_LABELS):
        level = [
            n for n, line in enumerate(lines) if any(abs(r.box.x0 - start) < SAME_PLACE for r in line.runs)
        ]
        last = _last_left(lines, level[-1], start)
        inside = lines[level[0] : last + 1]
        crossed = any(run.box.x0 < start - SAME_PLACE < run.box.x1 for line in inside for run in line.runs)
        left, right = (
            [share for line in inside if (share := _share(line, start, is_left))] for is_left in (True, False)
        )
        heads = [run for share in left for run in share.runs if _heads_names(run, left)]
        if heads and not crossed:
            return [list(lines[: level[0]]), left, right, list(lines[last + 1 :])]
    return [list(lines)]


def _last_left(lines: Sequence[Listed], last: int, start: float) -> int:
    """The last of the lines close below that go on in the first column."""
    while last + 1 < len(lines):
        above, below = lines[last].box, lines[last + 1].box
        if below.top - above.bottom > NEAR * below.height or below.x1 > start - SAME_PLACE:
            break
        last += 1
    return last


def _heads_names(run: Run, lines: Sequence[Listed]) -> bool:
    """True for a label without a name, over a name that begins where it does."""
    if not label_role(run.text)[0] or find_first_name(run.text):
        return False
    below = [r for line in lines for r in line.runs if 0 < r.box.top - run.box.top < 4 * run.box.height]
    return any(abs(r.box.x0 - run.box.x0) < SAME_PLACE and find_first_name(r.text) for r in below)


def _share(line: Listed, start: float, is_left: bool) -> Listed | None:
    runs = tuple(run for run in line.runs if (run.box.x0 < start - SAME_PLACE) is is_left)
    box = box_around(run.box for run in runs)
    return Share(line.page, runs, box) if box is not None else None
