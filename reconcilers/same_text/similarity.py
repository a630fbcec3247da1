"""How alike two texts are, word for word, and which of many texts are worth comparing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from schemas.kinds import Relation
from swedish.align import share_in_order

Words = tuple[str, ...]

ALIKE = 0.5  # the contract's: below it two texts do not say the same
NEAR_PARAGRAPH, NEAR_SECTION = 0.9, 0.97


def words_of(text: str) -> Words:
    """The text's words, punctuation kept."""
    return tuple(text.split())


def relation(a: Words, b: Words, alike: float, near: float = NEAR_PARAGRAPH) -> Relation:
    """How much the two differ.

    >>> str(relation(("a", "b"), ("a", "b"), 1.0)), str(relation(("a", "b"), ("a", "c"), 0.5))
    ('identical', 'changed')
    """
    if a == b:
        return Relation.IDENTICAL
    return Relation.NEAR if alike > near else Relation.CHANGED


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their numbers, `first` the earlier one."""

    first: int
    second: int
    similarity: float


def find_alike(texts: Sequence[Words], may_pair: Callable[[int, int], bool]) -> Iterator[Alike]:
    """Every pair of texts that is at least half alike, found through an index: none is lost.

    >>> texts = [("a", "b", "c"), ("x", "y"), ("a", "b", "d")]
    >>> list(find_alike(texts, lambda i, j: True))
    [Alike(first=0, second=2, similarity=0.6666666666666666)]
    """
    places: dict[Words, list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        places[words].append(number)
    different = list(places)
    for x, y in _candidates(different):
        yield from _pairs(different[x], different[y], places, may_pair)
    for words, numbers in places.items():
        if words:
            yield from (
                Alike(i, j, 1.0) for n, i in enumerate(numbers) for j in numbers[n + 1 :] if may_pair(i, j)
            )


def _pairs(
    x: Words, y: Words, places: dict[Words, list[int]], may_pair: Callable[[int, int], bool]
) -> Iterator[Alike]:
    """The pairs of two different texts, each of which may stand in several places;
    the order may change the measure.
    """
    measured: dict[bool, float] = {}
    for i in places[x]:
        for j in places[y]:
            if not may_pair(min(i, j), max(i, j)):
                continue
            if (i < j) not in measured:
                measured[i < j] = share_in_order(x, y) if i < j else share_in_order(y, x)
            if measured[i < j] >= ALIKE:
                yield Alike(min(i, j), max(i, j), measured[i < j])


def _candidates(texts: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share enough words, in whatever order, to be half alike.

    The prefix filter of set joins. Texts of n and m words that are half alike share (n + m)/4 words or more.
    Leave out of the later one its `n/3 − 1` commonest: all but as many of the shared words are among the
    rest, so that counting in an index only how often its rarer words stand in each earlier text loses no
    pair.
    """
    bags = [numbered(words) for words in texts]
    frequency = Counter(word for bag in bags for word in bag)
    held: dict[tuple[str, int], list[int]] = defaultdict(list)
    for y, bag in enumerate(bags):
        left_out = max(ceil(len(bag) / 3) - 1, 0)
        rarest = sorted(bag, key=lambda word: (frequency[word], word))[: len(bag) - left_out]
        for x, shared in sorted(Counter(chain.from_iterable(held[word] for word in rarest)).items()):
            both = len(bags[x]) + len(bag)
            if 4 * (shared + left_out) >= both and 4 * len(bags[x] & bag) >= both:
                yield x, y
        for word in bag:
            held[word].append(y)


def numbered(words: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Words with how often each has stood before, so that a set keeps what stands twice."""
    seen: dict[str, int] = {}
    numbered = []
    for word in words:
        before = seen.get(word, 0)
        numbered.append((word, before))
        seen[word] = before + 1
    return frozenset(numbered)
