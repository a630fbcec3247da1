"""The documents as records of OAI-PMH: whose they are, since when, which of them are gone, in Dublin Core.

A document that a newer version stands for is a tombstone, from the moment when that version came in; the
newer one names it as a relation. A document that is taken out of the archive leaves no trace, and its older
version may then return: deleted records are therefore told as `transient`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element

from app.library import Row, Snapshot
from app.web import addresses
from app.web.api.oai_asked import Listing
from app.web.api.once_a_release import once_a_release
from app.web.api.xml_answers import add, moment
from app.web.pages.shared_rows import name_of
from swedish.slugs import slug

_DC = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ "
    "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """A record's head; records are in the order of when they became what they are."""

    datestamp: str
    document_id: str
    sets: tuple[str, ...] = ()
    is_deleted: bool = False

    def is_in(self, listing: Listing) -> bool:
        """Whether it is one of those that are asked for, on whichever page."""
        return (
            (not listing.since or self.datestamp >= listing.since)
            and (not listing.until or self.datestamp <= listing.until)
            and (not listing.set or listing.set in self.sets)
        )


@once_a_release
def records_of(now: Snapshot) -> tuple[Kept, ...]:
    """Every document of the release."""
    return tuple(sorted(find_records(now.documents, now.superseded)))


def find_records(documents: Mapping[str, Row], superseded: Mapping[str, str]) -> Iterator[Kept]:
    gone = dict(_gone(documents, superseded))
    for document_id, row in documents.items():
        came_in: datetime = row["ingested_at"]
        stamp = moment(gone.get(document_id, came_in))
        yield Kept(stamp, document_id, sets_of(row), document_id in gone)


def _gone(documents: Mapping[str, Row], superseded: Mapping[str, str]) -> Iterator[tuple[str, datetime]]:
    """Of each older version, when the next one came in."""
    for newest, older in _by_newest(superseded).items():
        rows = sorted(
            (documents[each] for each in older), key=lambda row: (row["ingested_at"], row["document_id"])
        )
        for row, following in zip(rows, [*rows[1:], documents[newest]], strict=True):
            yield row["document_id"], following["ingested_at"]


@once_a_release
def older_versions(now: Snapshot) -> Mapping[str, Sequence[str]]:
    """By document, those that it is a newer version of."""
    return _by_newest(now.superseded)


def _by_newest(superseded: Mapping[str, str]) -> dict[str, list[str]]:
    older: dict[str, list[str]] = defaultdict(list)
    for each, newest in superseded.items():
        older[newest].append(each)
    return dict(older)


def sets_of(row: Row) -> tuple[str, ...]:
    """
    >>> sets_of({"municipality": "Borås Stad", "body": "Kommunstyrelsen"})
    ('boras-stad', 'boras-stad:kommunstyrelsen')
    """
    municipality, body = slug(row["municipality"] or ""), slug(row["body"] or "")
    if not municipality:
        return ()
    return (municipality, f"{municipality}:{body}") if body else (municipality,)


@once_a_release
def all_sets(now: Snapshot) -> Mapping[str, str]:
    """By set, what it is called."""
    named: dict[str, str] = {}
    for row in now.documents.values():
        names = (row["municipality"], f"{row['municipality']}, {row['body']}")
        for name, says in zip(sets_of(row), names, strict=False):
            named.setdefault(name, says)
    return dict(sorted(named.items()))


def add_dublin_core(parent: Element, row: Row, root: str, older: Sequence[str]) -> None:
    """`older` are the documents that it is a newer version of."""
    whole = add(parent, "oai_dc:dc", "", **_DC)
    for name, text in _dublin_core(row, root, older):
        if text:
            add(whole, f"dc:{name}", text)


def _dublin_core(row: Row, root: str, older: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    yield "title", name_of(row)
    yield "creator", ", ".join(filter(None, (row["body"], row["municipality"])))
    yield "publisher", row["municipality"]
    yield "date", row["meeting_date"].isoformat() if row["meeting_date"] else None
    yield "type", "Text"
    yield "format", "text/markdown" if row["text_source"] == "markdown" else "application/pdf"
    yield "identifier", root + addresses.document(row["document_id"])
    yield "identifier", f"sha256:{row['sha256']}"
    yield "identifier", row["diary_number"]
    yield "source", row["source_uri"] or row["file_name"]
    yield "language", row["language"]
    for each in older:
        yield "relation", root + addresses.document(each)
