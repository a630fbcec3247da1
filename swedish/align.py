"""Two sequences side by side: which stretches differ, which things belong together, how much both share.

Built on difflib, whose counting the contract names for the similarity of duplicates: what differs is told in
the same blocks. rapidfuzz takes half of the 60 µs that a pair of paragraphs costs, and finds in 2 of 100
more in common than the contract counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
Block = tuple[str, int, int, int, int]
_MOST = 1_000_000  # comparisons; above it only a band around the diagonal is tried
_BAND = 400


def blocks_of(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Block]:
    """What becomes of a[i:j] in b[k:m]: (equal, replace, delete or insert; i, j, k, m), in order.

    >>> blocks_of("abxd", "abyd")
    [('equal', 0, 2, 0, 2), ('replace', 2, 3, 2, 3), ('equal', 3, 4, 3, 4)]
    """
    return list(SequenceMatcher(None, a, b, autojunk=False).get_opcodes())


def changes_of(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Block]:
    """The blocks that differ.

    >>> changes_of("abxd", "abyd")
    [('replace', 2, 3, 2, 3)]
    """
    return [block for block in blocks_of(a, b) if block[0] != "equal"]


def share_in_order(a: Sequence[Hashable], b: Sequence[Hashable]) -> float:
    """2·M/T, M what stands in equal blocks and T what stands in both; `a` is the one that stands first.

    >>> share_in_order(("det", "kostar", "mer"), ("det", "kostar", "mycket", "mer"))
    0.8571428571428571
    """
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def share(a: Counter[A], b: Counter[A]) -> float:
    """2·M/T of two bags: 1 for the same things as often, 0 for none in common or none at all."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def align(a: Sequence[A], b: Sequence[B], likeness: Callable[[A, B], float]) -> list[tuple[int, int]]:
    """Pairs of places, both in order, whose likenesses have the largest sum;
    what is alike by 0 is never paired.

    >>> align("abxd", "abyde", lambda x, y: float(x == y))
    [(0, 0), (1, 1), (3, 3)]
    """
    alike = [[_likeness(a, b, i, k, likeness) for k in range(len(b))] for i in range(len(a))]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for k in reversed(range(len(b))):
            together = best[i + 1][k + 1] + alike[i][k] if alike[i][k] else 0.0
            best[i][k] = max(together, best[i + 1][k], best[i][k + 1])
    pairs, i, k = [], 0, 0
    while i < len(a) and k < len(b):
        if alike[i][k] and best[i][k] == best[i + 1][k + 1] + alike[i][k]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            i += 1
        else:
            k += 1
    return pairs


def _likeness(a: Sequence[A], b: Sequence[B], i: int, k: int, likeness: Callable[[A, B], float]) -> float:
    if len(a) * len(b) > _MOST and abs(i * len(b) - k * len(a)) > _BAND * max(len(a), len(b)):
        return 0.0
    return likeness(a[i], b[k])


def only_change(a: str, b: str) -> tuple[int, int, int]:
    """The one stretch, between ends that are common, that differs: a[start:end] became b[start:stop].

    >>> only_change("67,6 mnkr", "76,6 mnkr"), only_change("ab", "abc")
    ((0, 2, 2), (2, 2, 3))
    """
    shorter = min(len(a), len(b))
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), shorter)
    most = shorter - start
    tail = next((i for i in range(most) if a[-1 - i] != b[-1 - i]), most)
    return start, len(a) - tail, len(b) - tail
