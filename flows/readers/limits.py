"""What a run may be told from outside, checked at the door."""

from __future__ import annotations

import os

from pydantic import BaseModel, ConfigDict, Field

RECONCILER_VERSION = "0.2.0"  # another one proves a document anew when it comes in again


def _cpus() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Limits(BaseModel):
    """What one file may cost: wall-clock seconds, address space in MB, sheets;
    and how many are read at once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    workers: int = Field(default_factory=_cpus, ge=1, le=256)
    seconds: float = Field(default=300.0, gt=0)
    memory_mb: int = Field(default=3072, ge=128)
    max_pages: int = Field(default=2000, ge=1)

    @property
    def on_a_file(self) -> dict[str, float]:
        """The limits that decide what becomes of a file; the number of workers is not one of them."""
        return {"seconds": self.seconds, "memory_mb": self.memory_mb, "max_pages": self.max_pages}
