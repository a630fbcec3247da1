"""A search one can subscribe to: its newest hits as an Atom feed (RFC 4287).

New is what came into the archive last, whatever the day of its meeting. As long as nothing has come in that
the search finds, the feed is the same to the byte.
"""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from urllib.parse import quote, urlencode
from xml.etree.ElementTree import Element

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.searching import NEWEST, Ask, Shown, latest, read_ask
from app.web.api.xml_answers import add, answer_once, moment, root_of, to_xml
from app.web.at_hand import asked, snapshot

router = APIRouter(include_in_schema=False)
ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed that has found nothing yet
_OF_PAGES = ("sida", "antal", "ordning")  # which page of hits, and in what order: a feed has one of each


@router.get("/sok.atom")
def feed(request: Request) -> Response:
    """The parameters of /sok; without words and without a kind, decisions."""
    given = {name: value for name, value in asked(request).items() if name not in _OF_PAGES}
    if not given.get("q", "").strip():
        given.setdefault("typ", "paragraf")
    ask = read_ask(given)
    hits = latest(snapshot(request), ask, ENTRIES)
    return answer_once(request, to_xml(_feed(root_of(request), ask, hits)), "application/atom+xml")


def _feed(root: str, ask: Ask, hits: tuple[Shown, ...]) -> Element:
    same = urlencode(sorted(ask.given.items()))
    atom = Element("feed", {"xmlns": _ATOM, "xml:lang": "sv"})
    add(atom, "id", tag_of(f"sok?{same}"))
    add(atom, "title", _title(ask))
    if ask.problems:
        add(atom, "subtitle", " ".join(ask.problems))
    add(atom, "updated", moment(max((_came_in(hit) for hit in hits), default=_BEGINNING)))
    add(atom, "link", rel="self", type="application/atom+xml", href=f"{root}/sok.atom?{same}")
    html = urlencode([*sorted(ask.given.items()), ("ordning", NEWEST)])
    add(atom, "link", rel="alternate", type="text/html", href=f"{root}/sok?{html}")
    add(add(atom, "author"), "name", "Paragraf")
    for hit in hits:
        _add_entry(atom, root, hit)
    return atom


def _title(ask: Ask) -> str:
    limits = [f"{name} {value}" for name, value in sorted(ask.given.items()) if name != "q"]
    return "Nya träffar: " + ", ".join(([f"”{ask.words}”"] if ask.words else []) + limits)


def _add_entry(atom: Element, root: str, hit: Shown) -> None:
    document = hit.document
    entry = add(atom, "entry")
    add(entry, "id", tag_of(f"{hit.kind}/{hit.id}"))
    add(entry, "title", _entry_title(hit))
    add(entry, "updated", moment(_came_in(hit)))
    add(entry, "link", rel="alternate", type="text/html", href=root + hit.address)
    if hit.sheet_address:
        add(entry, "link", rel="related", type="text/html", href=root + hit.sheet_address)
    if whose := ", ".join(filter(None, (document["body"], document["municipality"]))):
        add(add(entry, "author"), "name", whose)
    add(entry, "category", term=hit.kind)
    if hit.pieces:
        add(entry, "summary", _summary(hit), type="html")


def _entry_title(hit: Shown) -> str:
    """ "§ 12 Taxa för avfall (Kommunstyrelsen 2024-06-17)"."""
    day = hit.document["meeting_date"]
    number = f"§ {hit.paragraph}" if hit.paragraph else ""
    name = " ".join(filter(None, (number, hit.title))) or hit.document["file_name"]
    where = " ".join(filter(None, (hit.document["body"], day.isoformat() if day else "")))
    return f"{name} ({where})" if where else str(name)


def _summary(hit: Shown) -> str:
    """As HTML: a reader of feeds shows the words in bold."""
    return "".join(
        f"<b>{escape(piece.text)}</b>" if piece.is_marked else escape(piece.text) for piece in hit.pieces
    )


def _came_in(hit: Shown) -> datetime:
    at: datetime = hit.document["ingested_at"]
    return at


def tag_of(name: str) -> str:
    """An id that holds wherever the archive is served from (RFC 4151).

    >>> tag_of("decision/ab-d1"), tag_of("sok?q=a#b")
    ('tag:paragraf,2026:decision/ab-d1', 'tag:paragraf,2026:sok?q=a%23b')
    """
    return "tag:paragraf,2026:" + quote(name, safe="/?&=+%-._~")
