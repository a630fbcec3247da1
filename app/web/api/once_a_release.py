"""What is worked out of a whole release once, and forgotten with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from app.library import Snapshot

T = TypeVar("T")


def once_a_release(work: Callable[[Snapshot], T]) -> Callable[[Snapshot], T]:
    """The work's answer, kept as long as the release is open: no cache holds an older one in memory."""
    kept: WeakKeyDictionary[Snapshot, T] = WeakKeyDictionary()

    @wraps(work)
    def answer(now: Snapshot) -> T:
        found = kept.get(now)
        if found is None:
            found = kept[now] = work(now)
        return found

    return answer
