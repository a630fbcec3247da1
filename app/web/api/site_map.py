"""For those that read every page: which ones there are (sitemaps.org) and which need not be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from app.library import Snapshot
from app.web import addresses
from app.web.api.once_a_release import once_a_release
from app.web.api.xml_answers import add, answer_once, moment, root_of, to_xml
from app.web.at_hand import root_path, snapshot
from app.web.pages.shared_rows import NotHere

router = APIRouter(include_in_schema=False)
A_PAGE = 5_000  # addresses; a file may have 50 000 and 50 MB
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ENDLESS = ("/sok?", "/sok.atom", "/api/", "/oai", "/sprak/", "/logga-in")  # the same things in other ways


@router.get("/robots.txt")
def robots(request: Request) -> Response:
    root = root_path(request)
    lines = ["User-agent: *", *(f"Disallow: {root}{each}" for each in _ENDLESS), ""]
    return PlainTextResponse("\n".join([*lines, f"Sitemap: {root_of(request)}/sitemap.xml", ""]))


@router.get("/sitemap.xml")
def index(request: Request) -> Response:
    """The pages of the map, each with the day of its newest address."""
    found, root = all_addresses(snapshot(request)), root_of(request)
    whole = Element("sitemapindex", {"xmlns": _XMLNS})
    for number in range(1, -(-len(found) // A_PAGE) + 1):
        page = add(whole, "sitemap")
        add(page, "loc", f"{root}/sitemap-{number}.xml")
        add(page, "lastmod", moment(max(at for _, at in _page(found, number))))
    return answer_once(request, to_xml(whole), "application/xml")


@router.get("/sitemap-{number:int}.xml")
def one_page(request: Request, number: int) -> Response:
    found, root = all_addresses(snapshot(request)), root_of(request)
    chosen = _page(found, number) if number else ()
    if not chosen:
        raise NotHere("Den sidan av webbplatskartan finns inte. Alla sidor står i sitemap.xml.")
    urls = Element("urlset", {"xmlns": _XMLNS})
    for address, at in chosen:
        url = add(urls, "url")
        add(url, "loc", root + address)
        add(url, "lastmod", moment(at))
    return answer_once(request, to_xml(urls), "application/xml")


Dated = tuple[str, datetime]


def _page(found: tuple[Dated, ...], number: int) -> tuple[Dated, ...]:
    return found[(number - 1) * A_PAGE : number * A_PAGE]


@once_a_release
def all_addresses(now: Snapshot) -> tuple[Dated, ...]:
    """Every permanent address of the newest versions, each with when the last of what it shows came in.

    Reads two columns of one table once a release: 10 000 documents take a second or two, once.
    """
    newest: dict[str, datetime] = {}
    for address, at in _addresses(now):
        newest[address] = max(at, newest.get(address, at))
    return tuple(newest.items())


def _addresses(now: Snapshot) -> Iterator[Dated]:
    current = [row for row in now.documents.values() if row["document_id"] not in now.superseded]
    for row in current:
        yield "/", row["ingested_at"]
    for row in current:
        at = row["ingested_at"]
        if row["municipality"]:
            yield addresses.municipality(row["municipality"]), at
            if row["body"]:
                yield addresses.body(row["municipality"], row["body"]), at
        if row["meeting_id"]:
            yield addresses.meeting(row["meeting_id"]), at
        yield addresses.document(row["document_id"]), at
    ids = {row["document_id"] for row in current}
    for decision in now.all_rows("decisions", ["document_id", "paragraph"]):
        if decision["document_id"] in ids:
            row = now.documents[decision["document_id"]]
            yield addresses.paragraph(row, decision["paragraph"]), row["ingested_at"]
