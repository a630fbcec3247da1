"""Sheets set in columns of text, or with framed tables side by side: their lines taken column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.pages.charts_apart import gutter_beside_chart
from extractors.pages.framed_apart import (
    gutter_between_frames,
    gutter_between_rules,
    gutter_between_twins,
)
from extractors.pages.frames import Frame, find_frames
from extractors.pages.lines import Line, find_lines
from schemas.page import Page, Rule, Word
from swedish.numbers.shapes import looks_like_figure

LEAST_LINES = 4  # of prose that each of two columns has, side by side
LEAST_WORDS = 4  # of a line of prose in a column
FLUSH = 1.5  # points: lines of one column begin this near to each other
GUTTER = 8.0  # points of white between two columns, at least
NARROWEST = 0.18  # of the width of what is parted: no column is narrower
FULL = 0.5  # of its column: how wide most lines of prose are
PADDED = 12.0  # points that a table's labels are indented in a column, at most
PAUSE = 36.0  # points of white across both columns, beyond which they have ended or not begun
MOST_COLUMNS = 3


def find_reading_order(page: Page) -> list[Line]:
    """The sheet's lines as they are read: where columns of prose, or tables each in its frame, stand side by
    side, the left one first.

    What stands across them, and what stands above and below them, keeps its place.
    """
    frames = find_frames(page) if page.rules else []
    return _in_order(page, find_lines(page), MOST_COLUMNS, frames)


def _in_order(page: Page, lines: list[Line], most: int, frames: Sequence[Frame]) -> list[Line]:
    parted = (
        gutter_between_frames(page, lines, frames)
        or gutter_between_rules(page, lines)
        or gutter_between_twins(page, lines)
    )
    stretch = _Stretch(*parted) if parted else _side_by_side(page, lines) if most > 1 else None
    if stretch is None and (parted := gutter_beside_chart(page, lines)):
        stretch = _Stretch(*parted)
    if stretch is None:
        return lines
    inside = lines[stretch.first : stretch.last + 1]
    words = [word for line in inside for word in line.words]
    ordered = lines[: stretch.first]
    for column in (
        [word for word in words if word.box.centre < stretch.gutter],
        [word for word in words if word.box.centre >= stretch.gutter],
    ):
        part = replace(page, words=tuple(column))
        within = _in_order(part, find_lines(part), most if parted else most - 1, frames)
        ordered += [replace(line, page=page) for line in within]
    return ordered + _in_order(page, lines[stretch.last + 1 :], most, frames)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines `first` to `last`, through which a gap runs down the sheet at `gutter`."""

    gutter: float
    first: int
    last: int


def _side_by_side(page: Page, lines: Sequence[Line]) -> _Stretch | None:
    """The first stretch of lines that holds two columns of prose.

    A table has gaps too: it takes prose on both sides of the gap, several lines that nearly fill their
    column, to make columns of text; and no rule is drawn across it. Beside prose a table or a list of its own
    may stand: lines that begin flush and keep to no row of the prose.
    """
    for start in _column_edges(lines):
        for first, last in _uncrossed(lines, page.rules, start):
            inside = lines[first : last + 1]
            words = [word for line in inside for word in line.words]
            left = [word for word in words if word.box.centre < start - GUTTER / 2]
            right = [word for word in words if word.box.centre >= start - GUTTER / 2]
            if _is_prose(page, left, start) and (
                _is_prose(page, right, None) or _keeps_no_row(page, left, right, start)
            ):
                return _trimmed(page, lines, _Stretch(start - GUTTER / 2, first, last), left, right)
    return None


def _column_edges(lines: Sequence[Line]) -> list[float]:
    """Places where a second run of several lines begins, the most frequent first: columns are set flush."""
    if len(lines) < LEAST_LINES:
        return []
    left, right = min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)
    margin = NARROWEST * (right - left)
    starts = [
        run.box.x0
        for line in lines
        for run in line.runs
        if left + margin < run.box.x0 < right - margin and not looks_like_figure(run.text)
    ]
    counted = Counter(map(round, starts))
    often = [edge for edge, count in counted.most_common(3) if count >= LEAST_LINES]
    return [min(start for start in starts if edge - PADDED < start < edge + 1) for edge in often]


