"""Pictures amid a sheet's text that show lines of text themselves: a table pasted as a picture, say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from extractors.pdf.render import Pixels, page_size, render_grey, scale_for
from schemas.page import Word
from schemas.place import Box

_DPI = 72.0
LEAST_WIDTH, LEAST_HEIGHT = 120.0, 45.0  # points: smaller ones are marks and emblems
PAPER, INK = 200, 140  # of 255: at least, at most
MOST_INK, LEAST_PAPER = 0.35, 0.6  # of the picture: a photograph has more and less
WRITTEN = 0.02  # of a line's width is ink, beyond what the barest line has of drawn borders
LOWEST, HIGHEST = 3, 16  # pixels: how high a line of text is
FEWEST_LINES = 3


def shows_text(page: Any, images: Sequence[Box], words: Sequence[Word]) -> bool:
    """True where a picture without the sheet's own words on it has lines of text; that it has been read by
    nobody is to be told.
    """
    bare = [box for box in images if _is_large(box) and not any(box.overlaps(word.box) for word in words)]
    if not bare:
        return False
    scale = scale_for(page_size(page), _DPI)
    grey = render_grey(page, scale)
    return any(lines_of_text(_cut_out(grey, box, scale)) >= FEWEST_LINES for box in bare)


def _is_large(box: Box) -> bool:
    return box.width >= LEAST_WIDTH and box.height >= LEAST_HEIGHT


def _cut_out(grey: Pixels, box: Box, scale: float) -> Pixels:
    left, right, top, bottom = (max(0, round(edge * scale)) for edge in (box.x0, box.x1, box.top, box.bottom))
    return grey[top:bottom, left:right]


def lines_of_text(grey: Pixels) -> int:
    """How many lines of text a picture on light paper shows; 0 for photographs and plain areas.

    >>> paper = np.full((60, 200), 255, np.uint8)
    >>> for top in (5, 20, 35, 50): paper[top : top + 7, 10:150:4] = 0
    >>> lines_of_text(paper), lines_of_text(paper[:, :0]), lines_of_text(np.full((60, 200), 90, np.uint8))
    (4, 0, 0)
    """
    if grey.size == 0:
        return 0
    ink = grey < INK
    if float(ink.mean()) > MOST_INK or float((grey > PAPER).mean()) < LEAST_PAPER:
        return 0
    share = ink.mean(axis=1)
    written = share > float(share.min()) + WRITTEN
    edges = np.flatnonzero(np.diff(np.concatenate(([False], written, [False])).astype(np.int8)))
    heights = edges[1::2] - edges[::2]
    return int(((heights >= LOWEST) & (heights <= HIGHEST)).sum())
