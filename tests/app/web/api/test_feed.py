"""A search can be subscribed to: the feed tells what is new, once, and nothing else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest
from starlette.testclient import TestClient

from app.library import open_library
from app.web.server import make_app

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: TestClient, **asked: str) -> Element:
    answer = client.get("/sok.atom", params=asked)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml"
    return fromstring(answer.content)


def ids(root: Element) -> list[str]:
    return [each.findtext(f"{ATOM}id") or "" for each in root.iter(f"{ATOM}entry")]


def link(entry: Element, rel: str) -> str:
    found = entry.find(f"{ATOM}link[@rel='{rel}']")
    assert found is not None
    return found.attrib["href"]


def test_every_entry_has_what_atom_demands_and_its_links_answer(client: TestClient) -> None:
    root = feed(client, q="budget", typ="paragraf")
    assert root.findtext(f"{ATOM}title") == "Nya träffar: ”budget”, typ paragraf"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        assert (entry.findtext(f"{ATOM}title") or "").startswith("§ ")
        assert entry.findtext(f"{ATOM}updated") == "2024-06-17T12:00:00Z"
        assert "budget" in (entry.findtext(f"{ATOM}summary") or "").casefold()
        assert client.get(link(entry, "alternate")).status_code == 200
    assert len(set(ids(root))) == len(entries)


def test_the_ids_name_no_host_and_the_links_do(archive: Path, client: TestClient) -> None:
    elsewhere = TestClient(make_app(open_library(archive)), base_url="https://protokoll.example")
    here, there = feed(client, q="budget"), feed(elsewhere, q="budget")
    assert ids(here) == ids(there)
    assert here.findtext(f"{ATOM}id") == there.findtext(f"{ATOM}id")
    assert link(there, "self").startswith("https://protokoll.example/sok.atom?")


def test_asked_again_it_is_the_same_and_need_not_be_sent(client: TestClient) -> None:
    first, second = (client.get("/sok.atom", params={"q": "budget"}) for _ in range(2))
    assert first.content == second.content
    tag = first.headers["etag"]
    unchanged = client.get("/sok.atom", params={"q": "budget"}, headers={"If-None-Match": tag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def test_without_words_it_has_decisions(client: TestClient) -> None:
    for asked in ({}, {"q": " "}, {"kommun": "sjovalla-kommun"}):
        found = ids(feed(client, **asked))
        assert found
        assert all(each.startswith("tag:paragraf,2026:decision/") for each in found)
    assert not all("decision/" in each for each in ids(feed(client, q="budget")))


def test_the_address_of_the_feed_is_the_search_again(client: TestClient) -> None:
    root = feed(client, q="§ 12 & <b>", kommun="sjovalla-kommun", sida="7", antal="3", nonsens="1")
    asked = parse_qs(urlsplit(link(root, "self")).query)
    assert asked == {"q": ["§ 12 & <b>"], "kommun": ["sjovalla-kommun"]}
    assert client.get(link(root, "self")).content == client.get("/sok.atom", params=asked).content


@pytest.mark.parametrize(
    "hostile", ["\x00\x01\x1b", "<![CDATA[", "]]>", "&#0;", "\uffff\ufffe", "\"'<&>", "a" * 3000]
)
def test_whatever_is_asked_it_is_xml(client: TestClient, hostile: str) -> None:
    for asked in ({"q": hostile}, {"q": "budget", "kommun": hostile}, {"fran": hostile}):
        assert feed(client, **asked).findtext(f"{ATOM}title")
    broken = client.get("/sok.atom?q=%ff%fe%00budget")
    assert fromstring(broken.content).tag == f"{ATOM}feed"


def test_words_that_nothing_has_give_an_empty_feed_and_no_like_words(client: TestClient) -> None:
    assert client.get("/api/search", params={"q": "budgett"}).json()["total"] > 0
    root = feed(client, q="budgett")
    assert ids(root) == []
    assert root.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_what_came_last_is_first_whatever_its_meeting(two_versions: Path) -> None:
    """The newer version of the meeting of 7 June came after the protocol of 8 June; the older one is gone."""
    root = feed(TestClient(make_app(open_library(two_versions))))
    titles = [each.findtext(f"{ATOM}title") or "" for each in root.iter(f"{ATOM}entry")]
    assert [title[-11:-1] for title in titles] == ["2024-06-07", "2024-06-08"]
    assert "Taxor & avgifter <2025>" in titles[0]
    assert root.findtext(f"{ATOM}updated") == "2024-06-18T12:00:00Z"


@pytest.mark.parametrize("passed_on", ["", "/arkiv"])
def test_under_a_path_its_addresses_have_the_path(archive: Path, passed_on: str) -> None:
    client = TestClient(make_app(open_library(archive), root_path="/arkiv"))
    root = fromstring(client.get(f"{passed_on}/sok.atom?q=budget").content)
    links = [each.attrib["href"] for each in root.iter(f"{ATOM}link")]
    assert all(each.startswith("http://testserver/arkiv/") for each in links)
