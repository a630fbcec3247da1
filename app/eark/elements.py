"""XML from text that nobody vouches for: well-formed whatever a PDF held, and the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

Attributes = Mapping[str, str | None]
# XML 1.0 has no way to write these: neither raw nor as &#1; may they stand in a document.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text with U+FFFD where XML 1.0 allows no such character.

    >>> legal("a\\x00b\\ud800"), legal("§ 1\\n")
    ('a\ufffdb\ufffd', '§ 1\\n')
    """
    return _FORBIDDEN.sub("\ufffd", text)


def element(
    tag: str, attributes: Attributes | None = None, *content: ElementTree.Element | str | None
) -> ElementTree.Element:
    """An element with its prefix written out; attributes and content that are None are left out.

    >>> ElementTree.tostring(element("dc:title", {"id": None}, "A & <B> ]]>"), encoding="unicode")
    '<dc:title>A &amp; &lt;B&gt; ]]&gt;</dc:title>'
    """
    made = ElementTree.Element(
        tag, {name: legal(value) for name, value in (attributes or {}).items() if value is not None}
    )
    for each in content:
        if isinstance(each, str):
            made.text = legal(each)
        elif each is not None:
            made.append(each)
    return made


def to_bytes(root: ElementTree.Element) -> bytes:
    """The document in UTF-8, indented: an archivist opens it in whatever shows text."""
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written + b"\n"
