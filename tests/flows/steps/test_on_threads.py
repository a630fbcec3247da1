"""The steps on plain threads: so many at once, and all stop where one fails."""

from __future__ import annotations

import threading

import pytest

from flows.steps.on_threads import on_threads


def test_every_thing_is_done_once_and_so_many_at_a_time() -> None:
    running, most, lock = 0, 0, threading.Lock()
    together = threading.Barrier(3, timeout=10)

    def work(thing: str) -> bool:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        together.wait()
        with lock:
            running -= 1
        done.append(thing)
        return True

    done: list[str] = []
    things = [str(number) for number in range(12)]
    results = list(on_threads(3)(things, str, work, lambda: pytest.fail("nothing failed")))
    assert sorted(done) == sorted(things) and results == [True] * 12
    assert most == 3


def test_where_one_fails_the_rest_is_not_begun_and_whoever_works_is_told_to_stop() -> None:
    stopped, begun = threading.Event(), []

    def work(thing: str) -> bool:
        begun.append(thing)
        if thing == "0":
            raise ValueError(thing)
        return stopped.wait(10)

    with pytest.raises(ValueError, match="0"):
        list(on_threads(2)([str(number) for number in range(20)], str, work, stopped.set))
    assert stopped.is_set() and len(begun) <= 4


def test_whoever_looks_no_further_stops_the_work_too() -> None:
    stopped = threading.Event()
    results = iter(
        on_threads(1)(["a", "b"], str, lambda thing: thing == "a" or stopped.wait(10), stopped.set)
    )
    assert next(results)
    results.close()  # type: ignore[attr-defined]
    assert stopped.is_set()
