"""The API says what it takes and gives, and what is wrong in Swedish."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.library import Snapshot, open_library
from app.web.server import make_app


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    told: dict[str, Any] = client.get("/api/openapi.json").json()
    return told


def operations(described: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{method} {path}": operation
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }


def test_every_operation_is_described(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.")
    found = operations(described)
    assert len(found) >= 10
    for name, operation in found.items():
        assert " / " in operation["summary"], name
        assert len(operation["description"]) > 20, name
        assert all(answer["description"] for answer in operation["responses"].values()), name
        assert operation["responses"]["200"]["description"] != "Successful Response", name
        assert all(each["description"] for each in operation.get("parameters", ())), name
    ids = [operation["operationId"] for operation in found.values()]
    assert len(ids) == len(set(ids))


def test_every_parameter_in_an_address_is_described(described: dict[str, Any]) -> None:
    for path, methods in described["paths"].items():
        named = {piece[1:-1] for piece in path.split("/") if piece.startswith("{")}
        for operation in methods.values():
            given = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "path"}
            assert given == named


def test_problems_have_the_shape_that_is_described(described: dict[str, Any]) -> None:
    assert "HTTPValidationError" not in str(described)
    for operation in operations(described).values():
        assert {"404", "422", "503"} <= set(operation["responses"])
        problem = operation["responses"]["422"]["content"]["application/json"]["schema"]
        assert problem["required"] == ["fel"]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/api/documents?page=x", "page ska vara ett heltal."),
        ("/api/documents?page=0&size=5000", "page ska vara minst 1. size ska vara högst 100."),
        ("/api/documents?page=99999999999999999999999", "page ska vara högst 100000."),
        ("/api/search.csv?excel=kanske", "excel ska vara true eller false."),
    ],
)
def test_a_parameter_that_is_wrong_is_told_in_swedish(client: TestClient, address: str, says: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()) == (422, {"fel": says})


@pytest.mark.parametrize(
    "address", ["/api/x", "/api/x/y", "/api/documents/x", "/api/documents/x/facts", "/api/"]
)
def test_an_address_that_is_not_there_is_told_as_json(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert list(answer.json()) == ["fel"]


def test_pages_of_a_search_lead_on_to_the_last(archive: Path) -> None:
    """Behind a proxy too, that keeps its own path to itself."""
    client = TestClient(make_app(open_library(archive), root_path="/arkiv"))
    told = client.get("/api/search", params={"q": "budget", "antal": "40"}).json()
    seen = [hit["id"] for hit in told["hits"]]
    while told["next"]:
        assert told["next"].startswith("http://testserver/arkiv/api/search?")
        told = client.get(told["next"]).json()
        seen += [hit["id"] for hit in told["hits"]]
    assert len(seen) == len(set(seen)) == told["total"]


def test_the_hits_as_csv_are_the_hits(client: TestClient) -> None:
    asked = {"q": "budget", "typ": "paragraf"}
    rows = list(csv.DictReader(io.StringIO(client.get("/api/search.csv", params=asked).text)))
    hits = client.get("/api/search", params=asked).json()["hits"]
    assert [row["id"] for row in rows] == [hit["id"] for hit in hits]
    assert all(client.get(row["address"]).status_code == 200 for row in rows)


def test_every_table_of_a_document_is_had(client: TestClient, release: Snapshot) -> None:
    for document_id in release.documents:
        for table, many in client.get(f"/api/documents/{document_id}").json()["rows"].items():
            told = client.get(f"/api/documents/{document_id}/{table}").json()
            assert told["total"] == many
            assert len(told["rows"]) == min(many, 1000)
