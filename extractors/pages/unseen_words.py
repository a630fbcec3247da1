"""Words in the colour of the paper: in the file, and not on the sheet."""

from __future__ import annotations

from dataclasses import replace

from schemas.page import Page, Word
from schemas.place import Box

WHITE = 0xF4  # of 255: what each of red, green and blue has at least
_AROUND = 1.0  # points that what lies under a word may leave of it


def without_unseen_words(page: Page) -> Page:
    """The sheet without white words that stand on nothing: on a filled cell or a picture they are read.

    >>> from schemas.page import Rule
    >>> words = tuple(Word("12", Box(x, 36, x + 12, 48), 12, colour=0xFFFFFF) for x in (50, 80))
    >>> sheet = Page(1, 595, 842, 0, words, (Rule(Box(75, 30, 120, 50), filled=True, colour=0x205080),))
    >>> [word.box.x0 for word in without_unseen_words(sheet).words]
    [80]
    """
    if page.text_source != "native" or not any(_is_white(word.colour) for word in page.words):
        return page
    under = [rule.box for rule in page.rules if rule.filled and not _is_white(rule.colour)]
    under += page.images
    return replace(page, words=tuple(word for word in page.words if _is_seen(word, under)))


def _is_seen(word: Word, under: list[Box]) -> bool:
    return not _is_white(word.colour) or any(_holds(box, word.box) for box in under)


def _holds(under: Box, box: Box) -> bool:
    across = under.x0 < box.x0 + _AROUND and box.x1 - _AROUND < under.x1
    return across and under.top < box.middle < under.bottom


def _is_white(colour: int) -> bool:
    return all(colour >> shift & 0xFF >= WHITE for shift in (0, 8, 16))
