"""Square metres and footnote marks: the small raised 2 of "70 m2", the 1 of "14 820 1", is a word of its own
to PDFium, and would be a line of its own or a digit of the figure.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from schemas.page import Word
from schemas.place import Box
from swedish.numbers.notation import RAISED_MARKS

_METRE = re.compile(r"(?:^|[\d/(])[kdcm]?m$")
_POWER = re.compile(r"^([23])([.,;:)/]*)$")
_LONG_FIGURE = re.compile(r"\d{3}$")
_SIGNS = {"2": "²", "3": "³"}
_MARK = re.compile(r"^(\d{1,2}|\*{1,3}|[a-h])(\)?)([.,;:]?)$")
FARTHEST = 12.0  # points across: a mark stands close at its word
SMALL = 0.86  # of the type size beside it: what is set raised; browsers set it at five sixths
RAISED = 0.15  # of its own type size: how far the line of a mark that touches its word lies above the word's
TOUCHING = 0.1  # of the type size
APART = 0.5  # of the type size: a mark with a bracket may stand so far behind its word
_MARKS = str.maketrans("0123456789abcdefgh", RAISED_MARKS)


def begins_mark(sign: str, size: float, before: float, rise: float) -> bool:
    """True for a digit, a star or one of the first letters in type of that `size` that is a mark behind
    others of the size `before`:
    small, and raised by `rise` points.

    >>> begins_mark("1", 8, 12, 4), begins_mark("1", 12, 12, 4), begins_mark("n", 8, 12, 4)
    (True, False, False)
    """
    return sign in "0123456789*abcdefgh" and size < SMALL * before and rise > RAISED * max(size, 1.0)


def join_raised(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words with each raised 2 or 3 behind a metre joined to it, and the comma behind that too;
    other small raised digits behind a word are a footnote's mark.
    """
    joined: list[Word] = []
    for word in _with_marks_behind(tuple(words)):
        before = joined[-1] if joined else None
        power, mark = _POWER.match(word.text), _MARK.match(word.text)
        if before is not None and power and _METRE.search(before.text) and _is_raised(before, word):
            joined[-1] = _grown(before, word, _SIGNS[power[1]] + power[2])
        elif before is not None and mark and before.text[-1].isalnum() and _is_raised(before, word):
            joined[-1] = _grown(before, word, mark[1].translate(_MARKS) + mark[2] + mark[3])
        elif (
            before is not None
            and before.text[-1] in RAISED_MARKS
            and _touches(before, word)
            and not word.text[0].isalnum()
        ):
            joined[-1] = _grown(before, word, word.text)
        else:
            joined.append(word)
    return tuple(joined)


def _with_marks_behind(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with each small mark behind the word that it stands at (PDFium may give it first, for it
    stands higher), or on the line of the note that it begins.
    """
    sizes = Counter(word.size for word in words)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    small = [at for at, word in enumerate(words) if word.size < SMALL * usual and _MARK.match(word.text)]
    if not small:
        return words
    ends = sorted((word.box.x1, at) for at, word in enumerate(words))
    starts = sorted((word.box.x0, at) for at, word in enumerate(words))
    placed = dict(enumerate(words))
    behind: dict[int, list[Word]] = defaultdict(list)
    for at in small:
        mark = words[at]
        before = (n for n in _near(ends, mark.box.x0) if n in placed and _is_raised(words[n], mark))
        after = (n for n in _near(starts, mark.box.x1) if _begins(mark, words[n]))
        if (word := next(before, None)) is not None:
            behind[word].append(placed.pop(at))
        elif (word := next(after, None)) is not None:
            box = replace(mark.box, top=words[word].box.top, bottom=words[word].box.bottom)
            placed[at] = replace(mark, text=mark.text.translate(_MARKS), box=box)
    return tuple(each for at, word in placed.items() for each in (word, *behind.get(at, ())))


def _near(edges: list[tuple[float, int]], x: float) -> Iterator[int]:
    """The words of which that edge lies near the place, in the order of the sheet."""
    yield from sorted(
        at for _, at in edges[bisect(edges, (x - FARTHEST, 0)) : bisect(edges, (x + FARTHEST, 0))]
    )


def _begins(mark: Word, word: Word) -> bool:
    """True for the mark that a note begins with: no word stands close before it, and one close behind."""
    small = mark.size < SMALL * word.size
    raised = word.box.bottom - mark.box.bottom > 0.2 * word.size and word.box.is_beside(mark.box)
    return small and raised and -1.0 < word.box.x0 - mark.box.x1 < 0.6 * word.size


def _is_raised(before: Word, word: Word) -> bool:
    """True for a mark that touches the word; a letter is one behind a year or an amount, not in "1 a"."""
    if word.text[0].isalpha() and not _LONG_FIGURE.search(before.text):
        return False
    small = word.size < SMALL * before.size
    reach = APART if word.text.endswith(")") else TOUCHING
    return small and before.box.bottom - word.box.bottom > 0.2 * before.size and _touches(before, word, reach)


def _touches(before: Word, word: Word, reach: float = TOUCHING) -> bool:
    near = -1.0 < word.box.x0 - before.box.x1 < reach * before.size
    return near and word.box.is_beside(before.box)


def _grown(before: Word, word: Word, text: str) -> Word:
    box = Box(before.box.x0, before.box.top, word.box.x1, before.box.bottom)
    return replace(before, text=before.text + text, box=box)
