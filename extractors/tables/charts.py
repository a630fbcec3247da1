"""Charts, which make no table: figures at the ends of bars, and figures in even steps along an axis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extractors.pages.charts_apart import UNEVEN, falls_evenly
from extractors.pages.lines import Run
from schemas.page import Page
from schemas.place import Box
from schemas.value import Number
from swedish.numbers.grammar import read_number
from swedish.numbers.shapes import looks_like_year

AWAY = 24.0  # points: how far beyond its bar a figure is printed
ALIKE = 0.04  # of the longest bar: so far a bar may be from the length that its figure gives it
SHORTEST = 3.0  # points: thinner boxes are lines
SPREAD = 8.0  # points: the cells of a shaded column differ by less
TALLEST = 200.0  # points: charts
FEWEST = 3  # bars: an axis need not begin at nought, and any two lengths fit some axis
FEWEST_STEPS = 5
Point = tuple[float, float]


def are_bars(page: Page, figures: Sequence[Run], of_sheet: Sequence[Run]) -> bool:
    """True where most of the figures stand at the ends of bars from one axis,
    as long as their figures are large.

    A chart's lines are of many lengths and may come apart:
    `of_sheet` are all the figures that may be of the same.
    """
    bars = [
        rule.box for rule in page.rules if rule.filled and min(rule.box.width, rule.box.height) >= SHORTEST
    ]
    if len(bars) < FEWEST or not figures:
        return False
    top, bottom = figures[0].box.top - TALLEST, figures[-1].box.bottom + TALLEST
    points: dict[int, dict[Box, Point]] = {}
    for run in (run for run in of_sheet if top < run.box.middle < bottom):
        number = read_number(run.text)
        if isinstance(number, Number):
            for bar in bars:
                if _ends_at(bar, run.box):
                    points.setdefault(round(bar.x0 / 2), {})[run.box] = abs(float(number.value)), bar.width
    own = {run.box for run in figures}
    return any(
        _on_one_scale(sorted(set(on.values()))) and 2 * len(own & on.keys()) >= len(own)
        for on in points.values()
    )


def hold_axis(lines: Sequence[Sequence[Run]]) -> bool:
    """True where figures in even steps, falling, stand at even distances one under the other, mostly alone,
    or rising from nought along a line of their own.

    `lines` are the runs of each line, from top to bottom. Such is the scale beside or under a chart; years
    are none.
    """
    for at, runs in enumerate(lines):
        if _is_scale_along(runs) and not any(map(_has_figures, lines[at + 1 :])):
            return True  # with figures below it, the same line may be a header of ages
    columns: dict[int, list[tuple[float, Decimal, bool]]] = {}
    for runs in lines:
        for run in runs:
            number = read_number(run.text)
            if isinstance(number, Number) and not looks_like_year(run.text):
                columns.setdefault(round(run.box.x0 / 4), []).append(
                    (run.box.middle, number.value, len(runs) == 1)
                )
    return any(_is_scale(column) for column in columns.values())


def _is_scale(column: Sequence[tuple[float, Decimal, bool]]) -> bool:
    if len(column) < FEWEST_STEPS or 2 * sum(alone for *_, alone in column) < len(column):
        return False
    return falls_evenly([(middle, value) for middle, value, _ in column])


def _has_figures(runs: Sequence[Run]) -> bool:
    return sum(isinstance(read_number(run.text), Number) for run in runs) > 1


def _is_scale_along(runs: Sequence[Run]) -> bool:
    words = [word for run in runs for word in run.words]
    if len(words) < FEWEST_STEPS:
        return False
    numbers = [read_number(word.text) for word in words]
    values = [number.value for number in numbers if isinstance(number, Number)]
    steps = {b - a for a, b in pairwise(values)}
    gaps = [b.box.centre - a.box.centre for a, b in pairwise(words)]
    is_even = len(values) == len(words) and values[0] == 0 and len(steps) == 1 and min(steps) > 0
    return is_even and max(gaps) - min(gaps) < UNEVEN * max(gaps)


def _ends_at(bar: Box, figure: Box) -> bool:
    """True where the figure stands at the bar's right end, in it or beyond it."""
    beside = bar.top - figure.height / 2 < figure.middle < bar.bottom + figure.height / 2
    return beside and -figure.width - 6 < figure.x0 - bar.x1 < AWAY


def _on_one_scale(points: Sequence[Point]) -> bool:
    """True where the lengths of three bars or more follow from their figures."""
    if len({value for value, _ in points}) < FEWEST:
        return False
    (least, short), (most, long) = points[0], points[-1]
    slope = (long - short) / (most - least)
    return long - short > SPREAD and all(
        abs(short + slope * (value - least) - length) < ALIKE * long for value, length in points
    )
