"""The ingest without Prefect: the same steps on plain threads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from flows.outcomes import Outcome, Report
from flows.sources import FoundFile
from flows.steps import Listen, Run, Stop, Work, ingest_batch


def ingest_directly(paths: Iterable[Path], run: Run, listen: Listen = lambda *_: None) -> Report:
    """Ingest and publish; raises ArchiveBusy if another run writes in the archive."""

    def read_all(files: Sequence[FoundFile], work: Work, stop: Stop) -> Iterable[Outcome]:
        with ThreadPoolExecutor(run.limits.workers) as threads:
            futures = [threads.submit(work, file) for file in files]
            try:
                for future in as_completed(futures):
                    yield future.result()
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                stop()
                raise

    return ingest_batch(paths, run, read_all, listen)
