"""What one of two texts says and the other does not, aligned word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from schemas.finding import Difference
from schemas.kinds import DifferenceKind
from swedish.align import align, changes_of
from swedish.tokens import Token, find_tokens

Pairing = tuple[Token | None, Token | None]
_LARGEST = 2500  # cells of an alignment by likeness; a bigger block of changed words is one difference
_LIKE = 0.6  # share of letters that two words have in common, from which one is read for the other
# How well two words stand side by side. Words much alike, or two figures, are worth more than any two others;
# two names may stand for each other, and any two words rather than none.
_ALIKE, _TWO_NAMES, _TWO_WORDS = 1.0, 0.3, 0.1
_DIGITS = 0.1  # what the same digits add: of two figures the nearer one is meant
Kind = DifferenceKind
_KINDS = {"figure": Kind.NUMBER, "name": Kind.NAME, "word": Kind.WORDING}


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand on one side and not on the other; an empty side says so."""

    kind: DifferenceKind
    a: tuple[Token, ...]
    b: tuple[Token, ...]


@lru_cache(maxsize=10_000)
def find_differences(a: str, b: str) -> tuple[Difference, ...]:
    """The differences of two texts as published;
    a pair that differs in punctuation alone has one, of wording.

    >>> found = find_differences("Ramen är 76,6 mnkr för Björkvik.", "Ramen blir 67,6 mnkr för Björkvk nu.")
    >>> [(str(each.kind), each.a, each.b) for each in found]  # doctest: +NORMALIZE_WHITESPACE
    [('wording', 'är', 'blir'), ('number', '76,6 mnkr', '67,6 mnkr'),
     ('name', 'Björkvik', 'Björkvk'), ('added', None, 'nu')]
    """
    found = tuple(
        Difference(c.kind, raw_of(a, c.a), raw_of(b, c.b))
        for c in find_changes(find_tokens(a), find_tokens(b))
    )
    return found or _punctuation(a.split(), b.split())


def raw_of(text: str, tokens: Sequence[Token]) -> str | None:
    """The characters from the first token to the last; None of none."""
    return text[tokens[0].start : tokens[-1].end] if tokens else None


def _punctuation(a: Sequence[str], b: Sequence[str]) -> tuple[Difference, ...]:
    return tuple(
        Difference(Kind.WORDING, " ".join(a[i:j]) or None, " ".join(b[k:m]) or None)
        for _, i, j, k, m in changes_of(a, b)
    )


def find_changes(a: Sequence[Token], b: Sequence[Token]) -> list[Change]:
    """Changes in the order of the texts, each as small as it can be told."""
    blocks = changes_of([t.key for t in a], [t.key for t in b])
    pairings = [p for _, i, j, k, m in blocks for p in (*_pairings(a[i:j], b[k:m]), (None, None))]
    return list(_changes(pairings))


def _changes(pairings: Sequence[Pairing]) -> Iterator[Change]:
    """Pairs of tokens as changes: figures and names one by one, words in runs. (None, None) ends a run."""
    run: list[Pairing] = []
    for left, right in pairings:
        if left and right and _by_itself(left, right):
            yield from _run(run)
            run = []
            yield from _pair(left, right)
        elif not left and not right:
            yield from _run(run)
            run = []
        elif not left or not right or not _same(left, right):
            run.append((left, right))
    yield from _run(run)


def _pair(left: Token, right: Token) -> Iterator[Change]:
    if not _same(left, right):
        kind = left.kind if left.kind == right.kind else "name"
        yield Change(_KINDS[kind], (left,), (right,))


def _by_itself(a: Token, b: Token) -> bool:
    """Two figures, two names, or two words that are much the same:
    a change of their own, whatever else has changed.
    """
    are_of_one_kind = a.kind == b.kind != "word"
    return are_of_one_kind or _likeness(a, b) > _ALIKE


def _run(run: Sequence[Pairing]) -> Iterator[Change]:
    a = tuple(left for left, _ in run if left)
    b = tuple(right for _, right in run if right)
    if a and b:
        one_is_a_name = len(a) == len(b) == 1 and "name" in (a[0].kind, b[0].kind)
        yield Change(Kind.NAME if one_is_a_name else Kind.WORDING, a, b)
    elif a:
        yield Change(Kind.REMOVED, a, b)
    elif b:
        yield Change(Kind.ADDED, a, b)


def _same(a: Token, b: Token) -> bool:
    """Only the capital of a sentence's first word differs."""
    return (a.opens or b.opens) and a.text.casefold() == b.text.casefold()


def _pairings(a: Sequence[Token], b: Sequence[Token]) -> Iterator[Pairing]:
    """Tokens of two changed blocks side by side, those that are most like each other together."""
    pairs = align(a, b, _likeness) if len(a) * len(b) <= _LARGEST else []
    i = k = 0
    for left, right in (*pairs, (len(a), len(b))):
        yield from ((token, None) for token in a[i:left])
        yield from ((None, token) for token in b[k:right])
        if left < len(a):
            yield a[left], b[right]
        i, k = left + 1, right + 1


def _likeness(a: Token, b: Token) -> float:
    if a.kind == b.kind == "figure":
        return _ALIKE + _DIGITS * Indel.normalized_similarity(a.text, b.text)
    if "figure" in (a.kind, b.kind):
        return 0.0
    like = Indel.normalized_similarity(a.text.casefold(), b.text.casefold())
    if like >= _LIKE:
        return _ALIKE + like
    return _TWO_NAMES if a.kind == b.kind == "name" else _TWO_WORDS
