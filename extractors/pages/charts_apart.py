"""Charts drawn in lines and bars: the words of a scale are on no row of a table that stands beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from extractors.pages.lines import Line
from schemas.page import Page, Rule
from schemas.place import Box, box_around
from schemas.value import Number
from swedish.numbers.grammar import read_number
from swedish.numbers.shapes import looks_like_year

FEWEST = 4  # steps of a scale, or bars
AMID = 2  # points: a scale's line runs so near the middle of its figure
ALIKE = 1.5  # points: places and lengths that are meant to be the same
UNEVEN = 0.15  # of the widest distance between two steps
BEGINS = 14.0  # points: a line of the chart begins so near to its figure on the scale
LEAST = 3.0  # points: thinner boxes are lines
OVER, UNDER = 14.0, 20.0  # points: how far over and under what is drawn its words stand
LEAST_ROWS = 2  # lines beside a chart that have words
WHITE = 8.0  # points between a chart and what stands beside it
LARGER = 1.3  # times the type beside the chart: a heading of what stands below both
NEAR = 2.6  # line heights: the rows of one table stand no farther apart


def find_charts(page: Page) -> list[Box]:
    """Where a chart is drawn: lines at a scale's even steps, or bars of several heights on one line."""
    scaled = _by_scale(page)
    drawn = [*scaled, *(bars for bars in _by_bars(page.rules) if not any(map(bars.overlaps, scaled)))]
    return [Box(box.x0, box.top - OVER, box.x1, box.bottom + UNDER) for box in drawn]


def gutter_beside_chart(page: Page, lines: Sequence[Line]) -> tuple[float, int, int] | None:
    """(place across in points, first line, last line) between a chart and rows on one side of it; None where
    no chart has any.
    """
    for chart in find_charts(page) if page.rules else ():
        level = [at for at, line in enumerate(lines) if chart.top < line.box.middle < chart.bottom]
        while level and _is_below(lines[level[-1]], chart):
            level.pop()  # a row of figures under the chart, its label beside
        if not level or len(level) <= level[-1] - level[0]:
            continue
        beside = [w.box for at in level for w in lines[at].words if not chart.holds_middle_of(w.box)]
        inside = [w.box for at in level for w in lines[at].words if chart.holds_middle_of(w.box)]
        if sum(map(_is_worded, (lines[at] for at in level))) < LEAST_ROWS or not beside or not inside:
            continue
        left, right = min(box.x0 for box in inside), max(box.x1 for box in (*inside, chart))
        if (end := max(box.x1 for box in beside)) + WHITE < left:
            gutter = (end + left) / 2
        elif (start := min(box.x0 for box in beside)) - WHITE > right:
            gutter = (start + right) / 2
        else:
            continue
        size = max(lines[at].size for at in level)
        return gutter, level[0], _last_beside(lines, level[-1], gutter, end < left, size)
    return None


def _is_below(line: Line, chart: Box) -> bool:
    under = line.box.middle > chart.bottom - UNDER
    return under and not all(chart.holds_middle_of(word.box) for word in line.words)


def _is_worded(line: Line) -> bool:
    return any(map(str.isalpha, line.text))


def _last_beside(lines: Sequence[Line], last: int, gutter: float, is_left: bool, size: float) -> int:
    """The last of the lines below, near each other, that stand on the other side than the chart."""
    while last + 1 < len(lines):
        above, below = lines[last], lines[last + 1]
        near = below.box.top - above.box.bottom < NEAR * below.box.height
        apart = below.box.x1 < gutter if is_left else below.box.x0 > gutter
        if not near or not apart or below.size > LARGER * size:
            break
        last += 1
    return last


def _by_scale(page: Page) -> list[Box]:
    """Figures in even steps, one under the other, each with a line that begins beside its middle."""
    across: dict[int, list[Box]] = defaultdict(list)  # by height in points: a sheet may have thousands
    for rule in page.rules:
        if rule.is_horizontal:
            across[round(rule.box.middle)].append(rule.box)
    flush: dict[tuple[bool, int], list[tuple[float, Decimal, Box]]] = defaultdict(list)
    for word in page.words:
        if not word.text[-1:].isdigit() or (line := _line_at(word.box, across)) is None:
            continue
        number = read_number(word.text)
        if isinstance(number, Number) and not looks_like_year(word.text):
            drawn = Box(word.box.x0, line.top, line.x1, line.bottom)
            step = word.box.middle, number.value, drawn
            flush[True, round(word.box.x1 / ALIKE)].append(step)
            flush[False, round(word.box.x0 / ALIKE)].append(step)
    found: list[Box] = []
    for (is_right, edge), held in sorted(flush.items()):
        steps = sorted((*held, *flush.get((is_right, edge + 1), ())), key=lambda step: step[0])
        if len(steps) >= FEWEST and falls_evenly([(middle, value) for middle, value, _ in steps]):
            whole = box_around([box for *_, box in steps])
            if whole is not None and not any(map(whole.overlaps, found)):
                found.append(whole)
    return found


def _line_at(figure: Box, across: Mapping[int, Sequence[Box]]) -> Box | None:
    """The line that begins just behind the figure, at its middle."""
    middle = round(figure.middle)
    level = (rule for height in range(middle - AMID, middle + AMID + 1) for rule in across.get(height, ()))
    return next((rule for rule in level if -2 < rule.x0 - figure.x1 < BEGINS), None)


def falls_evenly(steps: Sequence[tuple[float, Decimal]]) -> bool:
    """True where figures fall in even steps at even distances: (height in points, value), from the top."""
    falls = {above - below for (_, above), (_, below) in pairwise(steps)}
    gaps = [below - above for (above, _), (below, _) in pairwise(steps)]
    return len(falls) == 1 and min(falls) > 0 and max(gaps) - min(gaps) < UNEVEN * max(gaps)


def _by_bars(rules: Sequence[Rule]) -> list[Box]:
    """Filled boxes of one width and several heights that stand on one line, apart from each other."""
    standing: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for rule in rules:
        if rule.filled and min(rule.box.width, rule.box.height) > LEAST:
            standing[round(rule.box.bottom / ALIKE), round(rule.box.width / ALIKE)].append(rule.box)
    found = []
    for _, bars in sorted(standing.items()):
        bars = sorted(set(bars), key=lambda box: box.x0)
        apart = all(b.x0 - a.x1 > 1 for a, b in pairwise(bars))
        heights = {round(bar.height / ALIKE) for bar in bars}
        if len(bars) >= FEWEST and apart and len(heights) > 2:
            found.append(box_around(bars))
    return [box for box in found if box is not None]
