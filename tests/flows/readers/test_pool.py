"""A pool that is closed while its readers read ends at once, and closes nothing that somebody still uses."""

from __future__ import annotations

import threading
import time

import pytest

from flows.readers import pool
from flows.readers.limits import Limits
from flows.readers.one_document import read
from flows.readers.pool import Readers, ReadersClosed


def test_who_waits_when_the_pool_closes_is_told_and_closes_the_pipes(monkeypatch: pytest.MonkeyPatch) -> None:
    closers: list[str] = []
    told: list[BaseException] = []
    kill = pool._Process.kill

    def noted(process: pool._Process) -> None:
        closers.append(threading.current_thread().name)
        kill(process)

    def wait(readers: Readers) -> None:
        try:
            readers.call(time.sleep, 60)
        except BaseException as error:  # noqa: BLE001 - the very thing that is looked at
            told.append(error)

    monkeypatch.setattr(pool._Process, "kill", noted)
    readers = Readers(Limits(workers=2), read)
    readers.call(time.sleep, 0)
    asking = [threading.Thread(target=wait, args=(readers,), name=f"asking {n}") for n in range(3)]
    for thread in asking:
        thread.start()
    deadline = time.monotonic() + 30
    while len(readers._running) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    began = time.monotonic()
    readers.close()
    for thread in asking:
        thread.join(10)
    assert time.monotonic() - began < 30
    assert [type(each) for each in told] == [ReadersClosed] * 3
    assert len(closers) == 2 and all(name.startswith("asking") for name in closers)


def test_a_closed_pool_keeps_no_free_process() -> None:
    with Readers(Limits(workers=1), read) as readers:
        readers.call(time.sleep, 0)
        [process] = readers._running
    assert process._process.returncode is not None
    with pytest.raises(ReadersClosed):
        readers.call(time.sleep, 0)
