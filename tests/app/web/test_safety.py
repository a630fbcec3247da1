"""Every answer forbids scripts and frames; what is too long or too large is refused before it is read."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.web.safety import LARGEST_BODY, LONGEST_ADDRESS


@pytest.mark.parametrize(
    "path", ["/", "/finns/inte", "/static/style.css", "/api/search?q=a", "/oai", "/" + "a" * LONGEST_ADDRESS]
)
def test_every_answer_has_the_policy(client: TestClient, path: str) -> None:
    told = client.get(path)
    policy = told.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy
    assert told.headers["x-content-type-options"] == "nosniff"
    assert told.headers["referrer-policy"] == "same-origin"


def test_an_address_is_no_longer_than_it_may_be(client: TestClient) -> None:
    assert client.get("/" + "a" * (LONGEST_ADDRESS - 1)).status_code == 404
    assert client.get("/" + "a" * LONGEST_ADDRESS).status_code == 414
    assert client.get("/sok?q=" + "a" * LONGEST_ADDRESS).status_code == 414


def test_a_form_is_no_larger_than_it_may_be(client: TestClient) -> None:
    assert client.post("/logga-in", content=b"a" * LARGEST_BODY).status_code == 403
    assert client.post("/logga-in", content=b"a" * (LARGEST_BODY + 1)).status_code == 413


def test_a_body_of_untold_length_is_not_read_without_end(client: TestClient) -> None:
    pieces = (b"a" * 1_000 for _ in range(100))
    assert client.post("/logga-in", content=pieces).status_code == 400


def test_no_address_has_a_zero_byte(client: TestClient) -> None:
    assert client.get("/dokument/%00").status_code == 400


def test_head_is_answered_as_get_without_the_body(client: TestClient) -> None:
    told = client.head("/om")
    assert (told.status_code, told.content) == (200, b"")
    assert told.headers["content-type"] == client.get("/om").headers["content-type"]
