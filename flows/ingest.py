"""The ingest as a Prefect flow: a task a document, bounded by the reader processes,
a summary as an artifact.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.events.worker import EventsWorker
from prefect.states import Cancelled, Completed, Failed

from archive.layout import Archive
from flows.readers.limits import READER, Limits
from flows.steps.in_words import report_to_markdown, report_to_sentence
from flows.steps.ingest import Listen, Run, arrival_time, ingest_batch, installed_versions
from flows.steps.outcomes import Report
from flows.tasks import all_as_tasks
from schemas.errors import ArchiveBusy


@dataclass(slots=True)
class _Watch:
    """Whoever started the flow in this process: hears each outcome, and is left the report."""

    listen: Listen = lambda *_: None
    report: Report | None = None


_watch: ContextVar[_Watch | None] = ContextVar("_watch", default=None)


@flow(name="paragraf-ingest", persist_result=False)
def ingest(
    paths: list[str],
    archive: str,
    limits: Limits | None = None,
    settle_seconds: float = 0.0,
    insistent: bool = False,
    extract: str = READER,
) -> State[Any]:
    """Read what is new under `paths` and publish;
    the run is red only for a failure the operator has not seen yet.
    """
    watch = _watch.get() or _Watch()
    run = Run(
        archive=Archive(Path(archive)),
        at=arrival_time(),
        versions=installed_versions(),
        limits=limits or Limits(),
        extract=extract,
        insistent=insistent,
        settle_seconds=settle_seconds,
    )
    try:
        watch.report = ingest_batch(
            [Path(path) for path in paths], run, all_as_tasks(run.limits.workers), watch.listen
        )
    except ArchiveBusy as busy:
        if _watch.get():
            raise
        return Cancelled(name="Skipped", message=busy.says)
    create_markdown_artifact(
        report_to_markdown(watch.report), key="paragraf-ingest", description="Körningen i korthet"
    )
    return _state_of(watch.report)


def ingest_with_prefect(paths: Iterable[Path], run: Run, listen: Listen = lambda *_: None) -> Report:
    """Run the flow here and now under the conditions of `run`; raises what stopped it, if something did."""
    watch = _Watch(listen)
    token = _watch.set(watch)
    try:
        state = ingest(
            [str(path) for path in paths],
            str(run.archive.root),
            limits=run.limits,
            settle_seconds=run.settle_seconds,
            insistent=run.insistent,
            extract=run.extract,
            return_state=True,
        )
    finally:
        _watch.reset(token)
        EventsWorker.drain_all()  # else it knocks at a server that is gone, and says so on the terminal
    if watch.report is None:
        state.result()  # raises
        raise RuntimeError(state.message or "flödet slutade utan resultat")
    return watch.report


def _state_of(report: Report) -> State[Any]:
    sentence = report_to_sentence(report)
    if report.has_new_failures:
        return Failed(name="Incomplete", message=sentence)
    return Completed(message=sentence)
