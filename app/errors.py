"""How a command ends: an exit status, and a sentence instead of a traceback."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

import typer

from schemas.errors import ExitStatus, ParagrafError

_Arguments = ParamSpec("_Arguments")


class CannotShow(ParagrafError):
    """What was asked for is not there; the sentence says what is."""

    code = "cannot_show"
    exit_status = ExitStatus.USAGE
    sentence = "{detail}"


class CannotExport(ParagrafError):
    """A document of which no package can be written; the sentence says why and ends in what to do."""

    code = "cannot_export"
    sentence = "{detail}"


def raise_if_missing(archive: Path) -> None:
    """Raises CannotShow where no archive is there: a misspelt one must not look like an empty one."""
    if not archive.is_dir():
        raise CannotShow(
            f"Arkivet {archive} finns inte. Kontrollera stavningen; paragraf ingest gör ett nytt."
        )


def told_in_a_sentence(command: Callable[_Arguments, int]) -> Callable[_Arguments, None]:
    """The command, ending with the status it returns;
    an error is one line on stderr unless `--debug` is given.
    """

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
            status = _tell(f"Fel: {_in_words(error)}", ExitStatus.INTERNAL)
        raise typer.Exit(int(status))

    return told


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        where = str(error.filename).removesuffix(".part")
        return (
            f"{where} kan inte läsas eller skrivas ({error.strerror}). Kontrollera sökvägen och "
            "rättigheterna."
        )
    return f"{type(error).__name__}: {error} (--debug visar mer)"


def _tell(sentence: str, status: ExitStatus) -> ExitStatus:
    typer.echo(sentence, err=True)
    return status
