"""Writing that leaves the old file or the new one, whole."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from archive.durable import new_aside, remove_tree, replace_file, write_synced


def test_a_file_is_replaced_and_nothing_is_left_aside(tmp_path: Path) -> None:
    path, tmp = tmp_path / "a" / "fil.json", tmp_path / "tmp"
    for content in (b"gammal", b"ny"):
        replace_file(path, content, tmp)
    assert path.read_bytes() == b"ny" and list(tmp.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, tmp = tmp_path / "fil.json", tmp_path / "tmp"
    replace_file(path, b"gammal", tmp)

    def full(handle: int) -> None:
        raise OSError("skivan är full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="full"):
        replace_file(path, b"ny och halv", tmp)
    assert path.read_bytes() == b"gammal"


def test_a_folder_aside_can_be_read_by_others_and_is_each_run_s_own(tmp_path: Path) -> None:
    one, other = new_aside(tmp_path, "pair"), new_aside(tmp_path, "pair")
    assert one != other and stat.S_IMODE(one.stat().st_mode) == 0o755


def test_a_tree_is_out_of_sight_and_gone(tmp_path: Path) -> None:
    write_synced(tmp_path / "mapp" / "djup" / "fil", b"x")
    remove_tree(tmp_path / "mapp", tmp_path / "tmp")
    assert not (tmp_path / "mapp").exists() and list((tmp_path / "tmp").iterdir()) == []
