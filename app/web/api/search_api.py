"""JSON of the search and of what a document has, with pages and stable ids; CSV of any list of hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import BoundedSemaphore
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from app.library import Row, Snapshot
from app.searching import FACETS, MOST_A_PAGE, PARAMETERS, Answer, Shown, answer, read_ask
from app.tables_out import FORMS, grid_to_csv
from app.web.api.as_json import PROBLEMS, Json
from app.web.api.xml_answers import root_of
from app.web.at_hand import asked, snapshot
from app.web.pages.shared_rows import NotHere, the_document
from schemas.tables import TABLES_OF_RELEASE

router = APIRouter(prefix="/api", tags=["Paragraf"], responses=PROBLEMS)
_OF_A_DOCUMENT = [table.name for table in TABLES_OF_RELEASE if table.name not in ("documents", "quarantine")]
_MOST_IN_CSV = 10_000
_LISTS_AT_ONCE = BoundedSemaphore(2)  # a list of ten thousand hits takes seconds of a core
_COLUMNS = (
    *("kind", "title", "municipality", "body", "meeting_date", "paragraph", "page", "printed_page"),
    *("text", "document_id", "id", "file_name", "address"),
)
DocumentId = Annotated[str, Path(description="Dokumentets id: 16 hexadecimala tecken / a document_id")]
PageNumber = Annotated[int, Query(ge=1, le=100_000, description="Sidan, från 1 / the page, from 1")]
PageSize = Annotated[int, Query(ge=1, le=MOST_A_PAGE, description="Rader på en sida / rows a page")]
_Excel = Annotated[bool, Query(description="Semikolon och BOM, som Excel vill ha det / as Excel wants it")]
SEARCH_PARAMETERS = [
    {"name": name, "in": "query", "required": False, "description": says, "schema": {"type": "string"}}
    for name, says in PARAMETERS.items()
]


@router.get(
    "/search",
    summary="Sök / search",
    response_description="Träffarna / the hits",
    openapi_extra={"parameters": SEARCH_PARAMETERS},
)
def search(request: Request) -> Response:
    """The hits of the asked page, how many there are in all, and how many of what."""
    found = answer(snapshot(request), read_ask(asked(request)), FACETS)
    return Json(
        {
            "total": found.total,
            "page": found.ask.page,
            "pages": found.pages,
            "notes": found.notes,
            "counts": found.counts,
            "hits": [
                hit_to_row(request, hit) | {"pieces": _pieces(hit), "score": hit.score} for hit in found.hits
            ],
            "next": _next(request, found),
        }
    )


@router.get(
    "/search.csv",
    summary="Träffarna som CSV / the hits as CSV",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
    response_description="En rad för varje träff / a row a hit",
    openapi_extra={"parameters": SEARCH_PARAMETERS},
)
def search_csv(request: Request, excel: _Excel = False) -> Response:
    """Every hit, up to 10 000; with `excel` semicolons and a byte order mark."""
    if not _LISTS_AT_ONCE.acquire(blocking=False):
        raise HTTPException(503)
    try:
        rows = [list(_COLUMNS), *_every_hit(request)]
    finally:
        _LISTS_AT_ONCE.release()
    headers = {"Content-Disposition": 'attachment; filename="sokning.csv"'}
    return Response(grid_to_csv(rows, for_excel=excel), media_type=FORMS["csv"], headers=headers)


def _every_hit(request: Request) -> Iterator[list[Any]]:
    now, given = snapshot(request), asked(request)
    for number in range(1, _MOST_IN_CSV // MOST_A_PAGE + 1):
        found = answer(now, read_ask({**given, "sida": str(number), "antal": str(MOST_A_PAGE)}))
        rows = (hit_to_row(request, hit) for hit in found.hits)
        yield from ([row[name] for name in _COLUMNS] for row in rows)
        if number >= found.pages:
            return


@router.get(
    "/documents",
    summary="Dokument / documents",
    response_description="Rader ur documents / rows of documents",
)
def documents(
    request: Request,
    page: PageNumber = 1,
    size: PageSize = MOST_A_PAGE,
) -> Response:
    """Every document, the newest meeting first."""
    rows = list(snapshot(request).documents.values())
    return Json(_page_of(rows, page, size))


@router.get(
    "/documents/{document_id}",
    summary="Ett dokument / one document",
    response_description="Raden, och antal rader i andra tabeller / the row, and counts of others",
)
def document(request: Request, document_id: DocumentId) -> Response:
    """The row of `documents`, and how many rows each other table has of it."""
    now = snapshot(request)
    the_document(now, document_id)
    [row] = now.rows("documents", document_id)
    return Json(row | {"rows": {name: len(now.rows(name, document_id)) for name in _OF_A_DOCUMENT}})


@router.get(
    "/documents/{document_id}/{table}",
    summary="En tabells rader / rows of a table",
    response_description="Sidan av rader / the page of rows",
)
def rows(
    request: Request,
    document_id: DocumentId,
    table: Annotated[str, Path(description=", ".join(_OF_A_DOCUMENT))],
    page: PageNumber = 1,
    size: Annotated[int, Query(ge=1, le=1000, description="Rader på en sida / rows a page")] = 1000,
) -> Response:
    """The document's rows of a published table, as docs/data-dictionary.md describes them."""
    now = snapshot(request)
    the_document(now, document_id)
    if table not in _OF_A_DOCUMENT:
        raise NotHere(f"Ingen tabell heter så. De som finns: {', '.join(_OF_A_DOCUMENT)}.")
    return Json(_page_of(now.rows(table, document_id), page, size))


@router.get(
    "/findings",
    summary="Avvikelser / findings",
    response_description="Rader ur findings / rows of findings",
)
def findings(
    request: Request,
    severity: Annotated[str, Query(description="error, warning, notice")] = "",
    page: PageNumber = 1,
    size: PageSize = MOST_A_PAGE,
) -> Response:
    """Every finding of the archive, of one severity where it is given."""
    now: Snapshot = snapshot(request)
    total, rows = now.page_of("findings", (page - 1) * size, size, "severity", severity)
    return Json({"total": total, "page": page, "pages": -(-total // size), "rows": rows})


def hit_to_row(request: Request, hit: Shown) -> Row:
    """A hit in one row."""
    root = root_of(request)
    document = hit.document
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": hit.title,
        "text": hit.text,
        "document_id": document["document_id"],
        "file_name": document["file_name"],
        "municipality": document["municipality"],
        "body": document["body"],
        "meeting_date": document["meeting_date"],
        "paragraph": hit.paragraph or None,
        "page": hit.page,
        "printed_page": hit.printed,
        "address": root + hit.address,
        "sheet": root + hit.sheet_address if hit.sheet_address else None,
    }


def _pieces(hit: Shown) -> list[Row]:
    return [{"text": piece.text, "marked": piece.is_marked} for piece in hit.pieces]


def _next(request: Request, found: Answer) -> str | None:
    if found.ask.page >= found.pages:
        return None
    asked = urlencode({**found.ask.given, "sida": found.ask.page + 1})
    return f"{root_of(request)}/api/search?{asked}"


def _page_of(rows: Sequence[Row], page: int, size: int) -> Row:
    start = (page - 1) * size
    return {
        "total": len(rows),
        "page": page,
        "pages": -(-len(rows) // size),
        "rows": rows[start : start + size],
    }
