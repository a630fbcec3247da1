"""One sheet, whatever engine read it: words, ruled lines and filled boxes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from schemas.place import Box, Place


@dataclass(frozen=True, slots=True)
class Word:
    """Characters printed without a gap; `size` in points, `colour` as 0xRRGGBB."""

    text: str
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    colour: int = 0


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
class Page:
    """A sheet as a person sees it: `width` and `height` in points after `rotation` (0, 90, 180, 270) is applied.

    Where the text itself is drawn turned by `turn` degrees clockwise, boxes, `width` and `height` are those of the
    sheet held so that it can be read; `place` gives the box on the sheet as it lies.
    """

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...] = field(repr=False)
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    images: tuple[Box, ...] = field(default=(), repr=False)
    text_source: str = "native"
    turn: int = 0
    scale: float = 1.0  # boxes, sizes, `width` and `height` are those of the sheet times this
    warnings: tuple[str, ...] = ()

    def place(self, box: Box | None) -> Place:
        """The box's place on the sheet as a person sees it, rounded to a hundredth of a point."""
        if box is None:
            return Place(self.number)
        lying = turn_box(box, 360 - self.turn, self.width, self.height) if self.turn else box
        edges = (lying.x0, lying.top, lying.x1, lying.bottom)
        return Place(self.number, Box(*(round(edge / self.scale, 2) for edge in edges)))

    def scaled(self, factor: float) -> Page:
        """The same sheet held nearer or farther off, so that limits in points mean the same on every sheet."""
        return replace(
            self,
            width=self.width * factor,
            height=self.height * factor,
            words=tuple(replace(w, box=scale_box(w.box, factor), size=round(w.size * factor, 2)) for w in self.words),
            rules=tuple(replace(rule, box=scale_box(rule.box, factor)) for rule in self.rules),
            images=tuple(scale_box(box, factor) for box in self.images),
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
            turn=turn,
        )


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
