"""The bar on the terminal while a run goes on; nothing at all where stderr is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flows.readers.answers import Hear, SheetsRead
from flows.steps.outcomes import Outcome

Listen = Callable[[Outcome | SheetsRead, int], None]


@contextmanager
def progress(what: str) -> Iterator[Listen]:
    """A listener for the run's outcomes, and for how far OCR has come in a file."""
    if not sys.stderr.isatty():
        yield lambda _news, _total: None
        return
    with _bar() as bar:
        task = bar.add_task(what, total=None)

        def listen(news: Outcome | SheetsRead, total: int) -> None:
            if isinstance(news, SheetsRead):
                bar.update(task, description=_told(news, news.file))
            else:
                bar.update(task, total=total, advance=1, description=_shown(news.file))

        yield listen


@contextmanager
def sheets_on_terminal(name: str) -> Iterator[Hear]:
    """A listener for the sheets that OCR reads in one file."""
    if not sys.stderr.isatty():
        yield lambda _sign: None
        return
    with _bar() as bar:
        task = bar.add_task(_shown(name), total=None)
        yield lambda sign: bar.update(task, total=sign.of, completed=sign.done, description=_told(sign, name))


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _told(sign: SheetsRead, name: str) -> str:
    return f"{_shown(name)}: OCR, blad {sign.done} av {sign.of}"


def _shown(name: str) -> str:
    return name[-40:].replace("[", "\\[")
