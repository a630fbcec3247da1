"""The search as a page: every hit leads to where it says; filters, languages and feeds are addresses."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from app.library import Snapshot
from app.searching import KINDS, answer, read_ask


@pytest.mark.parametrize("kind", KINDS)
def test_every_hit_leads_to_its_page_and_its_sheet(client: TestClient, release: Snapshot, kind: str) -> None:
    found = answer(release, read_ask({"typ": kind, "antal": "5"}))
    assert found.hits, kind
    for hit in found.hits:
        for address in filter(None, (hit.address, hit.sheet_address)):
            assert client.get(address).status_code == 200, address


def test_the_page_says_what_the_search_found(client: TestClient, release: Snapshot) -> None:
    found = answer(release, read_ask({"q": "biblioteken"}))
    told = client.get("/sok?q=biblioteken").text
    assert f"<b>{found.total}</b>" in told
    assert told.count('<li class="hit ') == min(found.total, found.ask.size)
    assert re.search(r"<mark>bibliotek\w*</mark>", told)


def test_filters_that_are_not_understood_are_told_and_limit_nothing(client: TestClient) -> None:
    told = client.get("/sok?q=budget&ar=i+fjol&typ=sak&minst=mycket").text
    assert "är inget årtal" in told and "är inget värde för typ" in told and "är inget belopp" in told


def test_where_nothing_is_found_a_way_on_is_told(client: TestClient) -> None:
    told = client.get("/sok?q=xyzzyqwq").text
    assert "<b>0</b>" in told and "Så kan man söka" in told


@pytest.mark.parametrize("number", ["-1", "0", "x", "10001", "9" * 40])
def test_any_page_of_the_hits_can_be_asked_for(client: TestClient, number: str) -> None:
    assert client.get("/sok", params={"q": "budget", "sida": number}).status_code == 200


def test_the_language_is_kept_for_a_year_by_a_cookie_that_no_script_reads(client: TestClient) -> None:
    told = client.get("/sprak/en?till=/om", follow_redirects=False)
    assert (told.status_code, told.headers["location"]) == (303, "/om")
    cookie = told.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/" in cookie
    client.cookies.clear()


@pytest.mark.parametrize("language", ["xx", "", "..", "SV"])
def test_another_language_is_not_kept(client: TestClient, language: str) -> None:
    told = client.get(f"/sprak/{language}", follow_redirects=False)
    assert "set-cookie" not in told.headers


@pytest.mark.parametrize("path", ["/", "/om", "/tillganglighet"])
def test_what_stands_about_the_site(client: TestClient, path: str) -> None:
    told = client.get(path)
    assert told.status_code == 200 and told.text.count("<h1>") == 1