def _uncrossed(lines: Sequence[Line], rules: Sequence[Rule], start: float) -> list[tuple[int, int]]:
    """Stretches of lines, by index, that neither a word nor a rule crosses just left of the place."""
    gap = start - GUTTER
    drawn = [r.box for r in rules if not r.is_vertical and r.box.x0 < gap and r.box.x1 > start + GUTTER]
    stretches: list[tuple[int, int]] = []
    begun: int | None = None
    before: Line | None = None
    for index, line in enumerate(lines):
        crossed = any(word.box.x0 < start - FLUSH and word.box.x1 > gap for word in line.words)
        ruled = before is not None and any(before.box.middle < box.middle < line.box.middle for box in drawn)
        if begun is not None and (crossed or ruled):
            stretches.append((begun, index - 1))
            begun = None
        if not crossed and begun is None:
            begun = index
        before = line
    if begun is not None:
        stretches.append((begun, len(lines) - 1))
    return stretches


def _is_prose(page: Page, words: Sequence[Word], end: float | None) -> bool:
    """True where several lines of a column are running text that fills it."""
    if len(words) < LEAST_LINES * LEAST_WORDS:
        return False
    lines = find_lines(replace(page, words=tuple(words)))
    prose = [line for line in lines if _is_running(line)]
    if len(prose) < LEAST_LINES:
        return False
    left = min(line.box.x0 for line in prose)
    right = end - GUTTER if end is not None else max(line.box.x1 for line in prose)
    full = [line for line in prose if line.box.x1 - left > FULL * (right - left)]
    return 2 * len(full) >= len(prose)


def _keeps_no_row(page: Page, left: Sequence[Word], right: Sequence[Word], start: float) -> bool:
    """True where lines on the right begin flush and stand at heights of their own."""
    prose, other = (find_lines(replace(page, words=tuple(words))) for words in (left, right))
    flush = [line for line in other if start - FLUSH < line.box.x0 < start + PADDED]
    apart = [
        line
        for line in flush
        if all(abs(line.box.middle - beside.box.middle) > FLUSH for beside in prose)
        and any(beside.box.top < line.box.bottom and line.box.top < beside.box.bottom for beside in prose)
    ]
    return len(flush) > LEAST_LINES and 2 * len(flush) > len(other) and len(apart) > 1


def _is_running(line: Line) -> bool:
    """True for a line of several words in ordinary spaces, most of them small."""
    small = sum(word.text[:1].islower() for word in line.words)
    longest = max(len(run.words) for run in line.runs)
    return longest >= LEAST_WORDS and 2 * small >= len(line.words)


def _trimmed(
    page: Page, lines: Sequence[Line], stretch: _Stretch, left: Sequence[Word], right: Sequence[Word]
) -> _Stretch:
    """The stretch without what stands apart from the columns above and below: heads and feet of the sheet."""
    columns = [find_lines(replace(page, words=tuple(words))) for words in (left, right)]
    prose = [line.box for column in columns for line in column if _is_running(line)]
    top, bottom = min(box.top for box in prose), max(box.bottom for box in prose)
    inside = range(stretch.first, stretch.last + 1)
    core = [index for index in inside if lines[index].box.bottom > top and lines[index].box.top < bottom]
    first, last = core[0], core[-1]
    for above, below in pairwise(range(core[0], stretch.first - 1, -1)):
        if lines[above].box.top - lines[below].box.bottom > PAUSE:
            break
        first = below
    for above, below in pairwise(range(core[-1], stretch.last + 1)):
        if lines[below].box.top - lines[above].box.bottom > PAUSE:
            break
        last = below
    return _Stretch(stretch.gutter, first, last)
