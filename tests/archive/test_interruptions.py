"""Power cut at every single write: whatever stands on disk then,
the next run ends where an undisturbed one does.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from archive.layout import Archive
from archive.lock import writing
from archive.quarantine import leave_quarantine, quarantine
from archive.release import publish
from archive.snapshots import same_files
from tests.archive.test_release import a_record, add


class PowerCut(BaseException):
    pass


def first_day(archive: Archive) -> None:
    with writing(archive):
        add(archive, "a", "b")
        quarantine(archive, a_record("f" * 64))
        publish(archive)


def second_day(archive: Archive) -> None:
    """A new document, one read anew, one out of quarantine."""
    with writing(archive):
        add(archive, "c")
        add(archive, "a", version="2", value="9")
        leave_quarantine(archive, "f" * 64)
        publish(archive, keep=1)


def test_cut_at_every_write_the_next_run_ends_in_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    undisturbed = Archive(tmp_path / "undisturbed")
    first_day(undisturbed)
    second_day(undisturbed)
    first_day(Archive(tmp_path / "first"))
    cuts = 0
    for instant in range(0, 400, 13):
        archive = Archive(tmp_path / str(instant))
        shutil.copytree(tmp_path / "first", archive.root, symlinks=True)
        if not cut_short(archive, instant, monkeypatch):
            break
        cuts += 1
        if archive.release.exists():  # a reader in between sees one whole release
            assert (archive.release / "datapackage.json").exists()
        second_day(archive)
        assert same_files(archive.release, undisturbed.release), instant
        assert list(archive.tmp.iterdir()) == [] and list(archive.changed.iterdir()) == []
    assert cuts > 10


def cut_short(archive: Archive, instant: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the run got so far that it was cut."""
    left = instant
    real = os.fsync

    def fsync(handle: int) -> None:
        nonlocal left
        if left == 0:
            raise PowerCut
        left -= 1
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        try:
            second_day(archive)
        except PowerCut:
            return True
    return False
