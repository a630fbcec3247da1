"""Leafing: municipalities, bodies, meetings, §§ at their permanent addresses, matters, people, runs."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.web.at_hand import asked, page, site, snapshot
from app.web.pages.meetings import show_body, show_meeting, show_municipality, show_person
from app.web.pages.paragraphs import show_in_meeting, show_matter
from app.web.pages.runs import show_runs

router = APIRouter(include_in_schema=False)
last = APIRouter(include_in_schema=False)


@router.get("/arende/{municipality}/{key}")
def matter(request: Request, municipality: str, key: str) -> Response:
    return page(
        request,
        "matter",
        **show_matter(snapshot(request), municipality, key, asked(request).get("organ", "")),
    )


@router.get("/person/{person_id}")
def person(request: Request, person_id: str) -> Response:
    return page(request, "person", **show_person(snapshot(request), person_id))


@router.get("/korningar")
def runs(request: Request) -> Response:
    return page(request, "runs", **show_runs(site(request).library.archive, snapshot(request)))


@last.get("/{municipality}")
def municipality(request: Request, municipality: str) -> Response:
    return page(request, "municipality", **show_municipality(snapshot(request), municipality))


@last.get("/{municipality}/{body}")
def body(request: Request, municipality: str, body: str) -> Response:
    return page(request, "body", **show_body(snapshot(request), municipality, body))


@last.get("/{municipality}/{body}/{day}")
def meeting(request: Request, municipality: str, body: str, day: str) -> Response:
    return page(request, "meeting", **show_meeting(snapshot(request), f"{municipality}/{body}/{day}"))


@last.get("/{municipality}/{body}/{day}/{number}")
def paragraph(request: Request, municipality: str, body: str, day: str, number: str) -> Response:
    shown = show_in_meeting(snapshot(request), f"{municipality}/{body}/{day}", number)
    return page(request, "paragraph", **shown)
