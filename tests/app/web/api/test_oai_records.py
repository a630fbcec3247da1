"""Which record a document is, from the rows alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.web.api.oai_asked import Listing
from app.web.api.oai_records import Kept, find_records


def row(document_id: str, day: int) -> dict[str, Any]:
    at = datetime(2024, 6, day, 12, tzinfo=UTC)
    return {"document_id": document_id, "ingested_at": at, "municipality": "Borås Stad", "body": None}


def test_each_of_many_versions_is_gone_when_the_next_came() -> None:
    rows = {name: row(name, day) for name, day in (("c", 3), ("a", 1), ("b", 2))}
    records = sorted(find_records(rows, {"a": "c", "b": "c"}))
    told = [(kept.document_id, kept.datestamp[:10], kept.is_deleted) for kept in records]
    assert told == [("a", "2024-06-02", True), ("b", "2024-06-03", True), ("c", "2024-06-03", False)]


def test_a_listing_has_both_its_ends() -> None:
    kept = Kept("2024-06-02T12:00:00Z", "a", ("boras-stad",))
    at = kept.datestamp
    assert kept.is_in(Listing())
    assert kept.is_in(Listing(at, at, "boras-stad"))
    assert not kept.is_in(Listing(since="2024-06-02T12:00:01Z"))
    assert not kept.is_in(Listing(until="2024-06-02T11:59:59Z"))
    assert not kept.is_in(Listing(set="boras"))
