"""What a person asks for, as it was meant: words, "phrases", beginnings*, alternatives and what is left out.

Nothing that is typed is an error: a quotation mark that is never closed ends with the line, a star alone is
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto

from swedish.diary import find_diary_numbers
from swedish.search_words import COMMON, Word, find_words

LONGEST, MOST_CLAUSES = 500, 40  # characters, words: beyond them nothing is read, and that is told
_QUOTES = str.maketrans("”“„«»", '"""""')
_FIGURE = r"[-−–]\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|[-−–]\d+,\d+(?!\S)"  # below nought, not left out
_CHUNK = re.compile(rf'{_FIGURE}|[-−–]?"[^"]*"?|\S+')
_PARAGRAPH = re.compile(r"\bparagraf(?:en)?\s+(?=\d)", re.IGNORECASE)
# What people ask in a word that offices do not write.
_IN_OFFICES = {"kosta": ("avgift", "taxa", "pris", "kostnad")}
_OR = frozenset(("ELLER", "OR"))
_LEFT_OUT = re.compile(r"[-−–](?=\S)")  # phones write the longer ones


class ClauseKind(StrEnum):
    WORD = auto()
    PHRASE = auto()
    PREFIX = auto()
    LIKE = auto()  # spelled about so


@dataclass(frozen=True, slots=True)
class Clause:
    """A word, some words in a row, the beginning of a word, or a word spelled about so."""

    kind: ClauseKind
    words: tuple[Word, ...]
    is_common: bool = False

    @property
    def text(self) -> str:
        return " ".join(word.word for word in self.words)


@dataclass(frozen=True, slots=True)
class Asked:
    """Each group must be met by one of its clauses; what is in `without` must not be there."""

    groups: tuple[tuple[Clause, ...], ...] = ()
    without: tuple[Clause, ...] = ()
    is_cut: bool = False

    @property
    def clauses(self) -> Iterator[Clause]:
        for group in self.groups:
            yield from group

    def __bool__(self) -> bool:
        return bool(self.groups or self.without)


def read_asked(text: str) -> Asked:
    """
    >>> asked = read_asked('förskola "barn och unga" -skola taxa* ELLER avgift')
    >>> [[(c.kind.value, c.text) for c in group] for group in asked.groups]
    [[('word', 'förskola')], [('phrase', 'barn och unga')], [('prefix', 'taxa'), ('word', 'avgift')]]
    >>> [c.text for c in asked.without]
    ['skola']
    >>> [[c.text for c in group] for group in read_asked("§ 208 KS 2024-00375 1 250 000 kr").groups]
    [['§208'], ['ks 2024-375'], ['1250000'], ['kr']]
    >>> bool(read_asked(' "" * - ')), bool(read_asked("och"))
    (False, True)
    """
    cut = text[:LONGEST]
    groups: list[tuple[Clause, ...]] = []
    without: list[Clause] = []
    joins = False
    for is_or, is_out, clauses in _stretches(_PARAGRAPH.sub("§ ", cut.translate(_QUOTES))):
        if is_or:
            joins = bool(groups)
            continue
        if is_out:
            without += clauses
            continue
        for clause in clauses:
            if joins:
                groups[-1] = (*groups[-1], clause)
            else:
                groups.append((clause, *_in_offices(clause)))
            joins = False
    is_cut = len(text) > LONGEST or len(groups) > MOST_CLAUSES or len(without) > MOST_CLAUSES
    return Asked(tuple(_weighed(groups[:MOST_CLAUSES])), tuple(without[:MOST_CLAUSES]), is_cut)


def _in_offices(clause: Clause) -> Iterator[Clause]:
    """ "vad kostar båtplats" is answered by "avgift för båtplats"."""
    if clause.kind == ClauseKind.WORD:
        for stem in clause.words[0].stems:
            for word in _IN_OFFICES.get(stem, ()):
                yield Clause(ClauseKind.WORD, tuple(find_words(word)))


def _weighed(groups: Sequence[tuple[Clause, ...]]) -> Iterator[tuple[Clause, ...]]:
    """Words that stand in every text need not be met where others are asked for too."""
    plain = [group for group in groups if not all(_is_common(clause) for clause in group)]
    for group in groups:
        yield tuple(replace(clause, is_common=bool(plain) and _is_common(clause)) for clause in group)


def _is_common(clause: Clause) -> bool:
    return clause.kind == ClauseKind.WORD and clause.words[0].word in COMMON


def _stretches(text: str) -> Iterator[tuple[bool, bool, list[Clause]]]:
    """(is it "or", is it left out, clauses), in order; words side by side are read together: "1 250"."""
    plain: list[str] = []
    for chunk in _CHUNK.findall(text):
        special = _special(chunk)
        if special is None:
            plain.append(chunk)
            continue
        yield False, False, _plain(" ".join(plain))
        plain = []
        yield special
    yield False, False, _plain(" ".join(plain))


def _special(chunk: str) -> tuple[bool, bool, list[Clause]] | None:
    """What is more than a word; None of a word."""
    if chunk in _OR:
        return True, False, []
    is_out = bool(_LEFT_OUT.match(chunk)) and not re.fullmatch(_FIGURE, chunk)
    bare = chunk[1:] if is_out else chunk
    if '"' in bare:
        words = tuple(find_words(bare))
        return (
            False,
            is_out,
            [_in_a_row(words)] if words else [],
        )
    if bare.endswith(("*", "~")):
        return False, is_out, list(_marked(bare))
    return (False, is_out, _plain(bare)) if is_out else None


def _marked(chunk: str) -> Iterator[Clause]:
    """The last of its words is a beginning, or spelled about so."""
    words = list(find_words(chunk))
    for word in words[:-1]:
        yield Clause(ClauseKind.WORD, (word,))
    for word in words[-1:]:
        yield Clause(ClauseKind.PREFIX if chunk.endswith("*") else ClauseKind.LIKE, (word,))


def _plain(text: str) -> list[Clause]:
    """A clause a word; what stands together without a space, and a diary number, is words in a row."""
    numbers = [(text.find(number), text.find(number) + len(number)) for number in find_diary_numbers(text)]
    clauses: list[list[Word]] = []
    for word in find_words(text):
        last = clauses[-1][-1] if clauses else None
        if last is not None and (_is_one_chunk(text, last, word) or _are_in_one(numbers, last, word)):
            clauses[-1].append(word)
        else:
            clauses.append([word])
    return [_in_a_row(words) for words in clauses]


def _in_a_row(words: Sequence[Word]) -> Clause:
    return Clause(ClauseKind.PHRASE if len(words) > 1 else ClauseKind.WORD, tuple(words))


def _is_one_chunk(text: str, last: Word, word: Word) -> bool:
    """No space between them: "KS/2024:118", "24MTN112"."""
    return not any(letter.isspace() for letter in text[last.end : word.start])


def _are_in_one(stretches: Sequence[tuple[int, int]], last: Word, word: Word) -> bool:
    return any(start <= last.start and word.end <= end for start, end in stretches)
