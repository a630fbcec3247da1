"""Ruled lines and filled boxes, gathered into the frames that tables are drawn with."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.page import Page, Rule
from schemas.place import Box

TOUCH = 3.0  # points: lines of one frame meet, or nearly
SAME_EDGE = 4.0  # points: two stacked rules begin and end at the same place
STACK_GAP = 60.0  # points: rows of one table are not farther apart
STRIPE = 1.3  # of its height: shaded rows of one table leave no wider strip between them
TALLEST_LINE_FRAME = 6.0


@dataclass(slots=True)
class Frame:
    """Rules that belong together, and the box around them."""

    x0: float
    top: float
    x1: float
    bottom: float
    rules: list[Rule] = field(default_factory=list)

    @property
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)

    def take(self, other: Frame) -> None:
        self.x0, self.top = min(self.x0, other.x0), min(self.top, other.top)
        self.x1, self.bottom = max(self.x1, other.x1), max(self.bottom, other.bottom)
        self.rules += other.rules

    def near(self, other: Frame) -> bool:
        return (
            self.x0 - TOUCH <= other.x1
            and other.x0 - TOUCH <= self.x1
            and self.top - TOUCH <= other.bottom
            and other.top - TOUCH <= self.bottom
        )

    @property
    def is_box(self) -> bool:
        """True where lines or shading stand on both sides: what is inside stands in a box."""
        sides = [r.box for r in self.rules if r.is_vertical or (r.filled and r.box.height >= 8)]
        left = any(abs(b.x0 - self.x0) < 4 for b in sides)
        right = any(abs(b.x1 - self.x1) < 4 for b in sides)
        return left and right and self.bottom - self.top > 12

    def boxes(self) -> list[Box]:
        """The boxes that its shading makes where no line is drawn at its sides: shaded paragraphs with text
        between them make one frame and are boxes of their own, the stripes of a table are one.
        """
        if any(rule.is_vertical for rule in self.rules):
            return [self.box]
        found: list[Box] = []
        for box in outermost([r.box for r in self.rules if r.filled and r.box.height >= 8]):
            above = found[-1] if found else None
            if above and box.top - above.bottom < STRIPE * min(above.height, box.height):
                x0, x1 = min(above.x0, box.x0), max(above.x1, box.x1)
                found[-1] = Box(x0, above.top, x1, max(above.bottom, box.bottom))
            else:
                found.append(box)
        return found

    def horizontals(self, share: float = 0.5) -> list[float]:
        """Heights at which lines or box edges cover at least that share of the frame's width, topmost
        first.
        """
        return _covered(self.edges_across(), share * (self.x1 - self.x0))

    def edges_across(self) -> list[tuple[float, float, float]]:
        """Lines across and the upper and lower edges of filled boxes: height, and from where to where."""
        pieces = [(r.box.middle, r.box.x0, r.box.x1) for r in self.rules if r.is_horizontal]
        for box in outermost(
            [r.box for r in self.rules if r.filled and r.box.width > 3 and r.box.height >= 3]
        ):
            pieces += [(box.top, box.x0, box.x1), (box.bottom, box.x0, box.x1)]
        return pieces

    def verticals(self, share: float = 0.4) -> list[float]:
        """Places across where lines cover at least that share of the frame's height, leftmost first."""
        pieces = [(rule.box.centre, rule.box.top, rule.box.bottom) for rule in self.rules if rule.is_vertical]
        return _covered(pieces, share * (self.bottom - self.top))

    def walls(self) -> tuple[Box, ...]:
        """Every drawn vertical edge, of lines and of filled cells, as boxes without width."""
        edges = [
            Box(r.box.centre, r.box.top, r.box.centre, r.box.bottom) for r in self.rules if r.is_vertical
        ]
        for box in (r.box for r in self.rules if r.filled and r.box.width > 8 and r.box.height > 6):
            edges += [Box(box.x0, box.top, box.x0, box.bottom), Box(box.x1, box.top, box.x1, box.bottom)]
        return tuple(edges)

    def tile_edges(self) -> list[float]:
        """Edges of filled cells, or of borders drawn cell by cell, that stand side by side, three or more:
        they show the columns of the whole frame.
        """
        bands: dict[tuple[int, int], list[Box]] = {}
        for rule in self.rules:
            if rule.box.width > 8 and (rule.is_horizontal or (rule.filled and rule.box.height > 6)):
                bands.setdefault((round(rule.box.top / 2), round(rule.box.bottom / 2)), []).append(rule.box)
        edges: list[float] = []
        for boxes in bands.values():
            row = sorted(boxes, key=lambda b: b.x0)
            meet = sum(abs(a.x1 - b.x0) < 1.5 for a, b in itertools.pairwise(row))
            if len(row) >= 3 and meet >= len(row) - 1:
                edges += [row[0].x0, *(b.x1 for b in row)]
        return _clustered(edges)


