"""One document that cannot be packed is told, and the rest goes on."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from app.eark.export import export_packages, holding
from app.eark.package import ASIDE
from app.errors import CannotExport, CannotShow
from archive.documents import original_path
from schemas.errors import ExitStatus
from tests.app import told_paper
from tests.app.eark.made_packages import DELIVERY, keep, markdown
from tests.app.eark.specification import faults


class Told:
    """What is said, and what is complained of."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.complained: list[str] = []

    def export(self, folder: Path, out: Path, *keys: str) -> ExitStatus:
        return export_packages(folder, keys, out, DELIVERY, self.said.append, self.complained.append)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """An archive with a PDF and a Markdown file."""
    keep(tmp_path / "a")
    return markdown(tmp_path / "a").root


def test_all_are_packed_and_the_same_again_is_left_alone(two: Path, tmp_path: Path) -> None:
    told = Told()
    assert told.export(two, tmp_path / "ut") == ExitStatus.OK
    assert len(told.said) == 2 and " filer, " in told.said[0]
    assert [faults(path) for path in (tmp_path / "ut").iterdir()] == [[], []]
    assert told.export(two, tmp_path / "ut") == ExitStatus.OK
    assert all(line.endswith("finns redan med samma innehåll.") for line in told.said[2:])
    assert told.complained == []


def test_one_that_is_altered_or_unknown_stops_no_other(two: Path, tmp_path: Path) -> None:
    original = original_path(keep(two), told_paper.source().sha256)
    original.write_bytes(b"%PDF-1.7 something else")
    told = Told()
    assert told.export(two, tmp_path / "ut") == ExitStatus.SOME_FAILED
    assert len(told.said) == 1 and "Återställ den från en säkerhetskopia" in told.complained[0]
    assert told.export(two, tmp_path / "ut", "okänd", "protokoll.md") == ExitStatus.SOME_FAILED
    assert told.complained[1].startswith("Fel: Inget dokument i")
    assert told.export(two, tmp_path / "ut", "okänd") == ExitStatus.USAGE
    original.unlink()
    assert told.export(two, tmp_path / "ut", told_paper.FILE) == ExitStatus.SOME_FAILED
    assert "original.pdf kan inte läsas eller skrivas" in told.complained[3]


def test_an_archive_without_documents_and_a_folder_inside_it_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    told = Told()
    assert told.export(tmp_path / "a", tmp_path / "ut") == ExitStatus.NOTHING_FOUND
    assert told.complained[0].endswith("Läs in några med paragraf ingest.")
    with pytest.raises(CannotShow, match="ligger i arkivet"):
        told.export(tmp_path / "a", tmp_path / "a" / "ut")
    with pytest.raises(CannotShow, match="finns inte"):
        told.export(tmp_path / "b", tmp_path / "ut")


def test_what_a_killed_run_left_is_cleared_and_two_runs_do_not_meet(tmp_path: Path) -> None:
    left = tmp_path / f"{ASIDE}-x1" / "paragraf-1"
    left.mkdir(parents=True)
    (tmp_path / "Läs mig.txt").touch()
    with holding(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == ["Läs mig.txt"]
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(CannotExport, match="En annan körning skriver i"), holding(tmp_path):
        pass
    os.close(handle)
