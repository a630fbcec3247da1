"""What a route has at hand: the release of now, its parameters, the looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.responses import Response

from app.library import Snapshot

if TYPE_CHECKING:
    from app.web.server import Site


def site(request: Request) -> Site:
    found: Site = request.app.state.site
    return found


def snapshot(request: Request) -> Snapshot:
    """The current release. Raises NoRelease or NoIndex."""
    return site(request).library.now()


def asked(request: Request) -> dict[str, str]:
    """The query's parameters, the last of each name, empty ones left out."""
    return {name: value for name, value in request.query_params.items() if value}


def root_path(request: Request) -> str:
    """What stands before every address of the site behind a proxy; "" where nothing does."""
    return str(request.scope.get("root_path", "")).rstrip("/")


def page(request: Request, name: str, **values: Any) -> Response:
    return site(request).looks.page(request, name, **values)
