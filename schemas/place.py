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
