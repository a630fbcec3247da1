"""Figures that a cell too narrow for them has broken over two lines: "221 862 00" above "0"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractors.pages.lines import Line
from schemas.page import Word
from schemas.place import box_around

THOUSANDS_GAP = 0.6  # of the type size
SAME_END = 3.0  # points: both pieces end, or begin, where the cell does
_SIGNS = "-–−+("


def join_broken_figures(lines: list[Line]) -> list[Line]:
    """The lines with every broken figure whole on its second line, where the row's label stands."""
    joined: list[Line] = []
    for line in lines:
        whole = _joined(joined[-1], line) if joined else None
        if whole is None:
            joined.append(line)
        else:
            joined[-1] = whole
    return joined


def _joined(upper: Line, lower: Line) -> Line | None:
    """The lower line with the figures of the upper,
    None where the upper holds anything but broken figures.
    """
    if lower.box.top - upper.box.bottom > 0.6 * upper.box.height:
        return None
    words = list(lower.words)
    for figure in _broken(upper.words):
        rest = next((word for word in words if _ends(figure[-1], word)), None)
        if rest is None or not _stands_alone(rest, words):
            return None
        box = box_around((figure[-1].box, rest.box))
        assert box is not None
        words.remove(rest)
        words += [*figure[:-1], replace(rest, text=figure[-1].text + rest.text, box=box)]
    if len(words) == len(lower.words):
        return None
    return Line(lower.page, tuple(sorted(words, key=lambda word: word.box.x0)))


def _broken(words: tuple[Word, ...]) -> list[list[Word]]:
    """The figures of a line that holds nothing else, each without its last digits;
    none where one is whole.
    """
    figures: list[list[Word]] = []
    for word in words:
        digits = word.text.lstrip(_SIGNS)
        if not digits.isdecimal():
            return []
        ended = not figures or (len(figures[-1]) > 1 and _lacks(figures[-1][-1]))
        if ended:
            figures.append([word])
        elif digits == word.text and len(digits) <= 3 and _is_next(figures[-1][-1], word):
            figures[-1].append(word)
        else:
            return []
    whole = any(len(figure) < 2 or not _lacks(figure[-1]) for figure in figures)
    return [] if whole else figures


def _is_next(group: Word, word: Word) -> bool:
    """True at the distance between groups of thousands: farther off stands another column."""
    return word.box.x0 - group.box.x1 < THOUSANDS_GAP * word.size


def _lacks(group: Word) -> int:
    """How many digits a group of thousands lacks."""
    return max(0, 3 - len(group.text))


def _ends(piece: Word, rest: Word) -> bool:
    """True where the rest has the digits that the piece lacks, at the same edge of the cell."""
    edges = (abs(piece.box.x1 - rest.box.x1), abs(piece.box.centre - rest.box.centre))
    return rest.text.isdecimal() and len(rest.text) == _lacks(piece) and min(edges) < SAME_END


def _stands_alone(word: Word, words: list[Word]) -> bool:
    """True where no other figure stands so near that the word is a group of it."""
    near = [a for a, b in pairwise(sorted(words, key=lambda w: w.box.x0)) if b is word]
    return not any(word.box.x0 - a.box.x1 < word.size and a.text[-1:].isdecimal() for a in near)
