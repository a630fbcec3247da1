"""Words of one line that touch, though the file has their letters in places far from each other: Chromium
writes the first letter of some words ("Y" and "rkande") as a text of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from schemas.page import Word
from schemas.place import Box

KERN = 0.04  # of the type size: letters of one word stand so near each other


def join_touching(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, in the file's order, each with those small letters that go on with it."""
    lines: dict[tuple[float, float, int], list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        lines[word.box.top, word.size, word.face].append(at)
    taken: dict[int, int] = {}
    found = list(words)
    for held in lines.values():
        if len(held) < 2:
            continue
        held.sort(key=lambda at: words[at].box.x0)
        for left, right in pairwise(held):
            first = taken.get(left, left)
            apart = right != left + 1  # what follows in the file has a space of its own, however narrow
            if apart and _touch(found[first], words[right]):
                found[first] = joined(found[first], words[right])
                taken[right] = first
    return tuple(word for at, word in enumerate(found) if at not in taken)


def _touch(one: Word, other: Word) -> bool:
    near = -KERN * one.size < other.box.x0 - one.box.x1 < KERN * one.size
    return near and one.text[-1].isalpha() and other.text[0].islower() and one.bold == other.bold


def joined(one: Word, other: Word) -> Word:
    """One word of two; the first's look holds."""
    box = Box(one.box.x0, one.box.top, other.box.x1, max(one.box.bottom, other.box.bottom))
    return replace(one, text=one.text + other.text, box=box)
