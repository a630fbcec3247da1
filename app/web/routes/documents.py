"""A document, its text, tables and sheets."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.web import addresses
from app.web.at_hand import asked, page, root_path, site, snapshot
from app.web.pages.documents import find_decision, show_document, show_repeats, show_text
from app.web.pages.paragraphs import show_decision
from app.web.pages.shared_rows import the_document
from app.web.pages.sheets import show_sheet
from app.web.pages.tables import show_figure, show_table

router = APIRouter(include_in_schema=False)


@router.get("/dokument/{document_id}")
def document(request: Request, document_id: str) -> Response:
    return page(request, "document", **show_document(snapshot(request), document_id))


@router.get("/dokument/{document_id}/text")
def text(request: Request, document_id: str) -> Response:
    return page(request, "text", **show_text(snapshot(request), document_id))


@router.get("/dokument/{document_id}/upprepningar")
def repeats(request: Request, document_id: str) -> Response:
    return page(request, "repeats", **show_repeats(snapshot(request), document_id))


@router.get("/dokument/{document_id}/paragraf/{number}")
def paragraph(request: Request, document_id: str, number: str) -> Response:
    """Of a document whose meeting is not known; else its permanent address is gone to."""
    now = snapshot(request)
    row = the_document(now, document_id)
    decision = find_decision(now, document_id, number)
    if row["meeting_id"] and now.shows_meeting(row):
        root = root_path(request)
        return RedirectResponse(root + addresses.paragraph(row, decision["paragraph"]), 302)
    return page(request, "paragraph", **show_decision(now, row, decision))


@router.get("/dokument/{document_id}/tabell/{index:int}")
def table(request: Request, document_id: str, index: int) -> Response:
    return page(request, "table", **show_table(snapshot(request), document_id, index))


@router.get("/dokument/{document_id}/siffra/{fact_id}")
def figure(request: Request, document_id: str, fact_id: str) -> Response:
    return page(request, "figure", **show_figure(snapshot(request), document_id, fact_id))


@router.get("/dokument/{document_id}/blad/{number:int}")
def sheet(request: Request, document_id: str, number: int) -> Response:
    shown = show_sheet(snapshot(request), site(request).drawing, document_id, number, asked(request))
    return page(request, "sheet", **shown)
