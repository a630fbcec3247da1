"""What a reader process says: how far OCR has come in a file, and at last what it read or compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schemas.document import Extraction
from schemas.finding import Duplicate, Finding, Reconciliation


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """So many of the sheets that OCR has to read are read; `file` is the name the run knows the file by."""

    done: int
    of: int
    file: str = ""


Hear = Callable[[SheetsRead], None]
Tell = Callable[[int, int], None]  # how many sheets OCR has read, and how many it will


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, its facts marked as proved or not, and what holding it against itself gave."""

    extraction: Extraction
    reconciliation: Reconciliation


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents by sha256, the earlier first whichever came in first, and what they say of each other."""

    earlier: str
    later: str
    duplicates: tuple[Duplicate, ...] = ()
    findings: tuple[Finding, ...] = ()
