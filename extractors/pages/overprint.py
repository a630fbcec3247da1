"""Large words printed across the text, "UTKAST" say: they are no part of what they lie over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from schemas.page import Page, Word
from schemas.warnings import Code, warn

LARGE = 2.0  # times the sheet's usual type
FEWEST = 2  # words that lie under it


def without_overprint(page: Page) -> Page:
    """The sheet without words in large type that lie over others; they are told.

    >>> from schemas.place import Box
    >>> words = [Word(text, Box(x, 50, x + 30, 60), 10) for text, x in (("El", 50), ("1", 90), ("250", 130))]
    >>> across = Word("UTKAST", Box(40, 35, 180, 75), 40)
    >>> sheet = without_overprint(Page(1, 595, 842, 0, (*words, across)))
    >>> [word.text for word in sheet.words], sheet.warnings[0].code.value
    (['El', '1', '250'], 'overprint')
    """
    sizes = Counter(round(word.size, 1) for word in page.words)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    across = [word for word in page.words if word.size > LARGE * usual and _lies_over(word, page)]
    if not across:
        return page
    shown = " ".join(word.text for word in across)
    left = tuple(word for word in page.words if word not in across)
    return replace(page, words=left).warned(warn(Code.OVERPRINT, shown=shown))


def _lies_over(large: Word, page: Page) -> bool:
    box = large.box
    under = (
        word
        for word in page.words
        if word.size < large.size / LARGE
        and box.x0 < word.box.centre < box.x1
        and box.top < word.box.middle < box.bottom
    )
    return len(list(under)) >= FEWEST
