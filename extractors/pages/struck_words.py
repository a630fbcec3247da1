"""Words that a line is drawn through: they are on the sheet, and no longer said."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from operator import attrgetter

from schemas.page import Page, Word
from schemas.place import Box

HIGHEST, LOWEST = 0.35, 0.72  # of the word's height: where a line strikes it out; lower down it underlines
COVERED = 0.8  # of the word's width
_MIDDLE = attrgetter("middle")


def with_struck_words(page: Page) -> Page:
    """The sheet with the words marked that a horizontal rule strikes out.

    >>> from schemas.page import Rule
    >>> words = tuple(Word(text, Box(x, 36, x + 24, 48), 12) for text, x in (("1 250", 50), ("1 300", 80)))
    >>> sheet = Page(1, 595, 842, 0, words, (Rule(Box(49, 42, 75, 42.5)), Rule(Box(79, 47.5, 105, 48))))
    >>> [word.struck for word in with_struck_words(sheet).words]
    [True, False]
    """
    if not page.rules or page.text_source != "native":
        return page
    lines = sorted((rule.box for rule in page.rules if rule.is_horizontal), key=_MIDDLE)
    heights = [line.middle for line in lines]
    struck = [_is_struck(word, lines, heights) for word in page.words]
    if not any(struck):
        return page
    words = zip(page.words, struck, strict=True)
    return replace(page, words=tuple(replace(w, struck=True) if is_struck else w for w, is_struck in words))


def _is_struck(word: Word, lines: list[Box], heights: list[float]) -> bool:
    """`lines` from the top, their middles at `heights`."""
    box = word.box
    first = bisect(heights, box.top + HIGHEST * box.height)
    for line in lines[first : bisect(heights, box.top + LOWEST * box.height)]:
        covered = min(line.x1, box.x1) - max(line.x0, box.x0)
        if covered > COVERED * box.width and any(map(str.isalnum, word.text)):
            return True
    return False
