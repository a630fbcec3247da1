"""A run in a process of its own, for tests that kill it:
`python -m tests.flows.direct_run ARCHIVE WORKERS PATH…`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from archive.documents import Versions
from archive.layout import Archive
from flows.readers.limits import Limits
from flows.steps.ingest import Listen, Run, arrival_time
from flows.steps.on_threads import ingest_directly
from flows.steps.outcomes import Report
from tests.flows import stand_ins


def run_directly(
    archive: Path,
    *paths: Path,
    version: str = "1",
    insistent: bool = True,
    listen: Listen = lambda *_: None,
    settle_seconds: float = 0.0,
    **limits: float,
) -> Report:
    """An ingest with the stand-in reader and tight limits."""
    chosen = Limits.model_validate({"workers": 2, "seconds": 20, "memory_mb": 1024} | limits)
    run = Run(
        archive=Archive(archive),
        at=arrival_time(),
        versions=Versions(version),
        limits=chosen,
        read=stand_ins.read,
        insistent=insistent,
        settle_seconds=settle_seconds,
    )
    return ingest_directly(paths, run, listen)


if __name__ == "__main__":
    report = run_directly(Path(sys.argv[1]), *map(Path, sys.argv[3:]), workers=int(sys.argv[2]))
    sys.exit(report.exit_status)
