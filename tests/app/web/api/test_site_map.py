"""The map names every page of the newest versions once, and each of them answers."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from starlette.testclient import TestClient

from app.library import Snapshot, open_library
from app.web import addresses
from app.web.api import site_map
from app.web.server import make_app

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def places(client: TestClient, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/xml"
    return [each.text or "" for each in fromstring(answer.content).iter(f"{SITEMAP}loc")]


def test_every_address_is_there_and_answers(client: TestClient, release: Snapshot) -> None:
    [page] = places(client, "/sitemap.xml")
    found = places(client, page)
    assert len(found) == len(set(found))
    for address in found:
        assert client.get(address, follow_redirects=False).status_code == 200
    ours = {address.removeprefix("http://testserver") for address in found}
    for document_id, row in release.documents.items():
        assert addresses.document(document_id) in ours
        assert addresses.meeting(row["meeting_id"]) in ours
        for decision in release.rows("decisions", document_id):
            assert addresses.paragraph(row, decision["paragraph"]) in ours
    assert {"/", "/sjovalla-kommun", "/sjovalla-kommun/samhallsbyggnadsnamnden"} <= ours
    assert not any(each.startswith(("/person/", "/avvikelse/")) for each in ours)


def test_pages_are_no_longer_than_they_may_be(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = places(client, "/sitemap-1.xml")
    monkeypatch.setattr(site_map, "A_PAGE", 7)
    pages = [places(client, each) for each in places(client, "/sitemap.xml")]
    assert all(0 < len(page) <= 7 for page in pages)
    assert [address for page in pages for address in page] == whole


def test_a_page_that_is_not_there_is_told(client: TestClient) -> None:
    for number in ("0", "99", "9" * 30):
        assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_the_newest_of_what_a_page_shows_is_when_it_was_changed(two_versions: Path) -> None:
    now = open_library(two_versions).now()
    changed = dict(site_map.all_addresses(now))
    [older] = now.superseded
    assert addresses.document(older) not in changed
    assert changed["/"].isoformat() == "2024-06-18T12:00:00+00:00"
    assert changed["/boras-stad/kommunstyrelsen/2024-06-08/12"].isoformat() == "2024-06-17T15:00:00+00:00"


@pytest.mark.parametrize("passed_on", ["", "/arkiv"])
def test_robots_are_told_where_the_map_is(archive: Path, passed_on: str) -> None:
    client = TestClient(make_app(open_library(archive), root_path="/arkiv"))
    told = client.get(f"{passed_on}/robots.txt").text.splitlines()
    assert "Sitemap: http://testserver/arkiv/sitemap.xml" in told
    assert "Disallow: /arkiv/sok?" in told
    assert places(client, f"{passed_on}/sitemap.xml") == ["http://testserver/arkiv/sitemap-1.xml"]


def test_asked_again_it_need_not_be_sent(client: TestClient) -> None:
    tag = client.get("/sitemap-1.xml").headers["etag"]
    assert client.get("/sitemap-1.xml", headers={"If-None-Match": tag}).status_code == 304
