"""Pages in the language that was chosen, with everything escaped, and errors that say a way on."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.web.looks import marking, translator


def test_swedish_is_itself_and_what_english_lacks_too() -> None:
    assert translator("sv")("Sök") == "Sök"
    assert translator("en")("Sök") == "Search"
    assert translator("en")("Finns inte i listan") == "Finns inte i listan"


def test_the_words_one_came_by_are_marked() -> None:
    pieces = marking("skola")("En ny skola byggs")
    assert [piece.text for piece in pieces if piece.is_marked] == ["skola"]
    assert "".join(piece.text for piece in pieces) == "En ny skola byggs"
    assert [piece.is_marked for piece in marking("")("En ny skola byggs")] == [False]


@pytest.mark.parametrize(("cookie", "language"), [("", "sv"), ("en", "en"), ("xx", "sv"), ("<b>", "sv")])
def test_the_language_is_one_of_ours(client: TestClient, cookie: str, language: str) -> None:
    told = client.get("/om", headers={"Cookie": f"sprak={cookie}"})
    assert f'<html lang="{language}">' in told.text and told.headers["content-language"] == language
    assert "Cookie" in told.headers["vary"]


def test_what_is_asked_is_escaped_wherever_it_stands(client: TestClient) -> None:
    told = client.get("/sok", params={"q": '"><script>alert(1)</script>', "kommun": "'><b>", "minst": "<i>"})
    assert "<script" not in told.text and "<i>" not in told.text and "'><b>" not in told.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told.text


def test_an_error_says_a_way_on_and_nothing_of_our_inside(client: TestClient) -> None:
    told = client.get("/dokument/finns-inte")
    assert told.status_code == 404 and "finns inte i den här utgåvan" in told.text
    assert "Till början" in told.text and "Traceback" not in told.text and 'role="search"' in told.text


def test_a_program_is_told_in_json(client: TestClient) -> None:
    assert client.get("/api/documents/finns-inte").json() == {
        "fel": "Dokumentet finns inte i den här utgåvan."
    }
    assert client.get("/api/documents?size=x").status_code == 422
