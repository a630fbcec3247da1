"""The ingest as a Prefect flow: a task a document, bounded by the reader processes,
a summary as an artifact.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.events.worker import EventsWorker
from prefect.states import Cancelled, Completed, Failed

from archive.layout import Archive
from flows.readers.limits import Limits
from flows.steps.in_words import report_to_markdown, report_to_sentence
from flows.steps.ingest import Listen, Run, arrival_time, ingest_batch, installed_versions
from flows.steps.outcomes import Report
from flows.tasks import all_as_tasks
from schemas.errors import ArchiveBusy


@flow(name="paragraf-ingest", persist_result=False)
def ingest(
    paths: list[str],
    archive: str,
    limits: Limits | None = None,
    settle_seconds: float = 0.0,
    insistent: bool = False,
) -> State[Any]:
    """Read what is new under `paths` and publish;
    the run is red only for a failure the operator has not seen yet.
    """
    run = Run(
        archive=Archive(Path(archive)),
        at=arrival_time(),
        versions=installed_versions(),
        limits=limits or Limits(),
        insistent=insistent,
        settle_seconds=settle_seconds,
    )
    try:
        return _told(_ingest(paths, run))
    except ArchiveBusy as busy:
        return Cancelled(name="Skipped", message=busy.says)


def ingest_with_prefect(paths: Iterable[Path], run: Run, listen: Listen = lambda *_: None) -> Report:
    """Run the flow here and now under the conditions of `run`; raises what stopped it, if something did.

    Whoever waits for it hears each outcome and has the report, which a flow's parameters and state cannot
    hold: so it is a flow of its own, of the same name.
    """
    reports: list[Report] = []

    @flow(name=ingest.name, persist_result=False)
    def ingest_here(paths: list[str], archive: str, limits: Limits) -> State[Any]:  # noqa: ARG001 - the UI shows them
        reports.append(_ingest(paths, run, listen))
        return _told(reports[0])

    try:
        state = ingest_here(
            [str(path) for path in paths], str(run.archive.root), run.limits, return_state=True
        )
    finally:
        EventsWorker.drain_all()  # else it knocks at a server that is gone, and says so on the terminal
    if not reports:
        state.result()  # raises
        raise RuntimeError(state.message or "flödet slutade utan resultat")
    return reports[0]


def _ingest(paths: Iterable[str], run: Run, listen: Listen = lambda *_: None) -> Report:
    return ingest_batch([Path(path) for path in paths], run, all_as_tasks(run.limits.workers), listen)


def _told(report: Report) -> State[Any]:
    """The run in short as an artifact, and the state that it ends in."""
    create_markdown_artifact(
        report_to_markdown(report), key="paragraf-ingest", description="Körningen i korthet"
    )
    sentence = report_to_sentence(report)
    if report.has_new_failures:
        return Failed(name="Incomplete", message=sentence)
    return Completed(message=sentence)
