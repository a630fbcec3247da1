"""Where something stands on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points from the top left corner of the sheet as a person sees it.

    >>> Box(10, 20, 30, 25).height
    5
    """

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half-way down, in points."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half-way across, in points."""
        return (self.x0 + self.x1) / 2

    def is_across(self, other: Box) -> bool:
        """True where the two share a stretch of the sheet's width: one may stand over the other."""
        return self.x0 < other.x1 and other.x0 < self.x1

    def is_beside(self, other: Box) -> bool:
        """True where the two share a stretch of the sheet's height: they may stand on one line."""
        return self.top < other.bottom and other.top < self.bottom

    def overlaps(self, other: Box) -> bool:
        """True where the two have more in common than an edge.

        >>> Box(0, 0, 10, 10).overlaps(Box(9, 9, 20, 20)), Box(0, 0, 10, 10).overlaps(Box(10, 0, 20, 10))
        (True, False)
        """
        return self.is_across(other) and self.is_beside(other)

    def holds_middle_of(self, other: Box, slack: float = 0.0) -> bool:
        """True where the other's middle lies in this box or at most `slack` points outside.

        >>> sheet = Box(0, 0, 10, 10)
        >>> sheet.holds_middle_of(Box(8, 8, 14, 10)), sheet.holds_middle_of(Box(6, 0, 20, 10), slack=3)
        (False, True)
        """
        across = self.x0 - slack <= other.centre <= self.x1 + slack
        return across and self.top - slack <= other.middle <= self.bottom + slack

    def has_ends_of(self, other: Box, slack: float) -> bool:
        """True where the two begin and end at the same places across, within `slack` points."""
        return abs(self.x0 - other.x0) < slack and abs(self.x1 - other.x1) < slack


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a sheet; `page` counts the PDF's sheets from 1. None where the input gave no such place."""

    page: int | None
    box: Box | None = None


NOWHERE = Place(None)


def stands_on(page: int | None, first: int | None, last: int | None) -> bool:
    """True where the sheet is one from the first to the last; never where the input has no sheets.

    >>> stands_on(3, 2, 4), stands_on(5, 2, 4), stands_on(None, None, None)
    (True, False, False)
    """
    return page is not None and first is not None and last is not None and first <= page <= last


def common_area(a: Box, b: Box) -> float:
    """What both cover, in square points.

    >>> common_area(Box(0, 0, 10, 10), Box(5, 5, 20, 20)), common_area(Box(0, 0, 1, 1), Box(2, 2, 3, 3))
    (25, 0.0)
    """
    width, height = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(0.0, width) * max(0.0, height)


_LEAST_AREA = 1e-6  # square points: a stroke has no width


def _area(box: Box) -> float:
    return max(box.width * box.height, _LEAST_AREA)


def share_of_both(a: Box, b: Box) -> float:
    """Of what the two cover together, the share that both cover.

    >>> share_of_both(Box(0, 0, 10, 10), Box(0, 0, 10, 5))
    0.5
    """
    common = common_area(a, b)
    return common / (_area(a) + _area(b) - common)


def share_of_smaller(a: Box, b: Box) -> float:
    """Of the smaller box, the share that the other covers.

    >>> share_of_smaller(Box(0, 0, 10, 10), Box(0, 0, 10, 5))
    1.0
    """
    return common_area(a, b) / min(_area(a), _area(b))


def box_around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box that holds all the boxes; None of none.

    >>> box_around([Box(1, 1, 2, 2), Box(5, 0, 6, 2)])
    Box(x0=1, top=0, x1=6, bottom=2)
    """
    held = list(boxes)
    if not held:
        return None
    return Box(
        min(b.x0 for b in held),
        min(b.top for b in held),
        max(b.x1 for b in held),
        max(b.bottom for b in held),
    )
