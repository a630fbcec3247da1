"""Rows put beside their neighbours: what several pages show of a document."""

from __future__ import annotations

from dataclasses import dataclass

from app.library import Row, Snapshot
from app.web import addresses


class NotHere(LookupError):
    """Nothing stands at the address; the sentence says where to look instead."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way to a page."""

    text: str
    href: str


def the_document(snapshot: Snapshot, document_id: str) -> Row:
    """Raises NotHere."""
    row = snapshot.documents.get(document_id)
    if row is None:
        raise NotHere("Dokumentet finns inte i den här utgåvan.")
    return row


def name_of(row: Row) -> str:
    """What the document is called: by its title, else its file."""
    return str(row["title"] or row["file_name"] or row["document_id"])


def crumbs(row: Row) -> list[Crumb]:
    """The municipality, the body and the meeting that the document belongs to, as far as they are known."""
    steps = []
    if row["municipality"]:
        steps.append(Crumb(row["municipality"], addresses.municipality(row["municipality"])))
        if row["body"]:
            steps.append(Crumb(row["body"], addresses.body(row["municipality"], row["body"])))
        if row["meeting_id"]:
            steps.append(Crumb(row["meeting_date"].isoformat(), addresses.meeting(row["meeting_id"])))
    return steps


def superseded_by(snapshot: Snapshot, row: Row) -> Row | None:
    """The newer version that stands for the document."""
    newest = snapshot.superseded.get(str(row["document_id"]))
    return snapshot.documents[newest] if newest else None


def versions_of(snapshot: Snapshot, row: Row) -> list[Row]:
    """All that came under its name, the newest first; () where it came but once."""
    document_id: str = row["document_id"]
    newest = snapshot.superseded.get(document_id, document_id)
    ids = [newest, *(old for old, last in snapshot.superseded.items() if last == newest)]
    rows = [snapshot.documents[each] for each in ids]
    return sorted(rows, key=lambda each: str(each["ingested_at"]), reverse=True) if len(rows) > 1 else []
