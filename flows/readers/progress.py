"""What a reader process says while it is still at work on a file: how far OCR has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """So many of the sheets that OCR has to read are read; `file` is the name the run knows the file by."""

    done: int
    of: int
    file: str = ""


Hear = Callable[[SheetsRead], None]
_listeners: list[Hear] = []


def listen_with(hear: Hear) -> None:
    """From now on `hear` is told in this process;
    a reader process has one listener, the pipe to its parent.
    """
    _listeners[:] = [hear]


def tell(done: int, of: int) -> None:
    for hear in _listeners:
        hear(SheetsRead(done, of))
