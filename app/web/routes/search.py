"""The first page, the search, and what stands about the site itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.searching import FACETS, KINDS, answer, read_ask
from app.web.at_hand import asked, page, root_path, snapshot
from app.web.looks import COOKIE, LANGUAGES
from app.web.pages.meetings import show_start
from schemas.kinds import SEVERITIES, PartKind

router = APIRouter(include_in_schema=False)
_A_YEAR = 365 * 24 * 3600


@router.get("/")
def start(request: Request) -> Response:
    return page(request, "start", **show_start(snapshot(request)))


@router.get("/sok")
def search(request: Request) -> Response:
    """The hits; without words, everything within the filters, the newest first."""
    ask = read_ask(asked(request))
    now = snapshot(request)
    return page(
        request,
        "search",
        q=ask.words,
        ask=ask,
        found=answer(now, ask, FACETS),
        names=now.names,
        kinds=list(KINDS),
        part_kinds=[*PartKind],
        severities=SEVERITIES,
    )


@router.get("/sprak/{language}")
def choose_language(request: Request, language: str, till: str = "/") -> Response:
    """Remember the language and go back to the page one came from, on this site only."""
    parts = urlsplit(till)
    is_ours = (
        not parts.scheme and not parts.netloc and till.startswith("/") and not till.startswith(("//", "/\\"))
    )
    root = root_path(request)
    back = RedirectResponse(root + till if is_ours else f"{root}/", 303)
    if language in LANGUAGES:
        back.set_cookie(COOKIE, language, max_age=_A_YEAR, httponly=True, samesite="lax", path=f"{root}/")
    return back


@router.get("/tillganglighet")
def accessibility(request: Request) -> Response:
    return page(request, "accessibility")


@router.get("/om")
def about(request: Request) -> Response:
    return page(request, "about", **show_start(snapshot(request)))
