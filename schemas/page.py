"""One sheet, whatever engine read it: words, ruled lines and filled boxes."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.place import Box


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
    """A sheet as a person sees it: `width` and `height` in points after `rotation` (0, 90, 180, 270) is applied."""

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    images: tuple[Box, ...] = ()
    text_source: str = "native"
    warnings: tuple[str, ...] = ()
