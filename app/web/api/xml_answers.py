"""XML that is well formed whatever a document or a reader says; what one has already is not sent again."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement, tostring

from fastapi import Request
from fastapi.responses import Response

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Without the characters that no XML may hold, escaped or not.

    >>> legal("a\\x00b\\x1b<\\ud800å")
    'ab<å'
    """
    return _NOT_IN_XML.sub("", text)


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A new last child; text and attributes are escaped when they are written."""
    child = SubElement(parent, name, {key: legal(value) for key, value in attributes.items()})
    child.text = legal(text) or None
    return child


def to_xml(root: Element) -> bytes:
    """
    >>> to_xml(Element("a", {"b": '"<'}))
    b'<?xml version="1.0" encoding="UTF-8"?>\\n<a b="&quot;&lt;" />'
    """
    written: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}'.encode()


def answer_once(request: Request, body: bytes, media_type: str) -> Response:
    """The body, or 304 to one who has it."""
    tag = f'W/"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in {each.strip() for each in request.headers.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)


def moment(at: datetime) -> str:
    """
    >>> moment(datetime(2024, 6, 17, 9, 20, 0, 123, tzinfo=UTC))
    '2024-06-17T09:20:00Z'
    """
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def root_of(request: Request) -> str:
    """The site's own address as the reader has it, without a slash at its end."""
    return str(request.base_url).rstrip("/")
