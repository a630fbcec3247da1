"""The numbered releases: which is current, which are kept, which an analyst has pinned."""

from __future__ import annotations

from pathlib import Path

from archive.durable import remove_tree, write_synced
from archive.layout import Archive


def release_path(archive: Archive, number: int) -> Path:
    return archive.releases / str(number)


def current_number(archive: Archive) -> int | None:
    """The number that the link `release` points to; None before the first release."""
    return int(archive.release.readlink().name) if archive.release.is_symlink() else None


def list_releases(archive: Archive) -> list[int]:
    """Every snapshot on disk, oldest first."""
    return sorted(int(path.name) for path in archive.releases.glob("*") if path.name.isdigit())


def list_pinned(archive: Archive) -> set[int]:
    return {int(path.name) for path in archive.pinned.glob("*") if path.name.isdigit()}


def pin(archive: Archive, number: int) -> None:
    """Keep that release until it is unpinned."""
    write_synced(archive.pinned / str(number), b"")


def unpin(archive: Archive, number: int) -> None:
    (archive.pinned / str(number)).unlink(missing_ok=True)


def prune(archive: Archive, *, keep: int) -> list[int]:
    """Delete all but the last `keep` releases, the current one and the pinned ones; the deleted are returned."""
    numbers = list_releases(archive)
    kept = {*numbers[max(0, len(numbers) - keep) :], *list_pinned(archive), current_number(archive)}
    gone = [number for number in numbers if number not in kept]
    for number in gone:
        remove_tree(release_path(archive, number), archive.tmp)
    return gone


def drop_unfinished(archive: Archive) -> None:
    """Delete releases that a run was killed before it could make current."""
    current = current_number(archive) or 0
    for number in list_releases(archive):
        if number > current:
            remove_tree(release_path(archive, number), archive.tmp)
