"""A paper as it was read, in an archive and as a package: what the tests of packages are tried on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.eark.delivery import Delivery
from app.eark.package import Written, write_package
from app.eark.subject import Subject, gather
from archive.documents import Versions, keep_document, list_documents
from archive.events import write_event
from archive.layout import Archive
from archive.lock import writing
from archive.things_to_rows import Arrival
from schemas.document import Extraction, Source
from schemas.kinds import TextSource
from tests.app import told_paper
from tests.flows.stand_ins import reading_of

MADE = datetime(2026, 11, 29, 8, 30, tzinfo=UTC)
READ = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
DELIVERY = Delivery(MADE, "Sjövalla kommunarkiv", "RA 13-2011/5329")
HOSTILE = "]]> <script>alert('§')</script> &amp; \x00\x08\x1b\ufffe" + "å" * 5_000
KNOWN: dict[str, Any] = {
    "municipality": "Sjövalla kommun", "body": "Kommunstyrelsen", "meeting_date": date(2024, 6, 17),
    "language": "sv", "diary_number": "KS 2024-00142",
}  # fmt: skip


def keep(root: Path, name: str = told_paper.FILE, **told: Any) -> Archive:
    """The told paper in an archive, with what else is `told` of it."""
    return _kept(root, told_paper.pdf(), replace(told_paper.reading(), **(KNOWN | told)), name)


def markdown(root: Path) -> Archive:
    """A paper that came in as Markdown: it has no sheets."""
    content = "# Protokoll\n\n§ 1\n".encode()
    source = Source(hashlib.sha256(content).hexdigest(), "protokoll.md", "protokoll.md")
    read = replace(reading_of(source), text_source=TextSource.MARKDOWN, pages=(), page_count=0, words=())
    return _kept(root, content, read, "protokoll.md")


def subject(archive: Archive) -> Subject:
    return gather(archive, list_documents(archive)[0], READ)


def pack(archive: Archive, out: Path, delivery: Delivery = DELIVERY) -> Written:
    out.mkdir(parents=True, exist_ok=True)
    return write_package(subject(archive), out, delivery)


def _kept(root: Path, original: bytes, reading: Extraction, name: str) -> Archive:
    archive = Archive(root)
    arrival = Arrival(name, f"inkorg/{name}", told_paper.NOON)
    proved = told_paper.reconciliation() if reading.source == told_paper.source() else None
    with writing(archive):
        keep_document(archive, original, reading, arrival, Versions("0.2.0", "0.2.0"), proved)
        write_event(archive, READ, "ingested", sha256=reading.source.sha256)
    return archive
