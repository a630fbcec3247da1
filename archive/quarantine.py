"""Files that could not be ingested: why, since when, and under which conditions they were last tried."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.documents import mark_changed
from archive.durable import replace_file, sync_folder
from archive.layout import Archive
from archive.things_to_rows import Arrival
from schemas.errors import DamagedPdf, EmptyFile, EncryptedPdf, NoPages, NotAnOfficePaper, NotAPdf, NotText

_OF_THE_BYTES = (EmptyFile, NotAPdf, NotText, NotAnOfficePaper, DamagedPdf, EncryptedPdf, NoPages)
LIES_IN_THE_BYTES = frozenset(error.code for error in _OF_THE_BYTES)


@dataclass(frozen=True, slots=True)
class Record:
    """A file in quarantine; `path`, `last_tried` and `tried_with` stay in the archive and are not
    published.
    """

    sha256: str
    file_name: str
    source_uri: str
    reason: str
    says: str
    first_seen: datetime
    path: str
    last_tried: datetime
    tried_with: dict[str, Any] = field(default_factory=dict)

    @property
    def published(self) -> dict[str, Any]:
        """The row of the `quarantine` table."""
        names = ("sha256", "file_name", "source_uri", "reason", "says", "first_seen")
        return {name: getattr(self, name) for name in names}

    @property
    def arrival(self) -> Arrival:
        return Arrival(self.file_name, self.source_uri, self.first_seen)


def quarantine(archive: Archive, record: Record) -> Record:
    """Write the record; of bytes already in quarantine the first name and time stand.
    What was kept is returned.
    """
    before = read_record(archive, record.sha256)
    if before:
        record = replace(
            record, file_name=before.file_name, source_uri=before.source_uri, first_seen=before.first_seen
        )
    if before is None or before.published != record.published:
        mark_changed(archive, record.sha256)
    content = asdict(record) | {
        "first_seen": record.first_seen.isoformat(),
        "last_tried": record.last_tried.isoformat(),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    replace_file(archive.quarantined(record.sha256), text.encode(), archive.tmp)
    return record


def read_record(archive: Archive, sha256: str) -> Record | None:
    """None where those bytes are not in quarantine."""
    return _read(archive.quarantined(sha256))


def list_records(archive: Archive) -> Iterator[Record]:
    for path in sorted(archive.quarantine.glob("??/*.json")):
        record = _read(path)
        if record:
            yield record


def leave_quarantine(archive: Archive, sha256: str) -> bool:
    """Take the record away; False where there was none."""
    path = archive.quarantined(sha256)
    if not path.exists():
        return False
    mark_changed(archive, sha256)
    path.unlink()
    sync_folder(path.parent)
    return True


def is_worth_another_try(record: Record, tried_with: dict[str, Any], *, insistent: bool) -> bool:
    """Whether the same bytes may fare better now.

    Damage lies in the bytes: only another extractor can change the answer. Limits and crashes may go another
    way on another day: tried again under other limits, or whenever a person asks (`insistent`).
    """
    if record.tried_with.get("extractor_version") != tried_with.get("extractor_version"):
        return True
    if record.reason in LIES_IN_THE_BYTES:
        return False
    return insistent or record.tried_with != tried_with


def _read(path: Path) -> Record | None:
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    times = {name: datetime.fromisoformat(content[name]) for name in ("first_seen", "last_tried")}
    return Record(**(content | times))
