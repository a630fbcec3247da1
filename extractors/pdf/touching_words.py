"""Words of one line that touch, though the file has their letters in places far from each other: Chromium
writes the first letter of some words ("Y" and "rkande") as a text of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from schemas.page import Word
from schemas.place import Box

APART = 0.04  # of the type size: letters of one word stand so near each other
KERN = 0.16  # of the type size: so far a pair as "AV", "Yo" or "11" may be moved together


def join_touching(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, in the file's order, each with those small letters that go on with it."""
    begun = [at for at, word in enumerate(words) if word.text[0].islower() and not _follows(words, at)]
    if not begun:
        return tuple(words)
    ends: dict[tuple[float, float, int, int], list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        ends[word.box.top, word.size, word.face, round(word.box.x1)].append(at)
    found = list(words)
    taken: set[int] = set()
    for right in begun:
        word = found[right]
        place = round(word.box.x0)
        near = [
            at
            for x in (place - 1, place, place + 1)
            for at in ends.get((word.box.top, word.size, word.face, x), ())
        ]
        left = next((at for at in near if at not in (right, right - 1) and _touch(words[at], word)), None)
        if left is not None and left not in taken:
            found[left] = joined(found[left], word)
            taken.add(right)
    return tuple(word for at, word in enumerate(found) if at not in taken)


def _follows(words: Sequence[Word], at: int) -> bool:
    """True for most words: the one before it in the file stands just left of it."""
    if not at:
        return False
    before, own = words[at - 1].box, words[at].box
    return before.top == own.top and -1.0 < own.x0 - before.x1 < 2 * words[at].size


def stand_close(one: Word, other: Word) -> bool:
    """True where the other begins where the one ends, or a kern before that."""
    return -KERN * one.size < other.box.x0 - one.box.x1 < APART * one.size


def _touch(one: Word, other: Word) -> bool:
    return (
        stand_close(one, other)
        and one.text[-1].isalpha()
        and other.text[0].islower()
        and one.bold == other.bold
    )


def joined(one: Word, other: Word) -> Word:
    """One word of two; the first's look holds."""
    box = Box(one.box.x0, one.box.top, other.box.x1, max(one.box.bottom, other.box.bottom))
    return replace(one, text=one.text + other.text, box=box)
