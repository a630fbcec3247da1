"""The archive is harvested as OAI-PMH 2.0 says: whole, in pieces, again for what is new, without tricks."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from starlette.testclient import TestClient

from app.library import Snapshot, open_library
from app.web.api import oai
from app.web.server import make_app

OAI = "{http://www.openarchives.org/OAI/2.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
LIST = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}


def harvest(client: TestClient, **asked: str) -> Element:
    answer = client.get("/oai", params=asked)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    return fromstring(answer.content)


def code(root: Element) -> str | None:
    error = root.find(f"{OAI}error")
    assert error is None or error.text
    return None if error is None else error.get("code")


def texts(root: Element, name: str) -> list[str]:
    return [each.text or "" for each in root.iter(name)]


def walk(client: TestClient, **asked: str) -> list[Element]:
    """Every record (or header) of a list, by its tokens."""
    root = harvest(client, **asked)
    found: list[Element] = []
    for _ in range(50):
        assert code(root) is None
        found += root[-1].findall(f"{OAI}record") or root[-1].findall(f"{OAI}header")
        token = root.find(f".//{OAI}resumptionToken")
        if token is None or not token.text:
            return found
        root = harvest(client, verb=asked["verb"], resumptionToken=token.text)
    raise AssertionError("the list has no end")


def test_it_says_who_it_is(client: TestClient) -> None:
    said = harvest(client, verb="Identify")
    assert texts(said, f"{OAI}baseURL") == ["http://testserver/oai"]
    assert texts(said, f"{OAI}deletedRecord") == ["transient"]
    assert texts(said, f"{OAI}earliestDatestamp") == ["2024-06-17T12:00:00Z"]
    assert [each.tag.removeprefix(OAI) for each in said[-1]] == [
        *("repositoryName", "baseURL", "protocolVersion", "adminEmail"),
        *("earliestDatestamp", "deletedRecord", "granularity"),
    ]  # the order is the schema's


@pytest.mark.parametrize("a_page", [1, 3, 100])
def test_all_tokens_give_every_document_once(
    client: TestClient, release: Snapshot, monkeypatch: pytest.MonkeyPatch, a_page: int
) -> None:
    monkeypatch.setattr(oai, "A_PAGE", a_page)
    for verb in ("ListRecords", "ListIdentifiers"):
        found = walk(client, verb=verb, metadataPrefix="oai_dc")
        ids = [each for record in found for each in texts(record, f"{OAI}identifier")]
        assert sorted(ids) == sorted(f"oai:paragraf:{each}" for each in release.documents)


def test_a_record_is_the_document(client: TestClient, release: Snapshot) -> None:
    for document_id, row in release.documents.items():
        identifier = f"oai:paragraf:{document_id}"
        record = harvest(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=identifier)
        assert texts(record, f"{DC}title") == [row["title"] or row["file_name"]]
        assert texts(record, f"{DC}date") == [row["meeting_date"].isoformat()]
        address, digest, *_ = texts(record, f"{DC}identifier")
        assert digest == f"sha256:{row['sha256']}"
        assert client.get(address).status_code == 200
        assert texts(record, f"{DC}format") == ["application/pdf" if row["page_count"] else "text/markdown"]


def test_each_set_is_its_municipality_or_body(client: TestClient, release: Snapshot) -> None:
    sets = texts(harvest(client, verb="ListSets"), f"{OAI}setSpec")
    assert "sjovalla-kommun:samhallsbyggnadsnamnden" in sets
    held = {each: len(walk(client, **LIST, set=each)) for each in sets}
    whole = [each for each in sets if ":" not in each]
    assert sum(held[each] for each in whole) == len(release.documents)
    assert held["sjovalla-kommun"] == 2


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "badVerb"),
        ({"verb": "identify"}, "badVerb"),
        ({"verb": "Identify", "set": "x"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
        ({**LIST, "from": "i går"}, "badArgument"),
        ({**LIST, "from": "2024-02-30"}, "badArgument"),
        ({**LIST, "from": "٢٠٢٤-٠٦-١٧"}, "badArgument"),
        ({**LIST, "from": ""}, "badArgument"),
        ({**LIST, "from": "2024-06-17", "until": "2024-06-17T12:00:00Z"}, "badArgument"),
        ({**LIST, "from": "2024-06-18", "until": "2024-06-17"}, "badArgument"),
        ({**LIST, "set": "x' OR 1=1 --"}, "badArgument"),
        ({**LIST, "set": "ingen-kommun"}, "noRecordsMatch"),
        ({**LIST, "from": "2024-06-18"}, "noRecordsMatch"),
        ({**LIST, "until": "2024-06-16"}, "noRecordsMatch"),
        ({**LIST, "from": "2024-06-17", "until": "2024-06-17"}, None),
        ({**LIST, "from": "2024-06-17T12:00:00Z", "until": "2024-06-17T12:00:00Z"}, None),
        ({"verb": "GetRecord", "identifier": "oai:paragraf:x"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:annan:x"}, "idDoesNotExist"),
        ({"verb": "ListMetadataFormats"}, None),
        ({"verb": "ListMetadataFormats", "identifier": "\x00<\ud7ff&"}, "idDoesNotExist"),
        ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": "x"}, "badResumptionToken"),
        ({**LIST, "resumptionToken": "x"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "oai_dc~~~~9999999~9999-12-31T00:00:00Z~" + "f" * 16},
         "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": "oai_dc~~~~1~2024-99-31T00:00:00Z~" + "f" * 16},
         "badResumptionToken"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_one_of_the_protocols_errors(
    client: TestClient, asked: dict[str, str], expected: str | None
) -> None:
    root = harvest(client, **asked)
    assert code(root) == expected
    told = root.find(f"{OAI}request")
    assert told is not None
    assert told.text == "http://testserver/oai"
    assert bool(told.attrib) == (expected not in ("badVerb", "badArgument"))


def test_an_argument_given_twice_is_refused(client: TestClient) -> None:
    twice = client.get("/oai?verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc")
    assert code(fromstring(twice.content)) == "badArgument"
    assert code(fromstring(client.get("/oai?verb=Identify&verb=Identify").content)) == "badVerb"


def test_a_form_is_answered_as_an_address_is(client: TestClient) -> None:
    posted = fromstring(client.post("/oai", data=LIST).content)
    assert texts(posted, f"{OAI}identifier") == texts(harvest(client, **LIST), f"{OAI}identifier")
    assert code(fromstring(client.post("/oai", content=b"\xff\xfe&=%ff").content)) == "badVerb"
    assert code(fromstring(client.post("/oai", content=b"a=1&" * 30).content)) == "badVerb"


def test_an_older_version_is_a_tombstone_from_when_the_newer_came(two_versions: Path) -> None:
    now = open_library(two_versions).now()
    [(older, newer)] = now.superseded.items()
    with TestClient(make_app(open_library(two_versions), name="arkiv.exempel.se")) as client:
        records = {texts(each, f"{OAI}identifier")[0]: each for each in walk(client, **LIST)}
        gone = records.pop(f"oai:arkiv.exempel.se:{older}")
        assert gone.find(f"{OAI}header[@status='deleted']") is not None
        assert gone.find(f"{OAI}metadata") is None
        assert texts(gone, f"{OAI}datestamp") == ["2024-06-18T12:00:00Z"]
        current = records[f"oai:arkiv.exempel.se:{newer}"]
        assert texts(current, f"{DC}relation") == [f"http://testserver/dokument/{older}"]
        assert texts(current, f"{DC}format") == ["text/markdown"]
        later = walk(client, verb="ListIdentifiers", metadataPrefix="oai_dc", **{"from": "2024-06-18"})
        assert {texts(each, f"{OAI}identifier")[0][-16:] for each in later} >= {older, newer}
        assert len(walk(client, **LIST, until="2024-06-17")) + len(later) == len(now.documents)


@pytest.mark.parametrize("passed_on", ["", "/arkiv"])
def test_under_a_path_its_addresses_have_the_path(archive: Path, passed_on: str) -> None:
    client = TestClient(make_app(open_library(archive), root_path="/arkiv"))
    root = fromstring(client.get(f"{passed_on}/oai", params=LIST).content)
    assert root.findtext(f"{OAI}request") == "http://testserver/arkiv/oai"
    addresses = [each for each in texts(root, f"{DC}identifier") if each.startswith("http")]
    assert addresses
    assert all(each.startswith("http://testserver/arkiv/dokument/") for each in addresses)
