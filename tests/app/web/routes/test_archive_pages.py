"""Leafing from a municipality to a §, and along a matter or a person, at addresses that stay."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.library import Snapshot
from app.web import addresses


def test_every_level_leads_to_the_next(client: TestClient, release: Snapshot) -> None:
    for meeting_id, documents in release.meetings.items():
        municipality, body, _ = meeting_id.split("/")
        for address, leads_to in (
            (f"/{municipality}", f"/{municipality}/{body}"),
            (f"/{municipality}/{body}", f"/{meeting_id}"),
            (f"/{meeting_id}", addresses.document(documents[0]["document_id"])),
        ):
            assert f'href="{leads_to}"' in client.get(address).text, address


def test_every_decision_stands_under_its_meeting(client: TestClient, release: Snapshot) -> None:
    for row in release.rows_of("decisions", release.documents):
        document = release.documents[row["document_id"]]
        told = client.get(addresses.paragraph(document, row["paragraph"]))
        assert told.status_code == 200 and f"§&nbsp;{row['paragraph']}" in told.text


def test_a_matter_is_had_however_its_number_is_written(client: TestClient) -> None:
    for key in ("kfn_2025-55", "KFN_2025-55", "kfn%202025-55"):
        told = client.get(f"/arende/granas-stad/{key}")
        assert told.status_code == 200 and "Öppettider på biblioteket" in told.text, key


def test_everybody_has_a_page(client: TestClient, release: Snapshot) -> None:
    people = {row["person_id"]: row["name"] for row in release.rows_of("people", release.documents)}
    for person_id in list(people)[::5]:
        assert client.get(addresses.person(person_id)).status_code == 200


def test_runs_tell_of_the_release_that_is_shown(client: TestClient, release: Snapshot) -> None:
    assert f"<b>{release.number}</b>" in client.get("/korningar").text


@pytest.mark.parametrize(
    "address",
    [
        *("/finns-inte", "/granas-stad/finns-inte", "/granas-stad/finns/2025-10-22", "/person/0"),
        *("/granas-stad/kultur-och-fritidsnamnden/2025-10-22/999", "/arende/granas-stad/x_1", "/arende/-/x"),
    ],
)
def test_what_is_not_there_is_told_with_a_way_on(client: TestClient, address: str) -> None:
    told = client.get(address)
    assert told.status_code == 404 and "Till början" in told.text
