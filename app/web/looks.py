"""Pages made from templates: everything put into one is escaped, and its words are Swedish or English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException

from app.web import addresses, shown_values
from app.web.api.as_json import not_understood
from app.web.at_hand import root_path, snapshot
from app.web.english import ENGLISH
from archive.search.asked import LONGEST, read_asked
from archive.search.marks import Marker, Piece, cut
from schemas.errors import ParagrafError
from schemas.version import VERSION

COOKIE, LANGUAGES = "sprak", ("sv", "en")
_ANSWERS = {
    400: "Adressen går inte att förstå.",
    403: "Det får du inte göra här.",
    404: "Sidan finns inte.",
    405: "Så kan sidan inte anropas.",
    500: "Ett fel som vi inte förutsåg. Det står i serverns logg. Sök igen, eller gå till början.",
    503: "Just nu går det inte att svara. Försök igen om en stund.",
}


class Looks:
    """The templates, compiled once."""

    def __init__(self) -> None:
        self._pages = Environment(
            loader=PackageLoader("app.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals |= {"at": addresses, "version": VERSION}
        self._pages.filters |= shown_values.FILTERS

    def page(self, request: Request, name: str, status: int = 200, **values: Any) -> Response:
        """The page of template `name`, in the language that the reader has chosen."""
        language = language_of(request)
        words = str(values.pop("q", "") or request.query_params.get("q", ""))[:LONGEST]
        text = self._pages.get_template(f"{name}.html.j2").render(
            _=translator(language),
            lang=language,
            words_of=shown_values.words_in(language),
            path=request.url.path,
            back=_here(request),
            query=request.url.query,
            root=root_path(request),
            q=words,
            shows_meeting=lambda document: snapshot(request).shows_meeting(document),
            in_pieces=marking(words),
            can_mark=bool(request.app.state.site.token),
            **values,
        )
        headers = {
            "Content-Language": language,
            "Vary": "Cookie, Accept-Encoding",
            "Cache-Control": "no-cache",
        }
        return Response(text.encode("utf-8", "replace"), status, headers, "text/html; charset=utf-8")


def language_of(request: Request) -> str:
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def translator(language: str) -> Callable[[str], str]:
    """A sentence in the language; in Swedish it is itself."""
    known: Mapping[str, str] = ENGLISH if language == "en" else {}
    return lambda says: known.get(says, says)


def marking(words: str) -> Callable[[str], list[Piece]]:
    """A text in pieces, those of them marked that the reader came by."""
    marker = Marker(read_asked(words))
    return lambda text: cut(text, marker, len(text)) if marker else [Piece(text)]


def error_page(request: Request, status: int, error: Exception) -> Response:
    """Why, in words, and a way on; JSON for programs."""
    says = error.says if isinstance(error, ParagrafError) else str(error)
    return _told(request, status, says)


def http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _told(request, error.status_code, _ANSWERS.get(error.status_code, str(error.detail)))


def not_valid(request: Request, error: Exception) -> Response:
    """Parameters that are not what they should be."""
    assert isinstance(error, RequestValidationError)
    return _told(request, 422, not_understood(error))


def unforeseen(request: Request, _error: Exception) -> Response:
    """A fault of ours: told as one, and nothing of its inside."""
    return _told(request, 500, _ANSWERS[500])


def _told(request: Request, status: int, says: str) -> Response:
    if f"{_path(request)}/".startswith("/api/"):
        return JSONResponse({"fel": says}, status)
    page: Response = request.app.state.site.looks.page(request, "error", status, says=says)
    return page


def _here(request: Request) -> str:
    """The address within the site, to come back to."""
    return _path(request) + (f"?{request.url.query}" if request.url.query else "")


def _path(request: Request) -> str:
    """Without the path that a proxy has put the site under, whether the proxy passes that on or not."""
    path, root = str(request.scope["path"]), root_path(request)
    return path.removeprefix(root) if root and path.startswith(f"{root}/") else path
