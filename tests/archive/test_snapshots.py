"""The link `release` lost or made a folder of, as copies and shares do:
no release goes, no number comes again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.layout import Archive
from archive.lock import writing
from archive.release import count_rows, publish
from archive.snapshots import UnclearRelease, current_number, list_releases, pin, prune, same_files
from tests.archive.test_release import add, contents, made


def grown(root: Path) -> Archive:
    """Five releases of which 2 is pinned; 3, 4 and 5 are the last three."""
    for text in "abcde":
        archive = made(root, text)
        if text == "b":
            pin(archive, 2)
    return archive


def lost(archive: Archive) -> None:
    archive.release.unlink()


def dangling(archive: Archive) -> None:
    archive.release.unlink()
    archive.release.symlink_to(Path("releases") / "9")


def a_folder(archive: Archive) -> None:
    archive.release.unlink()
    shutil.copytree(archive.releases / "5", archive.release)


def a_file(archive: Archive) -> None:
    archive.release.unlink()
    archive.release.write_text("releases/5")


@pytest.mark.parametrize("spoil", [lost, dangling, a_folder, a_file])
@pytest.mark.parametrize("texts", ["", "f"], ids=["nothing new", "a new document"])
def test_no_release_is_lost_with_the_link(
    tmp_path: Path, spoil: Callable[[Archive], None], texts: str
) -> None:
    archive = grown(tmp_path)
    before = {number: contents(archive.releases / str(number)) for number in (2, 4, 5)}
    rows = count_rows(archive)
    spoil(archive)
    assert current_number(archive) == 5 and count_rows(archive) == rows
    made(tmp_path, texts)
    assert {number: contents(archive.releases / str(number)) for number in (2, 4, 5)} == before
    assert archive.release.readlink() == Path("releases") / ("6" if texts else "5")
    assert count_rows(archive)["documents"] == 5 + len(texts)


def test_a_link_that_points_to_an_older_release_costs_no_newer_one(tmp_path: Path) -> None:
    archive = grown(tmp_path)
    archive.release.unlink()
    archive.release.symlink_to(Path("releases") / "3")
    made(tmp_path, "f")
    assert list_releases(archive) == [2, 4, 5, 6]
    assert count_rows(archive)["documents"] == 6
    assert archive.release.resolve().name == "6"


def test_a_pinned_number_never_comes_again_though_all_releases_are_gone(tmp_path: Path) -> None:
    archive = grown(tmp_path)
    pin(archive, 5)
    shutil.rmtree(archive.releases)
    archive.release.unlink()
    with writing(archive):
        assert publish(archive).number == 6


def test_a_folder_that_is_another_release_than_any_kept_is_kept_as_one(tmp_path: Path) -> None:
    archive = grown(tmp_path / "a")
    other = made(tmp_path / "b", "xyz")
    archive.release.unlink()
    shutil.copytree(other.release, archive.release, symlinks=False)
    held = contents(archive.release)
    made(archive.root, "")
    assert contents(archive.releases / "6") == held and archive.release.is_symlink()


def test_a_broken_copy_in_the_links_place_stops_the_run_and_asks(tmp_path: Path) -> None:
    archive = grown(tmp_path)
    a_folder(archive)
    next((archive.release / "facts").rglob("*.parquet")).unlink()
    before = contents(archive.root)
    with pytest.raises(UnclearRelease, match="Flytta undan"):
        made(tmp_path, "")
    assert contents(archive.root) == before


def test_a_release_whose_copy_was_broken_off_is_not_taken_for_the_current_one(tmp_path: Path) -> None:
    archive = grown(tmp_path)
    lost(archive)
    next((archive.releases / "5" / "facts").rglob("*.parquet")).unlink()
    assert current_number(archive) == 4
    made(tmp_path, "f")
    assert archive.release.resolve().name == "6" and count_rows(archive)["documents"] == 6


def test_prune_keeps_what_is_current_and_pinned_without_a_link_too(tmp_path: Path) -> None:
    archive = grown(tmp_path)
    lost(archive)
    prune(archive, keep=1)
    assert list_releases(archive) == [2, 5]


def test_what_a_killed_run_had_all_but_published_costs_nothing(tmp_path: Path) -> None:
    archive = grown(tmp_path)
    shutil.copytree(archive.releases / "5", archive.releases / "6", copy_function=os.link)
    with writing(archive):
        add(archive, "f")
        assert publish(archive).number == 7
    assert same_files(archive.releases / "5", archive.releases / "6")
