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
Tell = Callable[[int, int], None]  # how many sheets OCR has read, and how many it will
