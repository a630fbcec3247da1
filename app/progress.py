"""The bar on the terminal while a run goes on; nothing at all where stderr is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flows.outcomes import Outcome

Listen = Callable[[Outcome, int], None]


@contextmanager
def progress(what: str) -> Iterator[Listen]:
    """A listener for the run's outcomes."""
    if not sys.stderr.isatty():
        yield lambda _outcome, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def listen(outcome: Outcome, total: int) -> None:
            bar.update(task, total=total, advance=1, description=outcome.file[-40:].replace("[", "\\["))

        yield listen
