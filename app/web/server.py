"""The web server: which address is answered by what, and under which limits."""

from __future__ import annotations

import gc
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from threading import Thread

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from app.library import Library, NoIndex, NoRelease, warm_words
from app.tables_out import FORMS, PARQUET, XLSX
from app.web import looks
from app.web.api import archive_api, feed, oai, search_api, site_map
from app.web.looks import Looks
from app.web.pages.shared_rows import NotHere
from app.web.routes import archive_pages, documents, files, findings, search
from app.web.safety import Safety
from app.web.sheet_words import CannotDraw, Drawing
from schemas.errors import ExitStatus, ParagrafError
from schemas.version import VERSION

_THREADS = 8  # each keeps memory of its own; the work is done by the cores there are
_PACKED_ALREADY = (  # a second packing takes time, gains nothing and hides how long the download is
    "application/pdf",
    FORMS[XLSX],
    FORMS[PARQUET],
)


class CannotListen(ParagrafError):
    code = "cannot_listen"
    exit_status = ExitStatus.USAGE
    sentence = (
        "Servern kan inte lyssna på {detail}. Välj en annan port med --port, eller stäng det som har den."
    )


@dataclass(frozen=True)
class Site:
    """What every answer is made from. `token` lets its holder mark findings; without one nobody can.

    `name` stands in the ids that others harvest: once they have some, it stays. `contact` is whom they write
    to.
    """

    library: Library
    drawing: Drawing
    looks: Looks
    token: str = ""
    name: str = "paragraf"
    contact: str = "nobody@example.invalid"
    root_path: str = ""


def make_app(
    library: Library,
    *,
    token: str = "",
    root_path: str = "",
    name: str = Site.name,
    contact: str = Site.contact,
) -> FastAPI:
    """The archive's pages and its API; nothing is written unless a token is given."""
    drawing = Drawing()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = _THREADS
        yield
        drawing.close()

    app = FastAPI(
        title="Paragraf",
        version=VERSION,
        description="Ett arkiv av kommunala protokoll. / An archive of municipal minutes.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lifespan,
    )
    app.state.site = Site(library, drawing, Looks(), token, name, contact, root_path)
    pages, machines = (search, documents, archive_pages, findings, files), (feed, site_map, oai)
    for routes in (*pages, search_api, archive_api, *machines):
        app.include_router(routes.router)
    app.include_router(archive_pages.last)  # its addresses begin with any municipality's name
    app.add_middleware(
        GZipMiddleware,
        minimum_size=1000,
        exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, *_PACKED_ALREADY),
    )
    app.add_middleware(Safety, root_path=root_path)
    _tell_errors(app)
    return app


def _tell_errors(app: FastAPI) -> None:
    def told(status: int) -> Callable[[Request, Exception], Response]:
        return lambda request, error: looks.error_page(request, status, error)

    app.add_exception_handler(NotHere, told(404))
    app.add_exception_handler(HTTPException, looks.http_error)
    app.add_exception_handler(RequestValidationError, looks.not_valid)
    app.add_exception_handler(NoRelease, told(503))
    app.add_exception_handler(NoIndex, told(503))
    app.add_exception_handler(CannotDraw, told(503))
    app.add_exception_handler(Exception, looks.unforeseen)


def serve_app(app: FastAPI, *, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `say` is told where. Raises NoRelease, NoIndex, and CannotListen."""
    import uvicorn

    site: Site = app.state.site
    site.library.now().warm()
    bound = _bind(host, port)
    config = uvicorn.Config(
        app,
        log_level="warning",
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
        timeout_keep_alive=5,
        server_header=False,
        h11_max_incomplete_event_size=16_384,
    )
    say(f"http://{f'[{host}]' if ':' in host else host}:{port}{site.root_path}/")
    Thread(target=_warm, args=(site.drawing,), daemon=True).start()
    uvicorn.Server(config).run(sockets=[bound])


def _warm(drawing: Drawing) -> None:
    """What the first search and the first sheet would wait for, made ready while nobody asks yet."""
    warm_words()
    gc.freeze()
    gc.enable()
    drawing.warm()


def _bind(host: str, port: int) -> socket.socket:
    """The socket, bound: a port that is taken is told before anything starts."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen()  # whoever is told the address may ask at once: the answer waits, none is refused
    except OSError as error:
        bound.close()
        raise CannotListen(f"{host}:{port} ({error.strerror})") from None
    return bound
