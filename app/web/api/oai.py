"""OAI-PMH 2.0: the documents for libraries and archives that fetch what is new, in Dublin Core.

Sets are municipalities and their bodies. Errors are the protocol's own, with status 200 as it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import parse_qsl
from xml.etree.ElementTree import Element

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.library import Snapshot
from app.web.api.oai_asked import (
    PREFIX,
    Listing,
    OaiError,
    check_prefix,
    read_arguments,
    read_listing,
    token_of,
)
from app.web.api.oai_records import Kept, add_dublin_core, all_sets, older_versions, records_of
from app.web.api.xml_answers import add, moment, root_of, to_xml
from app.web.at_hand import site, snapshot

router = APIRouter(include_in_schema=False)
A_PAGE = 100  # records
_XMLNS = "http://www.openarchives.org/OAI/2.0/"
_ROOT = {
    "xmlns": _XMLNS,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_XMLNS} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd",
}
_DC_SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_DC_NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"


@router.get("/oai")
def asked_by_address(request: Request) -> Response:
    return _answer(request, request.query_params.multi_items())


@router.post("/oai")
async def asked_by_form(request: Request) -> Response:
    body = (await request.body()).decode("utf-8", "replace")
    try:
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=20)
    except ValueError:
        pairs = []
    return _answer(request, pairs)


@dataclass(frozen=True, slots=True)
class _Repository:
    """What one answer is made from: one release, and what the server calls itself."""

    now: Snapshot
    root: str
    name: str
    contact: str

    @property
    def base(self) -> str:
        return f"{self.root}/oai"

    @property
    def id_start(self) -> str:
        return f"oai:{self.name}:"


def _answer(request: Request, pairs: Sequence[tuple[str, str]]) -> Response:
    here = _Repository(snapshot(request), root_of(request), site(request).name, site(request).contact)
    whole = Element("OAI-PMH", _ROOT)
    add(whole, "responseDate", moment(datetime.now(UTC)))
    try:
        verb, arguments = read_arguments(pairs)
        said = Element(verb)
        _SAID[verb](said, here, arguments)
        add(whole, "request", here.base, verb=verb, **arguments)
        whole.append(said)
    except OaiError as error:
        is_understood = error.code not in ("badVerb", "badArgument")
        add(whole, "request", here.base, **(dict(pairs) if is_understood else {}))
        add(whole, "error", error.says, code=error.code)
    return Response(to_xml(whole), media_type="text/xml; charset=utf-8")


def _identify(said: Element, here: _Repository, _arguments: dict[str, str]) -> None:
    records = records_of(here.now)
    add(said, "repositoryName", here.name)
    add(said, "baseURL", here.base)
    add(said, "protocolVersion", "2.0")
    add(said, "adminEmail", here.contact)
    add(said, "earliestDatestamp", records[0].datestamp if records else "1970-01-01T00:00:00Z")
    add(said, "deletedRecord", "transient")
    add(said, "granularity", "YYYY-MM-DDThh:mm:ssZ")


def _list_formats(said: Element, here: _Repository, arguments: dict[str, str]) -> None:
    if "identifier" in arguments:
        _find_record(here, arguments["identifier"])
    kind = add(said, "metadataFormat")
    for name, text in (
        ("metadataPrefix", PREFIX),
        ("schema", _DC_SCHEMA),
        ("metadataNamespace", _DC_NAMESPACE),
    ):
        add(kind, name, text)


def _list_sets(said: Element, here: _Repository, arguments: dict[str, str]) -> None:
    if "resumptionToken" in arguments:
        raise OaiError("badResumptionToken", "Mängderna kommer i en enda lista.")
    sets = all_sets(here.now)
    if not sets:
        raise OaiError("noSetHierarchy", "Inget dokument i arkivet nämner någon kommun.")
    for name, says in sets.items():
        each = add(said, "set")
        add(each, "setSpec", name)
        add(each, "setName", says)


def _list_identifiers(said: Element, here: _Repository, arguments: dict[str, str]) -> None:
    page, token = _page_of(here.now, read_listing(arguments))
    for kept in page:
        _add_header(said, here, kept)
    if token is not None:
        said.append(token)


def _list_records(said: Element, here: _Repository, arguments: dict[str, str]) -> None:
    page, token = _page_of(here.now, read_listing(arguments))
    for kept in page:
        _add_record(said, here, kept)
    if token is not None:
        said.append(token)


def _get_record(said: Element, here: _Repository, arguments: dict[str, str]) -> None:
    kept = _find_record(here, arguments["identifier"])
    check_prefix(arguments["metadataPrefix"])
    _add_record(said, here, kept)


_SAID = {
    "Identify": _identify,
    "ListMetadataFormats": _list_formats,
    "ListSets": _list_sets,
    "ListIdentifiers": _list_identifiers,
    "ListRecords": _list_records,
    "GetRecord": _get_record,
}


def _find_record(here: _Repository, identifier: str) -> Kept:
    start = here.id_start
    wanted = identifier.removeprefix(start) if identifier.startswith(start) else None
    for kept in records_of(here.now):
        if kept.document_id == wanted:
            return kept
    raise OaiError("idDoesNotExist", f"Inget dokument har det id:t. De skrivs {start}<document_id>.")


def _page_of(now: Snapshot, listing: Listing) -> tuple[list[Kept], Element | None]:
    """The records of the page, and the token of the next one: an empty one ends a list of several pages."""
    chosen = [kept for kept in records_of(now) if kept.is_in(listing)]
    rest = [kept for kept in chosen if (kept.datestamp, kept.document_id) > listing.after]
    if not rest and listing.start:
        raise OaiError("badResumptionToken", "Listan är slut. Börja om från början.")
    if not rest:
        raise OaiError("noRecordsMatch", "Inget dokument i arkivet är så.")
    page = rest[:A_PAGE]
    if len(rest) <= A_PAGE and not listing.start:
        return page, None
    token = Element("resumptionToken", {"completeListSize": str(len(chosen)), "cursor": str(listing.start)})
    if len(rest) > A_PAGE:
        after = page[-1].datestamp, page[-1].document_id
        token.text = token_of(replace(listing, start=listing.start + A_PAGE, after=after))
    return page, token


def _add_header(parent: Element, here: _Repository, kept: Kept) -> None:
    header = add(parent, "header", "", **({"status": "deleted"} if kept.is_deleted else {}))
    add(header, "identifier", here.id_start + kept.document_id)
    add(header, "datestamp", kept.datestamp)
    for name in kept.sets:
        add(header, "setSpec", name)


def _add_record(parent: Element, here: _Repository, kept: Kept) -> None:
    record = add(parent, "record")
    _add_header(record, here, kept)
    if kept.is_deleted:
        return
    row, older = here.now.documents[kept.document_id], older_versions(here.now).get(kept.document_id, ())
    add_dublin_core(add(record, "metadata"), row, here.root, older)
