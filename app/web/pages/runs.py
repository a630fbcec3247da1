"""What has been done with the archive: its releases, its runs, what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.library import Row, Snapshot
from archive.events import read_events
from archive.layout import Archive
from archive.snapshots import list_pinned, list_releases

_LATEST = 100
_WORDS = {
    "ingested": ("läst in", "read in"),
    "replaced": ("läst på nytt", "read anew"),
    "not_read": ("kunde inte läsas", "could not be read"),
    "left_quarantine": ("lämnade karantänen", "left quarantine"),
    "not_opened": ("kunde inte öppnas", "could not be opened"),
    "published": ("utgåva", "release"),
    "proved": ("stämt av", "reconciled"),
    "not_proved": ("kunde inte stämmas av", "could not be reconciled"),
    "not_compared": ("kunde inte jämföras", "could not be compared"),
    "corrected": ("rättat", "corrected"),
    "withdrawn": ("rättelse tillbakadragen", "correction withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Happened:
    """An event: when (to the minute, UTC), what in Swedish and English, of which document or file, and what
    it says.
    """

    at: str
    what: tuple[str, str]
    document: Row | None
    about: str
    says: str


def show_runs(archive: Archive, snapshot: Snapshot) -> dict[str, Any]:
    """The latest events first; files in quarantine with why."""
    events = list(read_events(archive))
    return {
        "events": [_happened(snapshot, event) for event in events[: -_LATEST - 1 : -1]],
        "n_events": len(events),
        "release": snapshot.number,
        "releases": list_releases(archive),
        "pinned": list_pinned(archive),
        "quarantine": snapshot.all_rows("quarantine"),
        "partial": [row for row in snapshot.documents.values() if row["status"] == "partial"],
    }


def _happened(snapshot: Snapshot, event: Mapping[str, Any]) -> Happened:
    """A file's name without the folders that it lay in: a path of the server's is nobody's business."""
    what = str(event.get("what", ""))
    document = snapshot.documents.get(str(event.get("sha256", ""))[:16])
    file = str(event.get("file", "")).rpartition("/")[2]
    number = event.get("release") or event.get("correction") or ""
    return Happened(
        str(event.get("at", ""))[:16].replace("T", " "),
        _WORDS.get(what, (what, what)),
        document,
        file or str(number),
        str(event.get("says", "")),
    )
