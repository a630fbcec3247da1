"""Words that a line is drawn through: they are on the sheet, and no longer said."""

from __future__ import annotations

from dataclasses import replace

from schemas.page import Page, Word
from schemas.place import Box

HIGHEST, LOWEST = 0.35, 0.72  # of the word's height: where a line strikes it out; lower down it underlines
COVERED = 0.8  # of the word's width


def with_struck_words(page: Page) -> Page:
    """The sheet with the words marked that a horizontal rule strikes out.

    >>> from schemas.page import Rule
    >>> words = tuple(Word(text, Box(x, 36, x + 24, 48), 12) for text, x in (("1 250", 50), ("1 300", 80)))
    >>> sheet = Page(1, 595, 842, 0, words, (Rule(Box(49, 42, 75, 42.5)), Rule(Box(79, 47.5, 105, 48))))
    >>> [word.struck for word in with_struck_words(sheet).words]
    [True, False]
    """
    lines = [rule.box for rule in page.rules if rule.is_horizontal]
    if not lines or page.text_source != "native":
        return page
    struck = {word for word in page.words if any(_strikes(line, word) for line in lines)}
    if not struck:
        return page
    return replace(page, words=tuple(replace(w, struck=True) if w in struck else w for w in page.words))


def _strikes(line: Box, word: Word) -> bool:
    box = word.box
    at = (line.middle - box.top) / max(box.height, 1.0)
    covered = min(line.x1, box.x1) - max(line.x0, box.x0)
    return HIGHEST < at < LOWEST and covered > COVERED * box.width and any(map(str.isalnum, word.text))
