"""What a reader process gives back."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.document import Extraction
from schemas.finding import Duplicate, Finding, Reconciliation


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
