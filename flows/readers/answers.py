"""What a reader process gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.document import Extraction
from schemas.finding import Duplicate, Finding, Reconciliation
from schemas.page import SheetsByOcr


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, its facts marked as proved or not,
    what holding it against itself gave, and OCR's sheets.
    """

    extraction: Extraction
    reconciliation: Reconciliation
    by_ocr: SheetsByOcr = field(default_factory=SheetsByOcr)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents by sha256, the earlier first whichever came in first, and what they say of each other."""

    earlier: str
    later: str
    duplicates: tuple[Duplicate, ...] = ()
    findings: tuple[Finding, ...] = ()
