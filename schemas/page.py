"""One sheet, whatever engine read it: words, ruled lines and filled boxes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from schemas.kinds import TextSource
from schemas.place import Box, Place, box_around
from schemas.warnings import Warned


@dataclass(frozen=True, slots=True)
class Word:
    """Characters printed without a gap; `size` in points, `colour` as 0xRRGGBB; `struck` where a line is
    drawn through them, `invisible` where they are set without ink, as OCR lays them over a picture; `face`
    a number for the typeface, the same throughout a document.
    """

    text: str
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    colour: int = 0
    struck: bool = False
    invisible: bool = False
    face: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line or a filled rectangle; thin ones (under 3 points) serve as lines."""

    box: Box
    filled: bool = False
    colour: int = 0

    @property
    def is_horizontal(self) -> bool:
        return self.box.height < 3 <= self.box.width

    @property
    def is_vertical(self) -> bool:
        return self.box.width < 3 <= self.box.height


@dataclass(frozen=True, slots=True)
class SidewaysLine:
    """A line of text turned a quarter against the rest, its words in the order they are read:
    `upwards` or downwards.
    """

    words: tuple[Word, ...]
    upwards: bool

    @property
    def box(self) -> Box:
        found = box_around(word.box for word in self.words)
        assert found is not None, "a line has words"
        return found


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet as a person sees it: `width` and `height` in points after `rotation` (0, 90,
    180, 270) is applied.

    Where the text itself is drawn turned by `turn` degrees clockwise, boxes, `width` and `height` are those
    of the sheet held so that it can be read; `place` gives the box on the sheet as it lies. A scan that lay
    crooked is straightened after that: `skew` is the angle in degrees, anticlockwise, by which it was turned
    about its middle.
    """

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...] = field(repr=False)
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    images: tuple[Box, ...] = field(default=(), repr=False)
    text_source: TextSource = TextSource.NATIVE
    turn: int = 0
    skew: float = 0.0
    scale: float = 1.0  # boxes, sizes, `width` and `height` are those of the sheet times this
    warnings: tuple[Warned, ...] = ()
    sideways: tuple[SidewaysLine, ...] = field(default=(), repr=False)

    def warned(self, *warnings: Warned) -> Page:
        """The sheet with these said of it too."""
        return replace(self, warnings=(*self.warnings, *warnings))

    def place(self, box: Box | None) -> Place:
        """The box's place on the sheet as a person sees it, rounded to a hundredth of a point."""
        if box is None:
            return Place(self.number)
        crooked = tilt_box(box, -self.skew, self.width, self.height) if self.skew else box
        lying = turn_box(crooked, 360 - self.turn, self.width, self.height) if self.turn else crooked
        edges = (lying.x0, lying.top, lying.x1, lying.bottom)
        return Place(self.number, Box(*(round(edge / self.scale, 2) for edge in edges)))

    def scaled(self, factor: float) -> Page:
        """The same sheet held nearer or farther off,
        so that limits in points mean the same on every sheet.
        """
        return replace(
            self,
            width=self.width * factor,
            height=self.height * factor,
            words=tuple(
                replace(w, box=scale_box(w.box, factor), size=round(w.size * factor, 2)) for w in self.words
            ),
            rules=tuple(replace(rule, box=scale_box(rule.box, factor)) for rule in self.rules),
            images=tuple(scale_box(box, factor) for box in self.images),
            sideways=self._sideways(lambda box: scale_box(box, factor), factor),
            scale=self.scale * factor,
        )

    def turned(self, turn: int) -> Page:
        """The same sheet held so that text drawn `turn` degrees clockwise stands upright."""

        def back(box: Box) -> Box:
            return turn_box(box, turn, self.width, self.height)

        upright = turn == 180
        return replace(
            self,
            width=self.width if upright else self.height,
            height=self.height if upright else self.width,
            words=tuple(replace(word, box=back(word.box)) for word in self.words),
            rules=tuple(replace(rule, box=back(rule.box)) for rule in self.rules),
            images=tuple(back(box) for box in self.images),
            sideways=self._sideways(back, 1.0),
            turn=turn,
        )

    def _sideways(self, placed: Callable[[Box], Box], factor: float) -> tuple[SidewaysLine, ...]:
        return tuple(
            replace(
                line,
                words=tuple(
                    replace(word, box=placed(word.box), size=round(word.size * factor, 2))
                    for word in line.words
                ),
            )
            for line in self.sideways
        )


def tilt_box(box: Box, angle: float, width: float, height: float) -> Box:
    """The smallest box around the box turned by `angle` degrees, anticlockwise, about the sheet's middle.

    >>> tilt_box(Box(0, 45, 100, 55), 90, 100, 100)
    Box(x0=45.0, top=0.0, x1=55.0, bottom=100.0)
    """
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = box.centre - width / 2, box.middle - height / 2
    centre, middle = width / 2 + cosine * x + sine * y, height / 2 - sine * x + cosine * y
    across = (abs(cosine) * box.width + abs(sine) * box.height) / 2
    down = (abs(sine) * box.width + abs(cosine) * box.height) / 2
    return Box(centre - across, middle - down, centre + across, middle + down)


@dataclass(frozen=True, slots=True)
class SheetsByOcr:
    """What OCR made of each sheet that it looked at, by number; None where it bore the text layer out.

    `by` names the readers and their version: what others read is read anew.
    """

    by: str = ""
    sheets: Mapping[int, Page | None] = field(default_factory=dict)


def scale_box(box: Box, factor: float) -> Box:
    """The box with every coordinate times the factor."""
    return Box(box.x0 * factor, box.top * factor, box.x1 * factor, box.bottom * factor)


def turn_box(box: Box, turn: int, width: float, height: float) -> Box:
    """The box after the sheet of `width` by `height` points is turned back (anticlockwise) by `turn` degrees.

    >>> turn_box(Box(10, 20, 30, 25), 90, 600, 800)
    Box(x0=20, top=570, x1=25, bottom=590)
    """
    if turn == 90:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    if turn == 180:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    if turn == 270:
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)
    return box
