"""One writer at a time; the lock goes with the process, so a killed run leaves none behind."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from archive.layout import Archive
from schemas.errors import ArchiveBusy


@contextmanager
def writing(archive: Archive) -> Iterator[None]:
    """Hold the archive for writing, and clear what a killed run left half-written.

    Raises ArchiveBusy at once if another process holds it.
    """
    archive.root.mkdir(parents=True, exist_ok=True)
    with archive.lock.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ArchiveBusy(str(archive.root)) from None
        for left in archive.tmp.glob("*"):
            shutil.rmtree(left)
        yield


def raise_if_busy(archive: Archive) -> None:
    """Raise ArchiveBusy if a run is writing now, before anything costly is started."""
    if not archive.lock.exists():
        return
    with archive.lock.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ArchiveBusy(str(archive.root)) from None
