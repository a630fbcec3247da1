"""Where everything is: permanent addresses that a person can read, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from archive.search.fields import diary_key
from swedish.slugs import slug

Row = Mapping[str, Any]
NOWHERE = "-"  # in place of a municipality that is not known


def document(document_id: str) -> str:
    return f"/dokument/{document_id}"


def sheet(document_id: str, page: int | None, **marks: str | None) -> str:
    """The sheet with what is named marked: `q` words, `stycke`, `tal`, `rad` or `avvikelse` an id.

    >>> sheet("ab", 3, q="skola", stycke=None)
    '/dokument/ab/blad/3?q=skola'
    """
    asked = urlencode({name: value for name, value in marks.items() if value})
    return f"/dokument/{document_id}/blad/{page or 1}" + (f"?{asked}" if asked else "")


def text(document_id: str, anchor: str = "", q: str = "") -> str:
    asked = f"?{urlencode({'q': q})}" if q else ""
    return f"/dokument/{document_id}/text{asked}" + (f"#{quote(anchor)}" if anchor else "")


def table(document_id: str, index: int, form: str = "", row: int | None = None) -> str:
    ending = f".{form}" if form else ""
    return f"/dokument/{document_id}/tabell/{index}{ending}" + (f"#rad{row}" if row is not None else "")


def paragraph(about: Row, number: str, q: str = "", *, shows_meeting: bool = True) -> str:
    """The § of a document, with `q` marked in it: by its meeting where that is known and the document is the
    one of its files that shows it.

    >>> paragraph({"meeting_id": "boras-stad/kommunstyrelsen/2024-06-17", "document_id": "ab"}, "12 a")
    '/boras-stad/kommunstyrelsen/2024-06-17/12a'
    """
    plain = quote(number.replace(" ", "").casefold()) + (f"?{urlencode({'q': q})}" if q else "")
    if about.get("meeting_id") and shows_meeting:
        return f"/{about['meeting_id']}/{plain}"
    return f"/dokument/{about['document_id']}/paragraf/{plain}"


def meeting(meeting_id: str) -> str:
    return f"/{meeting_id}"


def municipality(name: str) -> str:
    return f"/{slug(name)}"


def body(municipality: str, name: str) -> str:
    return f"/{slug(municipality)}/{slug(name)}"


def matter(about: Row, number: str) -> str:
    """All that was done under a diary number; one that does not say whose register it is of is the body's.

    >>> matter({"municipality": "Borås Stad", "body": "Kommunstyrelsen"}, "KS 2024-00375 1.1.2.1")
    '/arende/boras-stad/ks_2024-375'
    >>> matter({"municipality": None, "body": "Tekniska nämnden"}, "2024-12")
    '/arende/-/2024-12?organ=tekniska-namnden'
    """
    key = diary_key(number)
    body = slug(about["body"] or "") if not any(letter.isalpha() for letter in key) else ""
    asked = f"?{urlencode({'organ': body})}" if body else ""
    return f"/arende/{slug(about['municipality'] or '') or NOWHERE}/{quote(key.replace(' ', '_'))}{asked}"


def person(person_id: str) -> str:
    return f"/person/{person_id}"


def finding(finding_id: str) -> str:
    return f"/avvikelse/{finding_id}"


def search(**asked: Any) -> str:
    given = {name: value for name, value in asked.items() if value not in (None, "", ())}
    return "/sok" + (f"?{urlencode(given, doseq=True)}" if given else "")
