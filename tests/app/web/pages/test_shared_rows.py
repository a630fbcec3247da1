"""Which documents are versions of one, and what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.library import Snapshot, open_library
from app.web.pages.shared_rows import NotHere, crumbs, name_of, superseded_by, the_document, versions_of


@pytest.fixture(scope="module")
def versions(two_versions: Path) -> Snapshot:
    return open_library(two_versions).now()


def test_the_later_one_under_a_name_stands_for_the_earlier(versions: Snapshot) -> None:
    [(older, newer)] = versions.superseded.items()
    rows = versions.documents
    assert rows[older]["file_name"] == rows[newer]["file_name"] == "a.md"
    assert rows[older]["ingested_at"] < rows[newer]["ingested_at"]
    assert (
        superseded_by(versions, rows[older]) == rows[newer] and superseded_by(versions, rows[newer]) is None
    )
    assert (
        versions_of(versions, rows[older]) == versions_of(versions, rows[newer]) == [rows[newer], rows[older]]
    )


def test_files_of_one_name_from_two_meetings_are_two_documents(versions: Snapshot) -> None:
    [(older, _)] = versions.superseded.items()
    days = {row["meeting_date"] for row in versions.documents.values()}
    assert len(days) == 2
    versions.__dict__.pop("superseded")
    day = versions.documents[older].pop("meeting_date")
    versions.documents[older]["meeting_date"] = day.replace(year=day.year - 1)
    assert versions.superseded == {}


def test_what_is_not_in_the_release_is_told(release: Snapshot) -> None:
    with pytest.raises(NotHere, match="finns inte"):
        the_document(release, "0" * 16)
    row = next(iter(release.documents.values()))
    assert the_document(release, row["document_id"]) is row and name_of(row) == (
        row["title"] or row["file_name"]
    )
    assert [step.text for step in crumbs(row)][:1] == [row["municipality"]]
