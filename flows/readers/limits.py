"""What a run may be told from outside, checked at the door."""

from __future__ import annotations

import os

from pydantic import BaseModel, ConfigDict, Field

from schemas.limits import (
    LEAST_MEMORY_MB,
    LEAST_SECONDS,
    MEMORY_MB,
    MOST_WORKERS,
    SECONDS_A_FILE,
    SHEETS_A_FILE,
)


def _cpus() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Limits(BaseModel):
    """What one file may cost: wall-clock seconds, address space in MB, sheets;
    and how many are read at once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    workers: int = Field(default_factory=_cpus, ge=1, le=MOST_WORKERS)
    seconds: float = Field(default=SECONDS_A_FILE, ge=LEAST_SECONDS)
    memory_mb: int = Field(default=MEMORY_MB, ge=LEAST_MEMORY_MB)
    max_pages: int = Field(default=SHEETS_A_FILE, ge=1)

    @property
    def on_a_file(self) -> dict[str, float]:
        """The limits that decide what becomes of a file; the number of workers is not one of them."""
        return {"seconds": self.seconds, "memory_mb": self.memory_mb, "max_pages": self.max_pages}
