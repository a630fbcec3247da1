"""One writer at a time."""

from __future__ import annotations

import fcntl
import subprocess
from pathlib import Path

import pytest

from archive.layout import Archive
from archive.lock import raise_if_busy, writing
from schemas.errors import ArchiveBusy


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "arkiv")
    with writing(archive), pytest.raises(ArchiveBusy), writing(archive):
        raise AssertionError("two writers at once")
    with writing(archive):
        pass  # free again


def test_whoever_only_asks_is_told_and_holds_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    raise_if_busy(archive)  # no run has ever been here
    with writing(archive), pytest.raises(ArchiveBusy):
        raise_if_busy(archive)
    raise_if_busy(archive)
    with writing(archive):
        pass


def test_what_a_killed_run_left_half_written_is_cleared(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    (archive.tmp / "document-x").mkdir(parents=True)
    (archive.tmp / "document-x" / "half").write_bytes(b"h")
    with writing(archive):
        assert list(archive.tmp.iterdir()) == []


def test_what_a_killed_run_was_just_starting_is_no_other_run(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a")
    archive.root.mkdir()
    with archive.lock.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        heir = subprocess.Popen(["sleep", "0.4"], pass_fds=[handle.fileno()])
    with writing(archive):  # the run is gone; what it had begun to start held its lock a moment longer
        pass
    assert heir.wait(timeout=5) == 0
