"""Tables, and charts in frames, that stand side by side on a sheet: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from extractors.pages.frames import Frame
from extractors.pages.lines import Line, find_lines
from schemas.page import Page, Word
from swedish.numbers.shapes import looks_like_figure

WHITE = 8.0  # points between two frames, at least: cells drawn apart stand closer
LEAST_ROWS = 2  # that begin with a label of their own, in each
LOWEST = 30.0  # points: a stripe or a heading's box is no frame of a table
BESIDE = 0.5  # of the lower frame's height: they share so much of the sheet
ABOVE = 2.6  # line heights: titles and headers over the frames stand no farther up


def gutter_between_frames(
    page: Page, lines: Sequence[Line], frames: Sequence[Frame]
) -> tuple[float, int, int] | None:
    """(place across in points, first line, last line) of the first white strip between two frames beside each
    other that each have rows with labels of their own; None where there is none.

    The second half of one table has figures and no labels: what stands on one line there is one row.
    """
    boxes = sorted((f for f in frames if f.bottom - f.top > LOWEST and f.is_box), key=lambda f: (f.top, f.x0))
    beside = [(a, b) for a, b in permutations(boxes, 2) if b.x0 - a.x1 >= WHITE and _are_beside(a, b)]
    for left, right in sorted(
        beside, key=lambda pair: (min(each.top for each in pair), pair[0].x0, pair[1].x0)
    ):
        gutter = (left.x1 + right.x0) / 2
        top, bottom = min(left.top, right.top), max(left.bottom, right.bottom)
        inside = [at for at, line in enumerate(lines) if top - 2 < line.box.middle < bottom + 2]
        if not inside or any(_crosses(line, left.x1, right.x0) for line in lines[inside[0] : inside[-1] + 1]):
            continue
        has_own = _has_own_rows if _share_rows(left, right) else _has_own_labels
        if _has_own_rows(page, lines, left) and has_own(page, lines, right):
            return gutter, _first_over(lines, inside[0], gutter), inside[-1]
    return None


def _are_beside(one: Frame, other: Frame) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > BESIDE * min(one.bottom - one.top, other.bottom - other.top)


def _share_rows(one: Frame, other: Frame) -> bool:
    """True where the two are as high, with lines at the same heights: one may hold the other's remarks."""
    edges = [each.horizontals() for each in (one, other)]
    alike = all(any(abs(a - b) < WHITE / 2 for b in edges[1]) for a in edges[0])
    return abs(one.top - other.top) < WHITE / 2 and abs(one.bottom - other.bottom) < WHITE / 2 and alike


def _crosses(line: Line, start: float, end: float) -> bool:
    return any(word.box.x0 < end and word.box.x1 > start for word in line.words)


def _first_over(lines: Sequence[Line], first: int, gutter: float) -> int:
    """The first of the lines that stand just over the frames, with words on both sides of the gutter."""
    while first > 0:
        above, below = lines[first - 1], lines[first]
        sides = {word.box.centre < gutter for word in above.words}
        near = below.box.top - above.box.bottom < ABOVE * above.box.height
        if not near or len(sides) < 2 or _crosses(above, gutter - 1, gutter + 1):
            break
        first -= 1
    return first


def _rows_in(page: Page, lines: Sequence[Line], frame: Frame) -> list[Line]:
    words: list[Word] = [
        word for line in lines for word in line.words if frame.box.holds_middle_of(word.box, slack=2.0)
    ]
    return find_lines(replace(page, words=tuple(words)))


def _has_own_rows(page: Page, lines: Sequence[Line], frame: Frame) -> bool:
    """True where rows have a label and, beside it, a figure."""
    rows = [line for line in _rows_in(page, lines, frame) if _is_labelled(line)]
    return sum(any(looks_like_figure(run.text) for run in row.runs[1:]) for row in rows) >= LEAST_ROWS


def _has_own_labels(page: Page, lines: Sequence[Line], frame: Frame) -> bool:
    """True where most of the lines begin with a word and not with a figure."""
    rows = _rows_in(page, lines, frame)
    labelled = sum(map(_is_labelled, rows))
    return labelled >= LEAST_ROWS and 2 * labelled > len(rows)


def _is_labelled(line: Line) -> bool:
    return any(map(str.isalpha, line.runs[0].text))
