"""Lines of running text, and the measure they are set to: type size, right margins, foot, distance between lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.pages.lines import Line, Run
from schemas.page import Page
from schemas.place import Box


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text, or one column's share of it; `boxed` where a ruled box stands around it.

    `room` is the place across where the line's own cell of the box ends.
    """

    page: Page
    runs: tuple[Run, ...]
    text: str
    box: Box
    size: float
    bold: bool
    boxed: bool = False
    room: float = float("inf")

    @property
    def lead_bold(self) -> bool:
        return self.runs[0].words[0].bold


@dataclass(frozen=True, slots=True)
class Measure:
    """How a part's text is set, in points: `right` is how far the text of each sheet reaches, by page number,

    `foot` how far down that of any sheet does, `pitches` the distance between lines of one paragraph by type size.
    """

    body: float
    right: dict[int, float]
    foot: float
    pitches: dict[float, float]

    @property
    def widest(self) -> float:
        """How far the text of any sheet reaches to the right."""
        return max(self.right.values(), default=0.0)

    def pitch(self, size: float) -> float:
        """Distance from line to line in type of that size."""
        return self.pitches.get(size, 1.25 * size)


def text_lines(page: Page, lines: list[Line], boxes: list[Box], walls: Sequence[Box] = ()) -> list[TextLine]:
    """The sheet's lines as running text; `walls` are the drawn vertical edges inside the boxes."""
    found = []
    for line in lines:
        if not any(map(str.isalnum, line.text)):
            continue  # "______" and the like part texts, they say nothing
        boxed = any(b.top - 1 <= line.box.middle <= b.bottom + 1 and b.x0 - 2 <= line.box.x0 <= b.x1 for b in boxes)
        room = _room(line.box, walls) if boxed else float("inf")
        found.append(TextLine(page, line.runs, line.text, line.box, line.size, line.bold, boxed, room))
    return found


def _room(box: Box, walls: Sequence[Box]) -> float:
    """Where the cell around the line ends."""
    right = (wall.x0 for wall in walls if wall.x0 > box.x1 - 1 and wall.top - 1 <= box.middle <= wall.bottom + 1)
    return min(right, default=float("inf"))


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
    return Measure(body_size(lines), _right_margins(sheets), foot, _pitches(sheets))


def _right_margins(sheets: list[list[TextLine]]) -> dict[int, float]:
    """How far the text of each sheet reaches, by page number, in points."""
    reach: dict[int, float] = {}
    for sheet in sheets:
        ends = sorted(line.box.x1 for line in sheet if len(line.runs) == 1)
        if ends:
            reach[sheet[0].page.number] = ends[-1]
    widest = max(reach.values(), default=500.0)
    return {number: max(end, widest - 60) for number, end in reach.items()}


def _pitches(sheets: list[list[TextLine]]) -> dict[float, float]:
    """Distance between lines of one paragraph, in points, by type size: the closest of those often seen."""
    gaps: dict[float, Counter[float]] = {}
    for sheet in sheets:
        for upper, lower in pairwise(sheet):
            gap = lower.box.bottom - upper.box.bottom
            if upper.size == lower.size and 0.8 * upper.size < gap < 1.9 * upper.size:
                gaps.setdefault(upper.size, Counter())[round(gap * 2) / 2] += 1
    return {
        size: min(gap for gap, count in seen.items() if count * 4 >= max(seen.values())) for size, seen in gaps.items()
    }
