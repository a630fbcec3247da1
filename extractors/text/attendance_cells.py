"""Attendance lists in ruled rows whose labels stand in the middle of their height: each label is taken to
the first line of its row.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from extractors.pages.lines import Run
from extractors.text.attendance_columns import SAME_PLACE, Share
from extractors.text.attendance_labels import Listed, label_role
from schemas.page import Page
from schemas.place import box_around

WIDE = 0.4  # of the sheet's width: a line that parts rows
TALLEST = 0.5  # of the sheet's height: a row of a list


def level_labels(lines: Sequence[Listed]) -> list[Listed]:
    """The lines, where a row between two drawn lines has its label not on its first line: the label's lines
    beside the first lines of what it introduces.
    """
    drawn: dict[int, list[float]] = {}

    def row_of(line: Listed) -> tuple[int, int]:
        page = line.page
        if page.number not in drawn:
            drawn[page.number] = _heights(page, [each for each in lines if each.page is page])
        heights = drawn[page.number]
        at = bisect(heights, line.box.middle)
        closed = 0 < at < len(heights) and heights[at] - heights[at - 1] < TALLEST * page.height
        return page.number, at if closed else -1

    levelled: list[Listed] = []
    for (_, at), row in groupby(lines, row_of):
        held = list(row)
        levelled += _levelled(held) if at > 0 else held
    return levelled


def _heights(page: Page, lines: Sequence[Listed]) -> list[float]:
    """Heights of the lines drawn across the sheet from where the text between them begins, those of cells
    side by side as one; a line to sign on begins farther in.
    """
    level: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for rule in page.rules:
        if rule.is_horizontal:
            level[round(rule.box.middle)].append((rule.box.x0, rule.box.x1))
    wide = {y: min(spans)[0] for y, spans in level.items() if _covered(spans) > WIDE * page.width}
    if not wide:
        return []
    top, bottom = min(wide), max(wide)
    inside = [line.box.x0 for line in lines if top < line.box.middle < bottom]
    return [float(y) for y, x0 in sorted(wide.items()) if inside and x0 < min(inside) + SAME_PLACE]


def _covered(spans: Sequence[tuple[float, float]]) -> float:
    """How many points across the spans cover together."""
    covered, end = 0.0, float("-inf")
    for x0, x1 in sorted(spans):
        covered += max(0.0, x1 - max(x0, end))
        end = max(end, x1)
    return covered


def _levelled(row: Sequence[Listed]) -> Sequence[Listed]:
    """The row, its label beside its first lines where it stood farther down."""
    left = min(run.box.x0 for line in row for run in line.runs)
    labels = [run for line in row for run in line.runs if run.box.x0 - left < SAME_PLACE]
    others = [tuple(run for run in line.runs if run.box.x0 - left >= SAME_PLACE) for line in row]
    others = [runs for runs in others if runs]
    if not others or row[0].runs[0] in labels or not _is_one_label(labels):
        return row
    if max(run.box.x1 for run in labels) >= min(run.box.x0 for runs in others for run in runs):
        return row
    return list(_beside(labels, others, row[0].page))


def _is_one_label(labels: Sequence[Run]) -> bool:
    """True for a label that we know, over several lines perhaps."""
    first, *more = labels
    return label_role(first.text)[0] and all(run.text[0].islower() for run in more)


def _beside(labels: Sequence[Run], others: Sequence[tuple[Run, ...]], page: Page) -> Iterator[Listed]:
    for label, runs in zip_longest(labels, others):
        held = (*((label,) if label else ()), *(runs or ()))
        box = box_around(run.box for run in runs or held)
        if box is not None:
            yield Share(page, held, box)
