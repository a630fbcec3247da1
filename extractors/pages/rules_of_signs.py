"""Line printers draw rules with signs: "-----" and "=====" across the sheet are lines, and no words."""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.page import Page, Rule
from schemas.place import Box

_SIGNS = re.compile(r"[-=\u2013\u2014\u2500\u2550]{8,}")


def with_rules_of_signs(page: Page) -> Page:
    """The sheet with such words as rules, drawn at half their height.

    >>> from schemas.page import Word
    >>> words = (Word("Hyror", Box(50, 36, 80, 48), 12), Word("-" * 20, Box(50, 50, 170, 62), 12))
    >>> sheet = with_rules_of_signs(Page(1, 595, 842, 0, words, ()))
    >>> [word.text for word in sheet.words], sheet.rules[0].box.middle
    (['Hyror'], 56.0)
    """
    drawn = [word.box for word in page.words if _SIGNS.fullmatch(word.text)]
    if not drawn:
        return page
    words = tuple(word for word in page.words if not _SIGNS.fullmatch(word.text))
    rules = tuple(Rule(Box(box.x0, box.middle, box.x1, box.middle)) for box in drawn)
    return replace(page, words=words, rules=(*page.rules, *rules))
