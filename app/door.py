"""How a command ends: an exit status, and a sentence instead of a traceback."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from schemas.errors import ExitStatus, ParagrafError

_Arguments = ParamSpec("_Arguments")


class CannotShow(ParagrafError):
    """What was asked for is not there; the sentence says what is."""

    code = "cannot_show"
    exit_status = ExitStatus.USAGE
    sentence = "{detail}"


def told_in_a_sentence(command: Callable[_Arguments, int]) -> Callable[_Arguments, None]:
    """The command, ending with the status it returns; an error is one line on stderr unless `--debug` is given."""

    @functools.wraps(command)
    def told(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> None:
        try:
            status = command(*args, **kwargs)
        except KeyboardInterrupt:
            status = _tell("\nAvbrutet. Arkivet är helt; kör samma kommando igen.", ExitStatus.INTERRUPTED)
        except ParagrafError as error:
            status = _tell(f"Fel: {error.says}", error.exit_status)
        except Exception as error:
            if "--debug" in sys.argv:
                raise
            status = _tell(f"Fel: {type(error).__name__}: {error} (--debug visar mer)", ExitStatus.INTERNAL)
        raise typer.Exit(int(status))

    return told


def _tell(sentence: str, status: ExitStatus) -> ExitStatus:
    typer.echo(sentence, err=True)
    return status
