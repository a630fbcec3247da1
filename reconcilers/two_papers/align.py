"""Two sequences side by side, in order, each thing beside the one it is most like;
and how much two bags share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
_MOST = 1_000_000  # comparisons; above it only a band around the diagonal is tried
_BAND = 400


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


def overlap(a: Counter[A], b: Counter[A]) -> float:
    """2·M/T: 1 for the same things as often, 0 for none in common or none at all."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _likeness(a: Sequence[A], b: Sequence[B], i: int, k: int, likeness: Callable[[A, B], float]) -> float:
    if len(a) * len(b) > _MOST and abs(i * len(b) - k * len(a)) > _BAND * max(len(a), len(b)):
        return 0.0
    return likeness(a[i], b[k])
