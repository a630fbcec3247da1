"""Tables, and charts in frames, that stand side by side on a sheet: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, permutations

from extractors.pages.frames import Frame
from extractors.pages.lines import Line, Run, find_lines
from schemas.page import Page, Word
from swedish.numbers.shapes import looks_like_figure, looks_like_year

WHITE = 8.0  # points between two frames, at least: cells drawn apart stand closer
LEAST_ROWS = 2  # that begin with a label of their own, in each
LOWEST = 30.0  # points: a stripe or a heading's box is no frame of a table
BESIDE = 0.5  # of the lower frame's height: they share so much of the sheet
SHORTEST = 60.0  # points: a line under a header of a table
BOTH = 2  # sides of a gutter
PITCH = 1.6  # line heights: the rows of one table stand no farther apart
TITLE = 1.1  # times the type size of the rows above
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
            over = [f for f in frames if f is not left and f is not right and f.bottom - f.top > LOWEST]
            first = _first_over(page, lines, inside[0], gutter, over)
            return gutter, first, _last_under(lines, inside[-1], gutter)
    return None


def gutter_between_rules(page: Page, lines: Sequence[Line]) -> tuple[float, int, int] | None:
    """The same for two tables without frames: the line under their headers is broken between them, and below
    it each has rows with a label and a figure of its own.
    """
    for top, left, right in _broken_rules(page):
        gutter = (left + right) / 2
        first = next((at for at, line in enumerate(lines) if line.box.middle > top), len(lines))
        if last := _last_beside(page, lines, first, gutter):
            return gutter, _first_over(page, lines, first, gutter), last
    return None


def gutter_between_twins(page: Page, lines: Sequence[Line]) -> tuple[float, int, int] | None:
    """The same for two tables drawn as one, as a balance sheet with its assets on the left: one line has the
    same years twice, words before each, and below it both halves have rows of their own.
    """
    for first, line in enumerate(lines):
        middle = _where_years_begin_anew(line.runs)
        if middle is None:
            continue
        gutter = (line.runs[middle - 1].box.x1 + line.runs[middle].box.x0) / 2
        end = next((at for at in range(first + 1, len(lines)) if _begins_other(lines[at], gutter)), None)
        if last := _last_beside(page, lines[:end], first + 1, gutter):
            while last > first and not _has_figure(lines[last]):  # the title of what stands below both
                last -= 1
            return gutter, _first_over(page, lines, first, gutter), last
    return None


def _begins_other(line: Line, gutter: float) -> bool:
    """True for a line of another table, across both: right of the gutter it has figures and no label."""
    right = [run for run in line.runs if run.box.x0 > gutter]
    return bool(right) and looks_like_figure(right[0].text)


def _has_figure(line: Line) -> bool:
    return any(looks_like_figure(run.text) for run in line.runs)


def _where_years_begin_anew(runs: Sequence[Run]) -> int | None:
    """Where the second half of the runs begins: words, then years, and the same again."""
    half, odd = divmod(len(runs), 2)
    if odd or half < LEAST_ROWS or any(looks_like_year(runs[at].text) for at in (0, half)):
        return None
    years = [[run.text for run in part] for part in (runs[1:half], runs[half + 1 :])]
    alike = years[0] == years[1] and all(map(looks_like_year, years[0]))
    wide = runs[half].box.x0 - runs[half - 1].box.x1 >= WHITE
    return half if alike and wide else None


def _last_beside(page: Page, lines: Sequence[Line], first: int, gutter: float) -> int | None:
    """The last of the lines from the first on, near each other, that do not cross the gutter; None where not
    both of its sides have rows with a label and a figure of their own.
    """
    last = first
    for at in range(first, len(lines)):
        line = lines[at]
        near = at == first or line.box.top - lines[at - 1].box.bottom < ABOVE * line.box.height
        if not near or _crosses(line, gutter - WHITE / 2, gutter + WHITE / 2):
            break  # rows of the two need not stand at the same heights
        last = at + 1
    words = [word for line in lines[first:last] for word in line.words]
    for is_left in (True, False):
        own = tuple(word for word in words if is_left == (word.box.centre < gutter))
        if sum(map(_is_row, find_lines(replace(page, words=own)))) < LEAST_ROWS:
            return None
    return last - 1


def _broken_rules(page: Page) -> list[tuple[float, float, float]]:
    """(height, end, beginning) of each white strip in a horizontal line across the sheet."""
    found: list[tuple[float, float, float]] = []
    level: dict[int, list[tuple[float, float]]] = {}
    for rule in page.rules:
        if rule.is_horizontal:
            level.setdefault(round(rule.box.middle), []).append((rule.box.x0, rule.box.x1))
    for top, spans in sorted(level.items()):
        merged: list[tuple[float, float]] = []
        for x0, x1 in sorted(spans):
            if merged and x0 - merged[-1][1] < WHITE:
                merged[-1] = merged[-1][0], max(x1, merged[-1][1])
            else:
                merged.append((x0, x1))
        found += [
            (float(top), a[1], b[0]) for a, b in pairwise(merged) if min(a[1] - a[0], b[1] - b[0]) > SHORTEST
        ]
    return found


def _sides(line: Line, gutter: float) -> set[bool]:
    return {word.box.centre < gutter for word in line.words}


def _is_row(line: Line) -> bool:
    return _is_labelled(line) and any(looks_like_figure(run.text) for run in line.runs[1:])


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


def _first_over(
    page: Page, lines: Sequence[Line], first: int, gutter: float, others: Sequence[Frame] = ()
) -> int:
    """The first of the lines that stand just over the frames, with words on both sides of the gutter, and in
    no other frame; a line drawn across the gutter, or a row without a label right of it, is of a table above.
    """
    drawn = [r.box.middle for r in page.rules if r.is_horizontal and r.box.x0 < gutter < r.box.x1]
    while first > 0:
        above, below = lines[first - 1], lines[first]
        sides = _sides(above, gutter)
        near = below.box.top - above.box.bottom < ABOVE * above.box.height
        if not near or len(sides) < BOTH or _crosses(above, gutter - 1, gutter + 1):
            break
        if any(other.top < above.box.middle < other.bottom for other in others):
            break
        if any(above.box.middle < middle < below.box.middle for middle in drawn) or _is_wide_row(
            above, gutter
        ):
            break
        first -= 1
    return first


def _is_wide_row(line: Line, gutter: float) -> bool:
    return _begins_other(line, gutter) and not all(
        looks_like_year(run.text) for run in line.runs if run.box.x0 > gutter
    )


def _last_under(lines: Sequence[Line], last: int, gutter: float) -> int:
    """The last of the lines just under the frames with a row on both sides of the gutter: of shaded stripes
    the last row has none.
    """
    while last + 1 < len(lines):
        below, above = lines[last + 1], lines[last]
        sides = [
            [word for word in below.words if (word.box.centre < gutter) == is_left]
            for is_left in (True, False)
        ]
        near = below.box.top - above.box.bottom < PITCH * below.box.height
        if not near or not all(sides) or _crosses(below, gutter - 1, gutter + 1):
            break
        if below.size > TITLE * above.size:  # of the tables below
            break
        if not all(any(looks_like_figure(word.text) for word in side[1:]) for side in sides):
            break
        last += 1
    return last


def _rows_in(page: Page, lines: Sequence[Line], frame: Frame) -> list[Line]:
    words: list[Word] = [
        word for line in lines for word in line.words if frame.box.holds_middle_of(word.box, slack=2.0)
    ]
    return find_lines(replace(page, words=tuple(words)))


def _has_own_rows(page: Page, lines: Sequence[Line], frame: Frame) -> bool:
    """True where rows have a label and, beside it, a figure."""
    return sum(map(_is_row, _rows_in(page, lines, frame))) >= LEAST_ROWS


def _has_own_labels(page: Page, lines: Sequence[Line], frame: Frame) -> bool:
    """True where most of the lines begin with a word and not with a figure."""
    rows = _rows_in(page, lines, frame)
    labelled = sum(map(_is_labelled, rows))
    return labelled >= LEAST_ROWS and 2 * labelled > len(rows)


def _is_labelled(line: Line) -> bool:
    return any(map(str.isalpha, line.runs[0].text))
