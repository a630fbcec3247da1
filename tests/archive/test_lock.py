"""One writer at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.layout import Archive
from archive.lock import raise_if_busy, writing
from schemas.errors import ArchiveBusy


def test_a_second_writer_is_told_at_once(tmp_path: Path) -> None:
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
