"""Words become the lines a person sees:
visual rows, each cut into runs where the gap is wider than a space.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property

from schemas.page import Page, Word
from schemas.place import Box, box_around

SMALLEST_CAPITALS, LARGEST_CAPITALS = 0.6, 0.86  # of the type size
RUN_GAP = 0.95  # of the type size: wider than any justified space seen, narrower than a column gap


@dataclass(frozen=True)
class Run:
    """Words that follow one another at word spaces."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        first, last = self.words[0].box, self.words[-1].box
        return Box(
            first.x0, min(w.box.top for w in self.words), last.x1, max(w.box.bottom for w in self.words)
        )

    @cached_property
    def text(self) -> str:
        return join_words(self.words)

    @cached_property
    def struck(self) -> bool:
        return all(word.struck for word in self.words)


@dataclass(frozen=True)
class Line:
    """A visual row of one sheet, its words from left to right."""

    page: Page
    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        found = box_around(word.box for word in self.words)
        assert found is not None, "a line has at least one word"
        return found

    @cached_property
    def text(self) -> str:
        return join_words(self.words)

    @cached_property
    def size(self) -> float:
        """Type size of most of the line's characters; that of its first letter where a heading is set in
        small capitals, which printers write as capitals of another size.
        """
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        most = max(weights, key=lambda size: (weights[size], size))
        first = self.words[0].size
        if len(weights) != 2 or not SMALLEST_CAPITALS < most / first < LARGEST_CAPITALS:
            return most
        small = all(word.text[0].islower() for word in self.words if word.size == most)
        return first if small and all(word.bold for word in self.words) else most

    @cached_property
    def bold(self) -> bool:
        """True where every word with a letter or digit is bold."""
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(Run(tuple(words)) for words in _split_at_gaps(self.words))


def join_words(words: tuple[Word, ...] | list[Word]) -> str:
    """The words with one space between."""
    return " ".join(word.text for word in words)


def _split_at_gaps(words: tuple[Word, ...]) -> list[list[Word]]:
    runs = [[words[0]]]
    for before, word in itertools.pairwise(words):
        if word.box.x0 - before.box.x1 > RUN_GAP * max(word.size, before.size, 4.0):
            runs.append([word])
        else:
            runs[-1].append(word)
    return runs


def find_lines(page: Page) -> list[Line]:
    """The sheet's lines from top to bottom."""
    rows: list[tuple[float, float, list[Word]]] = []
    for word in sorted(page.words, key=lambda w: (w.box.top + w.box.bottom, w.box.x0)):
        box = word.box
        middle, half = (box.top + box.bottom) / 2, (box.bottom - box.top) / 2
        if rows:
            held, reach, words = rows[-1]
            if middle - held < 0.55 * min(half, reach) + 0.5:
                words.append(word)
                if half > reach:
                    rows[-1] = (held, half, words)
                continue
        rows.append((middle, half, [word]))
    lines = [Line(page, tuple(sorted(words, key=lambda w: w.box.x0))) for _, _, words in rows]
    return [line for line in lines if line.words]
