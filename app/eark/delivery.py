"""Who hands a package in, and under what agreement: what no document says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.eark.subject import Subject
from app.errors import CannotExport


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the person who hands in knows; `at` is when the package is made."""

    at: datetime
    submitter: str | None = None
    agreement: str | None = None

    def submitted_by(self, subject: Subject) -> str:
        """Who hands in: as told, else the municipality that the document names.

        Raises CannotExport where neither says: a SIP must have a submitter (SIP15), and none is guessed.
        """
        if named := (self.submitter or "").strip() or subject.municipality:
            return named
        raise CannotExport(
            f"{subject.file_name} nämner ingen kommun, och ett paket måste ha en avsändare. "
            "Ange den med --submitter."
        )
