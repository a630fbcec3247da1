"""What a route has at hand: the release of now, and of each parameter what was said last."""

from __future__ import annotations

import pytest
from starlette.datastructures import QueryParams
from starlette.requests import Request

from app.web.at_hand import asked


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=a&q=b&typ=", {"q": "b"}),
        ("", {}),
        ("q=%C3%A5&sida=2", {"q": "å", "sida": "2"}),
        ("q=%ff", {"q": "\ufffd"}),
    ],
)
def test_the_last_of_each_name_is_asked(query: str, expected: dict[str, str]) -> None:
    request = Request({"type": "http", "query_string": query.encode(), "headers": []})
    assert asked(request) == expected == {k: v for k, v in QueryParams(query).items() if v}
