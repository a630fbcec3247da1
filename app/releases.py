"""The numbered releases, for the terminal."""

from __future__ import annotations

from pathlib import Path

from app.errors import CannotShow
from archive.layout import Archive
from archive.lock import writing
from archive.snapshots import current_number, list_pinned, list_releases, pin, prune, release_path, unpin


def list_lines(folder: Path) -> list[str]:
    """One line a release, oldest first."""
    archive = Archive(folder)
    current, pinned = current_number(archive), list_pinned(archive)
    marks = {number: (number == current, number in pinned) for number in list_releases(archive)}
    lines = [
        f"{release_path(archive, number)}{'  gällande' if is_current else ''}{'  fäst' if is_pinned else ''}"
        for number, (is_current, is_pinned) in marks.items()
    ]
    return lines or ["Inga utgåvor."]


def set_pins(folder: Path, to_pin: int | None, to_unpin: int | None) -> None:
    """Raises CannotShow where there is no such release."""
    archive = Archive(folder)
    if to_pin is not None and to_pin not in list_releases(archive):
        raise CannotShow(f"Utgåva {to_pin} finns inte.")
    if to_pin is not None:
        pin(archive, to_pin)
    if to_unpin is not None:
        unpin(archive, to_unpin)


def prune_releases(folder: Path, keep: int) -> str:
    """What was taken away, as a sentence."""
    archive = Archive(folder)
    with writing(archive):
        gone = prune(archive, keep=keep)
    return f"Borttagna: {', '.join(map(str, gone))}." if gone else "Inget att ta bort."
