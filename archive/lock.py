"""One writer at a time; the lock goes with the process, so a killed run leaves none behind."""

from __future__ import annotations

import fcntl
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from archive.layout import Archive
from schemas.errors import ArchiveBusy

# A process that was just being started when its run was killed holds what the run held until it has become
# another program: a moment, and longer on a machine whose cores are all taken.
_A_MOMENT = 2.0
_BETWEEN_TRIES = 0.02


@contextmanager
def writing(archive: Archive) -> Iterator[None]:
    """Hold the archive for writing, and clear what a killed run left half-written.

    Raises ArchiveBusy if another process holds it for longer than a moment.
    """
    archive.root.mkdir(parents=True, exist_ok=True)
    with archive.lock.open("a") as handle:
        _hold(archive, handle, fcntl.LOCK_EX)
        for left in archive.tmp.glob("*"):
            shutil.rmtree(left)
        yield


def raise_if_busy(archive: Archive) -> None:
    """Raise ArchiveBusy if a run is writing now, before anything costly is started."""
    if not archive.lock.exists():
        return
    with archive.lock.open("a") as handle:
        _hold(archive, handle, fcntl.LOCK_SH)


def _hold(archive: Archive, handle: IO[str], how: int) -> None:
    given_up = time.monotonic() + _A_MOMENT
    while True:
        try:
            fcntl.flock(handle, how | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > given_up:
                raise ArchiveBusy(str(archive.root)) from None
        time.sleep(_BETWEEN_TRIES)
