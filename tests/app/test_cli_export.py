"""`paragraf export` as a user meets it."""

from __future__ import annotations

import re
from pathlib import Path

from schemas.errors import ExitStatus
from tests.app.conftest import Paragraf
from tests.app.eark.made_packages import keep, markdown
from tests.app.eark.specification import faults


def test_a_document_becomes_a_package(paragraf: Paragraf, archive: Path, tmp_path: Path) -> None:
    told = ("--eark", tmp_path / "ut", "--agreement", "RA 13-2011/5329")
    run = paragraf("export", "utdrag-budget.pdf", "-a", archive, *told)
    assert (run.returncode, run.stderr) == (0, "")
    said = re.fullmatch(r"(.*): \d+ filer, \d+,\d MB, avsändare Sjövalla kommun\.\n", run.stdout)
    assert said and faults(Path(said[1])) == []


def test_a_document_that_names_no_municipality_wants_a_submitter(command: Paragraf, tmp_path: Path) -> None:
    keep(tmp_path / "a", municipality=None)
    told = ("export", "--all", "-a", markdown(tmp_path / "a").root, "--eark", tmp_path / "ut")
    run = command(*told)
    assert run.returncode == ExitStatus.SOME_FAILED
    assert "nämnd.pdf nämner ingen kommun" in run.stderr and "Ange den med --submitter." in run.stderr
    again = command(*told, "--submitter", "Sjövalla kommun")
    assert "avsändare Sjövalla kommun" in again.stdout and faults(next((tmp_path / "ut").iterdir())) == []


def test_what_to_pack_is_said(command: Paragraf, archive: Path, tmp_path: Path) -> None:
    for words in ([], ["utdrag-budget.pdf", "--all"]):
        run = command("export", *words, "-a", archive, "--eark", tmp_path / "ut")
        assert run.returncode == ExitStatus.USAGE and "eller --all" in run.stderr
