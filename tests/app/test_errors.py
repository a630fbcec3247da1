"""However a command ends: one sentence for a person, one status for a script."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import typer

from app.errors import CannotShow, raise_if_missing, told_in_a_sentence
from schemas.errors import ArchiveBusy, ExitStatus


def status_of(error: BaseException | None, status: int = 0) -> int:
    @told_in_a_sentence
    def command() -> int:
        if error is not None:
            raise error
        return status

    with pytest.raises(typer.Exit) as ended:
        command()
    return ended.value.exit_code


def test_a_command_that_goes_well_ends_with_its_own_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(None, ExitStatus.SOME_FAILED) == ExitStatus.SOME_FAILED
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (CannotShow("Utgåva 9 finns inte."), ExitStatus.USAGE, "Fel: Utgåva 9 finns inte.\n"),
        (ArchiveBusy("a"), ExitStatus.ARCHIVE_BUSY, f"Fel: {ArchiveBusy('a').says}\n"),
        (KeyError("x"), ExitStatus.INTERNAL, "Fel: KeyError: 'x' (--debug visar mer)\n"),
        (PermissionError(13, "Permission denied", "in/a.pdf.part"), ExitStatus.INTERNAL,
         "Fel: in/a.pdf kan inte läsas eller skrivas (Permission denied). Kontrollera sökvägen och "
         "rättigheterna.\n"),
        (OSError("no name"), ExitStatus.INTERNAL, "Fel: OSError: no name (--debug visar mer)\n"),
    ],
)  # fmt: skip
def test_an_error_is_one_line(
    capsys: pytest.CaptureFixture[str], error: Exception, status: ExitStatus, says: str
) -> None:
    assert status_of(error) == status
    assert capsys.readouterr() == ("", says)


def test_a_command_broken_off_says_that_nothing_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(KeyboardInterrupt()) == ExitStatus.INTERRUPTED
    assert capsys.readouterr().err.strip().startswith("Avbrutet. Arkivet är helt")


def test_whoever_looks_for_a_bug_sees_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["paragraf", "show", "--debug"])
    with pytest.raises(KeyError):
        told_in_a_sentence(lambda: {0: 0}[1])()


def test_a_misspelt_archive_is_no_empty_one(tmp_path: Path) -> None:
    raise_if_missing(tmp_path)
    with pytest.raises(CannotShow, match=r"arkvi finns inte\. Kontrollera stavningen"):
        raise_if_missing(tmp_path / "arkvi")
