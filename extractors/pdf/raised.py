"""Square metres: the small raised 2 of "70 m2" is a word of its own to PDFium,
and would be a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from schemas.page import Word
from schemas.place import Box

_METRE = re.compile(r"(?:^|[\d/(])[kdcm]?m$")
_POWER = re.compile(r"^([23])([.,;:)/]*)$")
_SIGNS = {"2": "²", "3": "³"}


def join_raised(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words with each raised 2 or 3 behind a metre joined to it, and the comma behind that too."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        power = _POWER.match(word.text)
        if before is not None and power and _METRE.search(before.text) and _is_raised(before, word):
            joined[-1] = _grown(before, word, _SIGNS[power[1]] + power[2])
        elif (
            before is not None
            and before.text[-1] in "²³"
            and _touches(before, word)
            and not word.text[0].isalnum()
        ):
            joined[-1] = _grown(before, word, word.text)
        else:
            joined.append(word)
    return tuple(joined)


def _is_raised(before: Word, word: Word) -> bool:
    small = word.size < 0.8 * before.size
    return small and before.box.bottom - word.box.bottom > 0.2 * before.size and _touches(before, word)


def _touches(before: Word, word: Word) -> bool:
    near = -1.0 < word.box.x0 - before.box.x1 < 0.1 * before.size
    return near and word.box.is_beside(before.box)


def _grown(before: Word, word: Word, text: str) -> Word:
    box = Box(before.box.x0, before.box.top, word.box.x1, before.box.bottom)
    return replace(before, text=before.text + text, box=box)
