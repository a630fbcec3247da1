"""The measure a part's text is set to: type size, right margins, foot, distance between lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.text.leaders import has_leaders
from extractors.text.looks import Look, find_heading_looks
from extractors.text.text_lines import TextLine

BESIDE = 30.0  # points: an indent, or less, between the beginnings of two lines of one column
LARGE = 1.14  # times the size of running text: type that heads a section


@dataclass(frozen=True, slots=True)
class Measure:
    """How a part's text is set, in points.

    `right` is how far the text of each sheet reaches, by page number, and `spans` where each of its lines
    begins and ends; `foot` how far down the text of any sheet goes; `pitches` the distance between lines of
    one paragraph by type size; `heading_looks` how lines look that head something, where running text looks
    otherwise.
    """

    body: float
    right: dict[int, float]
    foot: float
    pitches: dict[float, float]
    heading_looks: frozenset[Look] = frozenset()
    spans: dict[int, list[tuple[float, float]]] = field(default_factory=dict)

    @property
    def widest(self) -> float:
        """How far the text of any sheet reaches to the right."""
        return max(self.right.values(), default=0.0)

    def reach(self, line: TextLine) -> float:
        """How far right the lines go that begin about where this one does: one column's, of several."""
        near = (x1 for x0, x1 in self.spans.get(line.page.number, ()) if abs(x0 - line.box.x0) < BESIDE)
        return max(near, default=line.box.x1)

    def pitch(self, size: float) -> float:
        """Distance from line to line in type of that size."""
        return self.pitches.get(size, 1.25 * size)


def body_size(lines: list[TextLine]) -> float:
    """The type size of most characters that are not bold; 10 of none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text) * (1 if not line.bold else 0)
    return sizes.most_common(1)[0][0] if sizes and sizes.most_common(1)[0][1] else 10.0


def take_measure(sheets: list[list[TextLine]]) -> Measure:
    """The measure of a part, from its sheets' lines."""
    lines = [line for sheet in sheets for line in sheet]
    foot = max((line.box.bottom for line in lines), default=0.0)
    looks = find_heading_looks([(line.look, line.text, line.box) for line in sheet] for sheet in sheets)
    spans: dict[int, list[tuple[float, float]]] = {}
    for line in lines:
        if len(line.runs) == 1:
            spans.setdefault(line.page.number, []).append((line.box.x0, line.box.x1))
    return Measure(body_size(lines), _right_margins(sheets), foot, _pitches(sheets), looks, spans)


def _right_margins(sheets: list[list[TextLine]]) -> dict[int, float]:
    """How far the text of each sheet reaches, by page number, in points:
    as far as that of most sheets so wide.

    A sheet of a few short lines does not say it, and one wide sheet among many not either.
    """
    reach: dict[int, float] = {}
    alike: dict[int, list[float]] = {}
    for sheet in sheets:
        ends = [line.box.x1 for line in sheet if len(line.runs) == 1 and not has_leaders(line.text)]
        if ends:
            reach[sheet[0].page.number] = max(ends)
            alike.setdefault(round(sheet[0].page.width / 10), []).append(max(ends))
    usual = {width: sorted(ends)[round(0.75 * (len(ends) - 1))] for width, ends in alike.items()}
    widths = {sheet[0].page.number: round(sheet[0].page.width / 10) for sheet in sheets if sheet}
    return {number: max(end, usual[widths[number]] - 10) for number, end in reach.items()}


def _pitches(sheets: list[list[TextLine]]) -> dict[float, float]:
    """Distance between lines of one paragraph, in points, by type size: the closest of those often seen."""
    gaps: dict[float, Counter[float]] = {}
    for sheet in sheets:
        for upper, lower in pairwise(sheet):
            gap = lower.box.bottom - upper.box.bottom
            if upper.size == lower.size and 0.8 * upper.size < gap < 1.9 * upper.size:
                gaps.setdefault(upper.size, Counter())[round(gap * 2) / 2] += 1
    return {
        size: min(gap for gap, count in seen.items() if count * 4 >= max(seen.values()))
        for size, seen in gaps.items()
    }