def outermost(boxes: list[Box]) -> list[Box]:
    """The boxes that lie in no other: a shaded paragraph inside a shaded cell is no cell of its own."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b.top, -b.height, b.x0)):
        if not any(
            k.bottom >= box.bottom - 0.5 and k.x0 - 0.5 <= box.x0 and k.x1 + 0.5 >= box.x1 for k in kept[-60:]
        ):
            kept.append(box)
    return kept


def _covered(pieces: list[tuple[float, float, float]], least: float) -> list[float]:
    """Positions where the pieces at (nearly) that position cover together at least `least` points."""
    found: list[float] = []
    pieces.sort()
    index = 0
    while index < len(pieces):
        end = index + 1
        while (
            end < len(pieces)
            and pieces[end][0] - pieces[end - 1][0] < 1.5
            and pieces[end][0] - pieces[index][0] < 4
        ):
            end += 1
        group = pieces[index:end]
        if union_length([(a, b) for _, a, b in group]) >= least:
            found.append(sum(p[0] for p in group) / len(group))
        index = end
    return found


def union_length(spans: list[tuple[float, float]]) -> float:
    """How long the spans are together, what several cover counted once."""
    total, reach = 0.0, float("-inf")
    for a, b in sorted(spans):
        if b > reach:
            total += b - max(a, reach)
            reach = b
    return total


def _clustered(values: Iterable[float], within: float = 3.0) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] < within:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def find_frames(page: Page) -> list[Frame]:
    """The page's frames from top to bottom; a border around the whole sheet is none."""
    area = page.width * page.height
    frames: list[Frame] = []
    for rule in sorted(page.rules, key=lambda r: r.box.top):
        box = rule.box
        if box.width * box.height > 0.7 * area or (box.height > 0.85 * page.height and box.width < 3):
            continue
        new = Frame(box.x0, box.top, box.x1, box.bottom, [rule])
        held = [frame for frame in frames if frame.near(new)]
        if not held:
            frames.append(new)
            continue
        held[0].take(new)
        for frame in held[1:]:
            held[0].take(frame)
            frames.remove(frame)
    return _stack(sorted(frames, key=lambda f: f.top))


def _stack(frames: list[Frame]) -> list[Frame]:
    """Horizontal lines with the same ends, one below the other, are one frame."""
    stacked: list[Frame] = []
    for frame in frames:
        above = next((f for f in reversed(stacked) if _stacks(f, frame)), None)
        if above is None:
            stacked.append(frame)
        else:
            above.take(frame)
    return stacked


def _stacks(upper: Frame, lower: Frame) -> bool:
    """True for lines, or stripes of a zebra, with the same ends and no more than a row or two between."""
    same = abs(upper.x0 - lower.x0) < SAME_EDGE and abs(upper.x1 - lower.x1) < SAME_EDGE
    gap = lower.top - upper.bottom
    thin = min(upper.bottom - upper.top, lower.bottom - lower.top) < TALLEST_LINE_FRAME
    stripes = _is_stripe(lower.rules) and _is_stripe(upper.rules[-1:])
    striped = stripes and gap < 2.5 * (lower.bottom - lower.top)
    return same and (thin or striped) and 0 <= gap < STACK_GAP and lower.x1 - lower.x0 > 40


def _is_stripe(rules: list[Rule]) -> bool:
    return all(rule.filled and rule.box.height >= 6 for rule in rules)


def merged(one: Frame | None, other: Frame | None) -> Frame | None:
    """A new frame around both; either may be None."""
    if one is None or other is None or one is other:
        return one or other
    both = Frame(one.x0, one.top, one.x1, one.bottom, list(one.rules))
    both.take(other)
    return both
