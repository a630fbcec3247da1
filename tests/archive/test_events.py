"""The log of an archive: one line an event, only ever added to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from archive.events import read_events, write_event
from archive.layout import Archive

AT = datetime(2025, 6, 3, 12, 0, tzinfo=UTC)


def test_events_come_oldest_first_with_their_details(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    write_event(archive, AT, "ingested", file="å.pdf")
    write_event(archive, AT, "published", release=2)
    assert [(event["what"], event.get("file"), event.get("release")) for event in read_events(archive)] == [
        ("ingested", "å.pdf", None), ("published", None, 2),
    ]  # fmt: skip
    assert "å.pdf" in archive.events.read_text(encoding="utf-8")


def test_a_line_torn_by_a_kill_spoils_only_itself(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    write_event(archive, AT, "ingested")
    with archive.events.open("a") as log:
        log.write('{"at": "2025-06-0')
    write_event(archive, AT, "published")
    assert [event["what"] for event in read_events(archive)] == ["ingested", "published"]


def test_an_archive_where_nothing_happened_has_no_events(tmp_path: Path) -> None:
    assert list(read_events(Archive(tmp_path))) == []
