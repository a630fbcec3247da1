"""Which words of a text were asked for, and the piece of it that shows most of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from archive.search.asked import Asked, Clause, ClauseKind
from swedish.search_words import Word, find_words

_SHOWN = 260  # characters of a snippet
_BEFORE = 60  # of them before the first marked word


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `is_marked` where it was asked for."""

    text: str
    is_marked: bool = False


class Marker:
    """Finds in texts what was asked for; `also` are words that stand for some that no text has."""

    def __init__(self, asked: Asked, also: Iterable[Word] = ()) -> None:
        clauses = [clause for clause in asked.clauses if not clause.is_common]
        self._phrases = [
            tuple(word.word for word in clause.words)
            for clause in clauses
            if clause.kind == ClauseKind.PHRASE
        ]
        single = [clause for clause in clauses if clause.kind != ClauseKind.PHRASE]
        words = [*(clause.words[0] for clause in single if clause.kind == ClauseKind.WORD), *also]
        self._words = {word.word for word in words}
        self._stems = {stem for word in words for stem in word.stems}
        self._parts = {part for word in words if word.word[:1].isalpha() for part in word.parts}
        self._beginnings = tuple(_texts(single, ClauseKind.PREFIX))
        self._likes = tuple(_texts(single, ClauseKind.LIKE))

    def __bool__(self) -> bool:
        return bool(self._phrases or self._words or self._beginnings or self._likes)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where in the text the words stand, in order; words in a row are one stretch."""
        words = list(find_words(text))
        marked = [self._is_met(word) for word in words]
        for phrase in self._phrases:
            for start in range(len(words) - len(phrase) + 1):
                if tuple(word.word for word in words[start : start + len(phrase)]) == phrase:
                    marked[start : start + len(phrase)] = [True] * len(phrase)
        return [(word.start, word.end) for word, is_marked in zip(words, marked, strict=True) if is_marked]

    def met(self, text: str) -> set[str]:
        """The different words asked for that the text has: how well it answers."""
        return {text[start:end].casefold() for start, end in self.find(text)}

    def _is_met(self, word: Word) -> bool:
        if word.word in self._words or not self._stems.isdisjoint(word.stems):
            return True
        if not self._stems.isdisjoint(word.parts) or not self._parts.isdisjoint(word.stems):
            return True
        return word.word.startswith(self._beginnings) or any(
            _is_like(word.word, each) for each in self._likes
        )


def snippet(texts: Sequence[str], marker: Marker) -> tuple[int, list[Piece]]:
    """Which of the texts answers best, and the piece of it to show; the first where none has a word."""
    scores = [len(marker.met(text)) for text in texts]
    best = scores.index(max(scores)) if scores else 0
    return best, cut(texts[best], marker) if texts else []


def cut(text: str, marker: Marker, longest: int = _SHOWN) -> list[Piece]:
    """The text, or as much of it as fits around the stretch with most marks, in pieces."""
    marks = marker.find(text)
    start, end = _window(text, marks, longest)
    pieces = [Piece("… ")] if start else []
    at = start
    for first, last in marks:
        if first >= start and last <= end:
            pieces += [Piece(text[at:first]), Piece(text[first:last], is_marked=True)]
            at = last
    pieces.append(Piece(text[at:end] + (" …" if end < len(text) else "")))
    return [piece for piece in pieces if piece.text]


def _window(text: str, marks: Sequence[tuple[int, int]], longest: int) -> tuple[int, int]:
    """From a word's beginning to a word's end."""
    if len(text) <= longest:
        return 0, len(text)
    starts = [max(0, first - _BEFORE) for first, _ in marks] or [0]
    best = max(
        starts, key=lambda start: sum(start <= first and last <= start + longest for first, last in marks)
    )
    start = 0 if best == 0 else text.rfind(" ", 0, best) + 1
    end = text.find(" ", min(len(text), start + longest))
    return start, len(text) if end < 0 else end


def _texts(clauses: Iterable[Clause], kind: ClauseKind) -> Iterator[str]:
    return (clause.words[0].word for clause in clauses if clause.kind == kind)


def _is_like(word: str, other: str) -> bool:
    if len(other) <= 3:
        return word == other
    most = 1 + (len(other) >= 8)
    return OSA.distance(word, other, score_cutoff=most) <= most
