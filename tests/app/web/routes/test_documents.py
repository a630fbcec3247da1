"""A document's pages: each is there, and a § is at the address that stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.library import Snapshot, open_library
from app.web import addresses
from app.web.server import make_app


@pytest.mark.parametrize("rest", ["", "/text", "/upprepningar", "/tabell/0"])
def test_every_document_has_its_pages(client: TestClient, release: Snapshot, rest: str) -> None:
    for document_id, row in release.documents.items():
        told = client.get(addresses.document(document_id) + rest)
        assert told.status_code == 200, row["file_name"]


def test_every_sheet_is_there_and_none_beyond(client: TestClient, release: Snapshot) -> None:
    for document_id, row in release.documents.items():
        for page in {1, row["page_count"]} - {0}:
            expected = 200 if row["page_count"] else 404
            assert client.get(addresses.sheet(document_id, page)).status_code == expected
        for page in (0, row["page_count"] + 1, 10**9):
            told = client.get(f"{addresses.document(document_id)}/blad/{page}")
            assert told.status_code == 404 and "Dokumentet har" in told.text


def test_a_decision_is_at_the_address_of_its_meeting(client: TestClient, release: Snapshot) -> None:
    for document_id, row in release.documents.items():
        for decision in release.rows("decisions", document_id)[:2]:
            own = f"{addresses.document(document_id)}/paragraf/{decision['paragraph']}"
            told = client.get(own, follow_redirects=False)
            if release.shows_meeting(row):
                assert told.headers["location"] == addresses.paragraph(row, decision["paragraph"])
            else:
                assert told.status_code == 200 and addresses.document(document_id) in told.text


def test_of_two_files_of_a_meeting_each_has_its_own_words(client: TestClient, release: Snapshot) -> None:
    two = [row for row in release.documents.values() if row["file_name"].startswith("utdrag-budget")]
    assert sorted(map(release.shows_meeting, two)) == [False, True]
    for row in two:
        amount = "67,6 mnkr" if "fel" in row["file_name"] else "76,6 mnkr"
        hits = client.get(f"/api/search?q={amount}&typ=paragraf&dokument={row['document_id']}").json()["hits"]
        for hit in hits:
            told = client.get(hit["address"]).text
            assert f'{addresses.document(row["document_id"])}"' in told


def test_every_figure_of_a_year_has_its_page(client: TestClient, release: Snapshot) -> None:
    for document_id in release.documents:
        facts = [row for row in release.rows("facts", document_id) if row["year"]]
        for fact in facts[:3]:
            told = client.get(f"{addresses.document(document_id)}/siffra/{fact['fact_id']}")
            assert told.status_code == 200 and fact["raw"].replace(" ", "\N{NO-BREAK SPACE}") in told.text


def test_an_older_version_says_so_and_keeps_its_own_address(two_versions: Path) -> None:
    library = open_library(two_versions)
    now = library.now()
    [(old, new)] = now.superseded.items()
    with TestClient(make_app(library)) as client:
        told = client.get(addresses.document(old))
        assert told.status_code == 200 and addresses.document(new) in told.text
        own = client.get(f"{addresses.document(old)}/paragraf/12", follow_redirects=False)
        assert own.status_code == 200 and "Taxan höjs" in own.text
        stays = client.get(addresses.paragraph(now.documents[old], "12"))
        assert "Taxan sänks" in stays.text and "Taxan höjs" not in stays.text
