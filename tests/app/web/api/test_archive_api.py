"""Programs get what the pages put together, with the same ids and addresses."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.library import Snapshot
from app.web import addresses


def test_every_decision_is_had_by_its_id(client: TestClient, release: Snapshot) -> None:
    for row in release.rows_of("decisions", release.documents):
        told = client.get(f"/api/decisions/{row['decision_id']}").json()
        assert told["title"] == row["title"]
        assert told["decision_text"] == row["decision_text"]
        assert all(each["document_id"] == row["document_id"] for each in told["paragraphs"])
        assert told["paragraphs"] or not row["decision_text"]
        assert client.get(told["address"]).status_code == 200
        assert {each["decision_id"] for each in told["people"]} <= {row["decision_id"]}


def test_a_meeting_has_its_decisions_once_and_all_its_files(client: TestClient, release: Snapshot) -> None:
    for meeting_id, documents in release.meetings.items():
        told = client.get(f"/api/meetings/{meeting_id}").json()
        assert told["meeting_id"] == meeting_id
        assert {each["document_id"] for each in told["documents"]} == {
            row["document_id"] for row in documents
        }
        numbers = [each["paragraph"] for each in told["decisions"]]
        assert numbers == list(dict.fromkeys(numbers))
        assert numbers


def test_a_matter_is_had_by_its_diary_number(client: TestClient, release: Snapshot) -> None:
    for row in release.rows_of("decisions", release.documents):
        for number in row["diary_numbers"]:
            address = addresses.matter(release.documents[row["document_id"]], number).replace(
                "/arende/", "/api/matters/"
            )
            told = client.get(address).json()
            assert row["paragraph"] in [each["paragraph"] for each in told["steps"]]


def test_a_person_stands_where_the_rows_say(client: TestClient, release: Snapshot) -> None:
    for row in release.rows_of("people", release.documents)[::7]:
        told = client.get(f"/api/people/{row['person_id']}").json()
        assert row["name"] in told["names"]
        assert row["document_id"] in {each["document_id"] for each in told["documents"]}
        if row["decision_id"]:
            assert row["decision_id"] in {each["decision_id"] for each in told["decisions"]}


@pytest.mark.parametrize(
    "address",
    [
        "/api/decisions/x",
        "/api/decisions/%2e%2e%2f",
        "/api/meetings/a/b/c",
        "/api/matters/-/zzz",
        "/api/matters/'/%00x",
        "/api/people/'; --",
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (400, 404)
    if answer.status_code == 404:
        assert set(answer.json()) == {"fel"}
