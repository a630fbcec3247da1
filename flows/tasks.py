"""Pieces of work as Prefect tasks: a document that is read, a document that is proved,
a pair that is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import as_completed
from prefect.states import Failed
from prefect.task_runners import ThreadPoolTaskRunner

from flows.steps.compare import DoAll, Result, Stop, Thing
from flows.steps.files import FoundFile
from flows.steps.outcomes import Outcome
from schemas.errors import FileUnreadable


def _may_pass(_task: Any, _run: Any, state: State[Any]) -> bool:
    """Worth another try: a share that hiccups, a full disk. Not a bad file;
    a crashed reader has had its second try.
    """
    return state.name == FileUnreadable.code or (
        state.data is not None and not isinstance(state.data, Outcome)
    )


@task(name="dokument", task_run_name="{name}", retries=1, retry_delay_seconds=1, retry_condition_fn=_may_pass,
      cache_policy=NO_CACHE, persist_result=False)  # fmt: skip
def read_one(name: str, work: Callable[[], Outcome]) -> Any:
    """A document; red in the UI, with code and sentence, where it could not be read."""
    outcome = work()
    if not outcome.has_failed:
        get_run_logger().info("%s: %s %s", name, outcome.what, dict(outcome.counts))
        return outcome
    return Failed(name=outcome.code, message=outcome.says, data=outcome)


@task(name="avstamning", task_run_name="{name}", cache_policy=NO_CACHE, persist_result=False)
def prove_one(name: str, work: Callable[[], bool]) -> Any:
    """A document or a pair; red where the reader could not do it, with the reason in the archive's log."""
    return (
        True
        if work()
        else Failed(name="not_compared", message=f"{name}: se arkivets events.jsonl.", data=False)
    )


def all_as_tasks(workers: int) -> DoAll:
    """As many tasks at once as there are reader processes:
    more would only hold files in memory while they wait.
    """

    def do_all(
        things: Sequence[Thing], name: Callable[[Thing], str], work: Callable[[Thing], Result], stop: Stop
    ) -> Iterable[Result]:
        runner: ThreadPoolTaskRunner[Any] = ThreadPoolTaskRunner(max_workers=workers)
        with runner:
            try:
                yield from _results(runner, things, name, work)
            except BaseException:
                stop()
                raise

    return do_all


def _results(
    runner: ThreadPoolTaskRunner[Any],
    things: Sequence[Thing],
    name: Callable[[Thing], str],
    work: Callable[[Thing], Result],
) -> Iterable[Result]:
    results: dict[int, Result] = {}

    def settle(number: int) -> Result:
        results[number] = result = work(things[number])
        return result

    futures: dict[Any, int] = {}
    for number, thing in enumerate(things):
        one: Any = read_one if isinstance(thing, FoundFile) else prove_one
        futures[runner.submit(one, {"name": name(thing), "work": partial(settle, number)})] = number
    for future in as_completed(list(futures)):
        number = futures[future]
        if number not in results:
            future.result()  # raises what kept the task from a result
            raise RuntimeError(f"{name(things[number])}: {future.state.message}")
        yield results[number]
