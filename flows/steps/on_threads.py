"""The ingest without Prefect: the same steps on plain threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from flows.steps.compare import DoAll, Result, Stop, Thing
from flows.steps.ingest import Listen, Run, ingest_batch
from flows.steps.outcomes import Report
from flows.steps.reconcile import Proved, reconcile_batch


def ingest_directly(paths: Iterable[Path], run: Run, listen: Listen = lambda *_: None) -> Report:
    """Ingest and publish; raises ArchiveBusy if another run writes in the archive."""
    return ingest_batch(paths, run, on_threads(run.limits.workers), listen)


def reconcile_directly(run: Run) -> Proved:
    """Prove anew what older reconcilers proved, and publish; raises ArchiveBusy if another run writes."""
    return reconcile_batch(run, on_threads(run.limits.workers))


def on_threads(workers: int) -> DoAll:
    def do_all(  # threads have no names that anybody sees
        things: Sequence[Thing],
        name: Callable[[Thing], str],  # noqa: ARG001
        work: Callable[[Thing], Result],
        stop: Stop,
    ) -> Iterable[Result]:
        with ThreadPoolExecutor(workers) as threads:
            futures = [threads.submit(work, thing) for thing in things]
            try:
                for future in as_completed(futures):
                    yield future.result()
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                stop()
                raise

    return do_all
