"""The numbered releases: which is current, which are kept, which an analyst has pinned.

The link `release` says which is current. A copy or a share may lose it, make a folder of it, or leave it
pointing at nothing; the snapshots are then all there is to go by, and none of them is thrown away for it.
"""

from __future__ import annotations

import json
from pathlib import Path

from archive.durable import move_into_place, new_aside, remove_tree, sync_folder, write_synced
from archive.layout import PACKAGE, Archive
from schemas.errors import ParagrafError


class UnclearRelease(ParagrafError):
    """Something stands where the link `release` belongs, and nothing says which release it is."""

    code = "unclear_release"
    sentence = (
        "Länken release i arkivet är {detail}, och ingen utgåva i releases/ motsvarar den. Inget är ändrat. "
        "Flytta undan den och kör igen: då gäller den högsta hela utgåvan."
    )


def release_path(archive: Archive, number: int) -> Path:
    return archive.releases / str(number)


def current_number(archive: Archive) -> int | None:
    """The release that the link points to; without a link, the highest complete one;
    None before the first release.
    """
    linked = _linked_number(archive)
    return linked if linked is not None else max(_complete(archive), default=None)


def current_release(archive: Archive) -> Path:
    """The folder of the current release, also where the link is lost;
    one that does not exist before the first.
    """
    number = current_number(archive)
    return archive.release if number is None else release_path(archive, number)


def next_number(archive: Archive) -> int:
    """One above all that are here, and all that are pinned though they are gone:
    no pin is ever shown other data.
    """
    return max((*list_releases(archive), *list_pinned(archive)), default=0) + 1


def is_newest(archive: Archive, number: int) -> bool:
    """Whether no snapshot is later; where one is, the link was lost or is an old one, or a run was killed."""
    return number == max(list_releases(archive))


def restore_link(archive: Archive) -> None:
    """Make the link `release` a link again where it is lost or no link any more;
    call it while holding the archive.

    Raises UnclearRelease where something else stands there and is no release known here.
    """
    if _linked_number(archive) is not None:
        return
    number = _adopted(archive) if _is_in_the_way(archive) else current_number(archive)
    if number is not None:
        point_link(archive, number)


def point_link(archive: Archive, number: int) -> None:
    """Make release `number` the current one, in one rename."""
    link = new_aside(archive.tmp, "link")
    (link / "release").symlink_to(Path("releases") / str(number))
    (link / "release").replace(archive.release)
    link.rmdir()
    sync_folder(archive.root)


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
    """Delete all but the last `keep` releases, the current one and the pinned ones;
    the deleted are returned.
    """
    numbers = list_releases(archive)
    kept = {*numbers[max(0, len(numbers) - keep) :], *list_pinned(archive), current_number(archive)}
    gone = [number for number in numbers if number not in kept]
    for number in gone:
        remove_tree(release_path(archive, number), archive.tmp)
    return gone


def is_complete(release: Path) -> bool:
    """Whether every file that its package names is there; a copy that was broken off has fewer."""
    try:
        package = json.loads((release / PACKAGE).read_bytes())
        return all(
            (release / path).is_file() for resource in package["resources"] for path in resource["path"]
        )
    except (OSError, ValueError, LookupError, TypeError):
        return False


def same_files(one: Path, other: Path) -> bool:
    """Whether two releases hold the same names with the same bytes;
    a hard link is the same without a look.
    """
    names = files_of(one)
    return names == files_of(other) and all(_same_file(one / name, other / name) for name in names)


def files_of(release: Path) -> set[str]:
    return {path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()}


def _same_file(one: Path, other: Path) -> bool:
    return one.samefile(other) or one.read_bytes() == other.read_bytes()


def _linked_number(archive: Archive) -> int | None:
    """The number that the link points to; None where it is no link, or points to nothing."""
    if not archive.release.is_symlink():
        return None
    number = _number_in(archive.release.readlink().name)
    return number if number is not None and release_path(archive, number).is_dir() else None


def _number_in(name: str) -> int | None:
    return int(name) if name.isdigit() else None


def _complete(archive: Archive) -> list[int]:
    return [number for number in list_releases(archive) if is_complete(release_path(archive, number))]


def _is_in_the_way(archive: Archive) -> bool:
    return archive.release.exists() and not archive.release.is_symlink()


def _adopted(archive: Archive) -> int:
    """The number of the release that stands in the link's place, once it stands there no more."""
    if archive.release.is_dir():
        return _adopted_folder(archive)
    # some shares keep a link as its text
    text = archive.release.read_bytes()[:64].decode("ascii", "replace").strip()
    number = _number_in(text.removeprefix("releases/"))
    if number is None or not is_complete(release_path(archive, number)):
        raise UnclearRelease("en fil")
    archive.release.unlink()
    return number


def _adopted_folder(archive: Archive) -> int:
    """A copy that followed links made a folder of it: of which release it is one shows in its files."""
    for number in reversed(_complete(archive)):
        if same_files(archive.release, release_path(archive, number)):
            remove_tree(archive.release, archive.tmp)
            return number
    if not is_complete(archive.release):
        raise UnclearRelease("en mapp som inte är någon hel utgåva")
    number = next_number(archive)
    move_into_place(archive.release, release_path(archive, number))
    return number
