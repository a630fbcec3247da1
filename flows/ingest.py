"""The ingest as a Prefect flow: a task a document, bounded by the reader processes, a summary as an artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.events.worker import EventsWorker
from prefect.futures import as_completed
from prefect.states import Cancelled, Completed, Failed
from prefect.task_runners import ThreadPoolTaskRunner

from archive.layout import Archive
from flows.outcomes import Outcome, Report
from flows.publish import report_to_markdown, report_to_sentence
from flows.settings import READER, Limits
from flows.sources import FoundFile
from flows.steps import Listen, ReadAll, Run, Stop, Work, arrival_time, extractor_version, ingest_batch
from schemas.errors import ArchiveBusy, FileUnreadable


@dataclass(slots=True)
class _Watch:
    """Whoever started the flow in this process: hears each outcome, and is left the report."""

    listen: Listen = lambda *_: None
    report: Report | None = None


_watch: ContextVar[_Watch | None] = ContextVar("_watch", default=None)


def _may_pass(_task: Any, _run: Any, state: State[Any]) -> bool:
    """Worth another try: a share that hiccups, a full disk. Not a bad file; a crashed reader has had its second try."""
    return state.name == FileUnreadable.code or (state.data is not None and not isinstance(state.data, Outcome))


@task(name="dokument", task_run_name="{name}", retries=1, retry_delay_seconds=1, retry_condition_fn=_may_pass,
      cache_policy=NO_CACHE, persist_result=False)  # fmt: skip
def read_one(name: str, work: Callable[[], Outcome]) -> Any:
    """A document; red in the UI, with code and sentence, where it could not be read."""
    outcome = work()
    if outcome.is_ingested:
        get_run_logger().info("%s: %s %s", name, outcome.what, dict(outcome.counts))
        return outcome
    return Failed(name=outcome.code, message=outcome.says, data=outcome)


@flow(name="paragraf-ingest", persist_result=False)
def ingest(
    paths: list[str],
    archive: str,
    limits: Limits | None = None,
    settle_seconds: float = 0.0,
    insistent: bool = False,
    extract: str = READER,
) -> State[Any]:
    """Read what is new under `paths` and publish; the run is red only for a failure the operator has not seen yet."""
    watch = _watch.get() or _Watch()
    run = Run(
        archive=Archive(Path(archive)),
        at=arrival_time(),
        extractor_version=extractor_version(),
        limits=limits or Limits(),
        extract=extract,
        insistent=insistent,
        settle_seconds=settle_seconds,
    )
    try:
        watch.report = ingest_batch([Path(path) for path in paths], run, _read_all_as_tasks(run), watch.listen)
    except ArchiveBusy as busy:
        if _watch.get():
            raise
        return Cancelled(name="Skipped", message=busy.says)
    create_markdown_artifact(report_to_markdown(watch.report), key="paragraf-ingest", description="Körningen i korthet")
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


def _read_all_as_tasks(run: Run) -> ReadAll:
    """As many tasks at once as there are reader processes: more would only hold files in memory while they wait."""

    def read_all(files: Sequence[FoundFile], work: Work, stop: Stop) -> Iterable[Outcome]:
        runner: ThreadPoolTaskRunner[Any] = ThreadPoolTaskRunner(max_workers=run.limits.workers)
        with runner:
            try:
                yield from _outcomes(runner, files, work)
            except BaseException:
                stop()
                raise

    return read_all


def _outcomes(runner: ThreadPoolTaskRunner[Any], files: Sequence[FoundFile], work: Work) -> Iterable[Outcome]:
    outcomes: dict[str, Outcome] = {}

    def settle(file: FoundFile) -> Outcome:
        outcomes[file.source_uri] = outcome = work(file)
        return outcome

    futures: dict[Any, FoundFile] = {
        runner.submit(read_one, {"name": file.source_uri, "work": partial(settle, file)}): file for file in files
    }
    for future in as_completed(list(futures)):
        outcome = outcomes.get(futures[future].source_uri)
        if outcome is None:
            future.result()  # raises what kept the task from an outcome
            raise RuntimeError(f"{futures[future].source_uri}: {future.state.message}")
        yield outcome


def _state_of(report: Report) -> State[Any]:
    sentence = report_to_sentence(report)
    if report.has_new_failures:
        return Failed(name="Incomplete", message=sentence)
    return Completed(message=sentence)
