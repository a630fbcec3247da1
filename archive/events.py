"""What happened in the archive, one JSON object a line, only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from archive.durable import append_line
from archive.layout import Archive


def write_event(archive: Archive, at: datetime, what: str, **details: Any) -> None:
    line = json.dumps({"at": at.isoformat(), "what": what, **details}, ensure_ascii=False)
    append_line(archive.events, line.encode())


def read_events(archive: Archive) -> Iterator[dict[str, Any]]:
    """Every whole line, oldest first."""
    if not archive.events.exists():
        return
    for line in archive.events.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except ValueError:  # torn by a kill
            continue
