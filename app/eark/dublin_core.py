"""What the document is, in Dublin Core: only what is printed on it or kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from app.eark.elements import element, to_bytes
from app.eark.subject import Subject

_NAMESPACES = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.openarchives.org/OAI/2.0/oai_dc/ ../../schemas/dublin-core-record.xsd "
        "http://purl.org/dc/elements/1.1/ ../../schemas/dublin-core.xsd"
    ),
}


def dublin_core(subject: Subject) -> bytes:
    """The record. What is not known has no element: rights above all, which no protocol prints."""
    told = (element(f"dc:{name}", None, text) for name, text in _statements(subject))
    return to_bytes(_root(*told))


def _root(*statements: ElementTree.Element) -> ElementTree.Element:
    return element("oai_dc:dc", _NAMESPACES, *statements)


def _statements(subject: Subject) -> Iterator[tuple[str, str]]:
    yield "title", subject.name
    yield from (("creator", name) for name in (subject.municipality, subject.body) if name)
    if subject.meeting_date:
        yield "date", subject.meeting_date.isoformat()
    yield "type", "Text"  # the word of DCMI's own list of types
    yield "format", subject.original_format.media_type
    yield "identifier", subject.document_id
    yield "identifier", f"sha256:{subject.sha256}"
    yield from (("identifier", f"dnr {number}") for number in subject.diary_numbers)
    yield from (
        ("source", source) for source in dict.fromkeys((subject.file_name, subject.source_uri)) if source
    )
    if subject.language:
        yield "language", subject.language
