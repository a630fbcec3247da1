"""What a package is about: one document of the archive, its original and what was read from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from app.eark.files import MARKDOWN, PDF, Format
from app.errors import CannotExport
from archive.documents import Versions, altered_files, original_path, read_arrival, versions_of
from archive.events import read_events
from archive.layout import Archive
from archive.release import published_rows
from schemas.kinds import DocumentStatus, Fate

_VERSION = re.compile(rb"%PDF-(\d\.\d)")
_HEAD = 1024  # bytes: readers accept a PDF's header anywhere in them
_READ = frozenset((Fate.INGESTED, Fate.REPLACED, "corrected"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The document, None where it says nothing; `tables` are as published, those without rows left out."""

    document_id: str
    sha256: str
    file_name: str
    source_uri: str
    arrived: datetime
    read: datetime | None
    versions: Versions
    status: DocumentStatus
    title: str | None
    municipality: str | None
    body: str | None
    meeting_date: date | None
    language: str | None
    diary_numbers: tuple[str, ...]
    warnings: tuple[str, ...]
    original: Path
    original_format: Format
    tables: Mapping[str, pa.Table]

    @property
    def name(self) -> str:
        """What it is called where one line has to do."""
        return self.title or self.file_name

    @property
    def origin(self) -> str | None:
        """Whose document it is: the body and its municipality, as far as they are known."""
        return ", ".join(filter(None, (self.municipality, self.body))) or None


def gather(archive: Archive, sha256: str, read: datetime | None) -> Subject:
    """The document as the archive holds it; `read` is when the reading was made, as the events tell.

    Raises CannotExport where the reading is not as it was kept, and where it is replaced meanwhile.
    """
    arrival, versions = read_arrival(archive, sha256), versions_of(archive, sha256)
    if arrival is None or versions is None:
        raise CannotExport(f"{sha256[:16]} är inte inläst ännu. Kör paragraf ingest och försök igen.")
    if altered := altered_files(archive, sha256):
        raise _altered(arrival.file_name, archive.bundle(sha256) / altered[0])
    tables = published_rows(archive, sha256)
    if versions_of(archive, sha256) != versions:
        raise CannotExport(f"{arrival.file_name} läses in på nytt just nu. Kör igen när det är klart.")
    row = tables["documents"].to_pylist()[0]
    original = original_path(archive, sha256)
    return Subject(
        document_id=row["document_id"],
        sha256=sha256,
        file_name=arrival.file_name,
        source_uri=arrival.source_uri,
        arrived=arrival.at,
        read=read,
        versions=versions,
        status=DocumentStatus(row["status"]),
        title=row["title"],
        municipality=row["municipality"],
        body=row["body"],
        meeting_date=row["meeting_date"],
        language=row["language"],
        diary_numbers=_diary_numbers(row, tables),
        warnings=tuple(row["warnings"] or ()),
        original=original,
        original_format=_format_of(original),
        tables=tables,
    )


def raise_if_altered(subject: Subject, sha256: str) -> None:
    """Raises CannotExport where `sha256`, of the original's bytes as they were copied, is not its own."""
    if sha256 != subject.sha256:
        raise _altered(subject.file_name, subject.original)


def times_of_reading(archive: Archive) -> dict[str, datetime]:
    """When each document was last read, by sha256, from the archive's log of events."""
    return {
        event["sha256"]: datetime.fromisoformat(event["at"])
        for event in read_events(archive)
        if event.get("what") in _READ
    }


def _altered(file_name: str, path: Path) -> CannotExport:
    return CannotExport(
        f"{file_name}: {path} har ändrats sedan den lades i arkivet, och inget paket skrivs. "
        "Återställ den från en säkerhetskopia och kör igen."
    )


def _diary_numbers(row: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> tuple[str, ...]:
    """The document's own first, then those of its §§, each once."""
    decisions = tables.get("decisions")
    of_decisions: Iterable[str | None] = decisions["diary_number"].to_pylist() if decisions else ()
    return tuple(dict.fromkeys(number for number in (row["diary_number"], *of_decisions) if number))


def _format_of(original: Path) -> Format:
    """By the archive's own name for it; of a PDF also the version that its header claims.

    Whether it is PDF/A is not said: that takes a validator, and a header proves nothing.
    """
    if original.suffix == ".md":
        return MARKDOWN
    with original.open("rb") as file:
        claimed = _VERSION.search(file.read(_HEAD))
    return Format(PDF.name, PDF.media_type, claimed[1].decode() if claimed else None)
