"""The numbered releases as a person lists, pins and prunes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import CannotShow
from app.releases import list_lines, prune_releases, set_pins
from archive.layout import Archive
from archive.lock import writing
from archive.release import publish
from tests.archive.test_release import add


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three releases."""
    archive = Archive(tmp_path / "a")
    with writing(archive):
        for text in "abc":
            add(archive, text)
            publish(archive)
    return archive.root


def marks(folder: Path) -> list[list[str]]:
    return [line.split()[1:] for line in list_lines(folder)]


def test_the_current_and_the_pinned_are_marked_oldest_first(folder: Path) -> None:
    set_pins(folder, 1, None)
    assert marks(folder) == [["fäst"], [], ["gällande"]]
    assert [Path(line.split()[0]).is_dir() for line in list_lines(folder)] == [True] * 3
    set_pins(folder, None, 1)
    assert marks(folder) == [[], [], ["gällande"]]


def test_what_is_not_there_cannot_be_pinned(folder: Path) -> None:
    with pytest.raises(CannotShow, match=r"Utgåva 9 finns inte\."):
        set_pins(folder, 9, None)


def test_pruning_says_which_went_and_spares_the_pinned(folder: Path) -> None:
    set_pins(folder, 1, None)
    assert prune_releases(folder, keep=1) == "Borttagna: 2."
    assert prune_releases(folder, keep=1) == "Inget att ta bort."
    assert marks(folder) == [["fäst"], ["gällande"]]


def test_an_archive_without_releases_says_so(tmp_path: Path) -> None:
    assert list_lines(tmp_path) == ["Inga utgåvor."]
