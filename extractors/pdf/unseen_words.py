"""Words in the colour of the paper: in the file, and not on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.pdf.render import Pixels, page_size, render_grey, scale_for
from schemas.page import Word

WHITE = 0xF4  # of 255: what each of red, green and blue has at least
COVERED = 0.2  # of a white word's place: how much is darker, at least, where it can be read
_DPI = 72.0


def seen_words(page: Any, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of an open page without white ones on white paper.

    What lies under a white word, a filled cell, a pattern or a picture, only the sheet's picture tells for
    sure; it is drawn where there are white words.
    """
    if not any(is_white(word.colour) for word in words):
        return words
    scale = scale_for(page_size(page), _DPI)
    grey = render_grey(page, scale)
    return tuple(word for word in words if not is_white(word.colour) or _is_seen(word, grey, scale))


def is_white(colour: int) -> bool:
    """True for the colour of paper, 0xRRGGBB.

    >>> is_white(0xFFFFFF), is_white(0xF5F5F5), is_white(0xFFFF00)
    (True, True, False)
    """
    return all(colour >> shift & 0xFF >= WHITE for shift in (0, 8, 16))


def _is_seen(word: Word, grey: Pixels, scale: float) -> bool:
    """Outside the picture nothing is known, and the word stays."""
    edges: Sequence[float] = (word.box.x0, word.box.x1, word.box.top, word.box.bottom)
    left, right, top, bottom = (max(0, round(edge * scale)) for edge in edges)
    place = grey[top : bottom + 1, left : right + 1]
    return place.size == 0 or float((place < WHITE).mean()) >= COVERED
