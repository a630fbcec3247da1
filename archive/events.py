"""What happened in the archive, one JSON object a line, only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from archive.layout import Archive


def write_event(archive: Archive, at: datetime, what: str, **details: Any) -> None:
    """Add a line; a line that a killed run left torn is closed first, so that it spoils only itself."""
    line = json.dumps({"at": at.isoformat(), "what": what, **details}, ensure_ascii=False)
    with archive.events.open("ab+") as log:
        torn = log.tell() > 0 and _last_byte(archive) != b"\n"
        log.write((b"\n" if torn else b"") + line.encode() + b"\n")


def read_events(archive: Archive) -> Iterator[dict[str, Any]]:
    """Every whole line, oldest first."""
    if not archive.events.exists():
        return
    for line in archive.events.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except ValueError:  # torn by a kill
            continue


def _last_byte(archive: Archive) -> bytes:
    with archive.events.open("rb") as log:
        log.seek(-1, 2)
        return log.read(1)
