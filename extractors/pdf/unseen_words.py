"""Words in the colour of the paper, or set without ink: in the file, and not on the sheet."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Collection, Sequence
from operator import attrgetter
from typing import Any

from extractors.pdf.render import Pixels, page_size, render_grey, scale_for
from schemas.page import Word
from schemas.place import Box, common_area

WHITE = 0xF4  # of 255: what each of red, green and blue has at least
TAKEN = 0.4  # of the place of a word without ink: by printed words
INKED = 0.02  # of the place of a word without ink: is darker, where a picture of the word lies there
COVERED = 0.2  # of a white word's place: how much is darker, at least, where it can be read
GROUND = 0.6  # of a white word's height: the ground behind it reaches so far
_DPI = 72.0
_BOTTOM = attrgetter("bottom")


def seen_words(page: Any, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of an open page without white ones on white paper, and without those that OCR laid over
    words that were there.

    What lies under a white word or one without ink, a filled cell, a pattern or a picture, only the sheet's
    picture tells for sure; it is drawn where there are such words.
    """
    words = _not_laid_over(words)
    layered = any(not word.invisible for word in words)  # else they are all the text of a scan
    doubtful = {at for at, w in enumerate(words) if is_white(w.colour) or (w.invisible and layered)}
    return held_against_picture(page, words, doubtful, _is_seen)


def held_against_picture(
    page: Any,
    words: tuple[Word, ...],
    doubtful: Collection[int],
    is_seen: Callable[[Word, Pixels, float], bool],
) -> tuple[Word, ...]:
    """The words without those at `doubtful` places that the sheet's picture does not show; it is drawn only
    where there are such. `is_seen` is told a word, the picture in grey, and its pixels to a point.
    """
    if not doubtful:
        return words
    scale = scale_for(page_size(page), _DPI)
    grey = render_grey(page, scale)
    return tuple(word for at, word in enumerate(words) if at not in doubtful or is_seen(word, grey, scale))


def _not_laid_over(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without those set without ink whose place printed words take."""
    printed = [word.box for word in words if not word.invisible]
    if not printed or len(printed) == len(words):
        return words
    printed.sort(key=_BOTTOM)
    bottoms = [box.bottom for box in printed]
    return tuple(word for word in words if not word.invisible or not _is_taken(word.box, printed, bottoms))


def _is_taken(box: Box, printed: list[Box], bottoms: list[float]) -> bool:
    """`printed` in the order of their bottoms; what stands a line lower begins below the box."""
    taken = 0.0
    for other in printed[bisect(bottoms, box.top) :]:
        if other.bottom > box.bottom + 2 * box.height:
            break
        taken += common_area(box, other)
    return taken > TAKEN * box.width * box.height


def is_white(colour: int) -> bool:
    """True for the colour of paper, 0xRRGGBB.

    >>> is_white(0xFFFFFF), is_white(0xF5F5F5), is_white(0xFFFF00)
    (True, True, False)
    """
    return all(colour >> shift & 0xFF >= WHITE for shift in (0, 8, 16))


def _is_seen(word: Word, grey: Pixels, scale: float) -> bool:
    """Outside the picture nothing is known, and the word stays. A line drawn across white letters shows parts
    of them and makes no ground that they can be read on.
    """
    edges: Sequence[float] = (word.box.x0, word.box.x1, word.box.top, word.box.bottom)
    left, right, top, bottom = (max(0, round(edge * scale)) for edge in edges)
    place = grey[top : bottom + 1, left : right + 1]
    if place.size == 0:
        return True
    dark = place < WHITE
    if word.invisible:
        return float(dark.mean()) >= INKED
    return float(dark.mean()) >= COVERED and float(dark.any(axis=1).mean()) >= GROUND
