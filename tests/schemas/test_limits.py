"""The defaults lie within their bounds, and every door keeps to the same ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.readers.limits import Limits
from schemas.limits import (
    LEAST_MEMORY_MB,
    LEAST_SECONDS,
    MEMORY_MB,
    MOST_WORKERS,
    SECONDS_A_FILE,
    SHEETS_A_FILE,
)

ROOT = Path(__file__).parents[2]


def test_a_default_is_well_within_its_bound() -> None:
    assert 0 < LEAST_SECONDS < SECONDS_A_FILE / 100
    assert 0 < LEAST_MEMORY_MB < MEMORY_MB / 10


def test_the_limits_documented_are_those_that_hold() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    said = re.findall(r"^\| `--(?:time-limit|memory-limit|max-pages)` \|.*?\(([\d.]+)\)", written, re.M)
    assert [float(limit) for limit in said] == [SECONDS_A_FILE, MEMORY_MB, SHEETS_A_FILE]


@pytest.mark.parametrize(
    ("name", "last"),
    [("seconds", LEAST_SECONDS), ("memory_mb", LEAST_MEMORY_MB), ("workers", MOST_WORKERS), ("max_pages", 1)],
)
def test_a_bound_is_the_last_that_is_taken(name: str, last: float) -> None:
    step = 1 if name == "workers" else -1
    assert getattr(Limits.model_validate({name: last}), name) == last
    with pytest.raises(ValidationError):
        Limits.model_validate({name: last + step * (0.05 if name == "seconds" else 1)})
