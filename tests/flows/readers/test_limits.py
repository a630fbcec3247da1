"""What one file may cost, as it comes in from outside."""

from __future__ import annotations

import os

import pytest
from pydantic import ValidationError

from flows.readers.limits import Limits
from schemas.limits import MEMORY_MB, SECONDS_A_FILE, SHEETS_A_FILE


def test_what_nobody_says_is_the_default() -> None:
    assert Limits().on_a_file == {
        "seconds": SECONDS_A_FILE,
        "memory_mb": MEMORY_MB,
        "max_pages": SHEETS_A_FILE,
    }


def test_a_reader_for_each_core_that_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert Limits().workers == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert Limits().workers == 1


def test_how_many_read_at_once_is_no_part_of_what_becomes_of_a_file() -> None:
    assert Limits(workers=1).on_a_file == Limits(workers=2).on_a_file
    assert Limits(seconds=1).on_a_file != Limits(seconds=2).on_a_file


def test_a_misspelt_limit_is_refused_and_none_can_be_changed_later() -> None:
    with pytest.raises(ValidationError):
        Limits.model_validate({"second": 5})
    with pytest.raises(ValidationError):
        Limits().seconds = 5
