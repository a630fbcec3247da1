"""A release is worked through once, and is let go when a newer one stands in its place."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

from app.library import Snapshot, open_library
from app.web.api.oai_records import records_of
from app.web.api.once_a_release import once_a_release
from app.web.api.site_map import all_addresses


def test_it_is_worked_out_once_for_each_release(archive: Path) -> None:
    asked: list[int] = []

    @once_a_release
    def work(now: Snapshot) -> str:
        asked.append(now.number)
        return f"utgåva {now.number}"

    one, other = open_library(archive).now(), open_library(archive).now()
    assert [work(one), work(one), work(other), work(one)] == ["utgåva 1"] * 4
    assert asked == [1, 1]


def test_nothing_keeps_a_release_that_is_shown_no_more(archive: Path) -> None:
    now = open_library(archive).now()
    assert records_of(now)
    assert all_addresses(now)
    gone = ref(now)
    del now
    gc.collect()
    assert gone() is None
