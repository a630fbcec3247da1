"""What holds for every answer: headers that forbid scripts and frames, and limits on what is asked."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS = 4_000  # bytes of path and query
MOST_AT_ONCE = 64  # requests at work; connections that wait cost little and are not counted
_BUSY = 503, "Många frågar just nu. Försök igen om en stund."
LARGEST_BODY = 20_000  # bytes: no form of ours is longer
POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Safety:
    """ASGI middleware; requests beyond the limits are answered before anything reads them."""

    def __init__(self, app: ASGIApp, root_path: str = "") -> None:
        self._app, self._root_path = app, root_path
        self._at_work = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        if self._root_path:
            scope["root_path"] = self._root_path

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = _refusal(scope) or (_BUSY if self._at_work >= MOST_AT_ONCE else None)
        if refusal:
            await _refuse(*refusal, with_headers)
            return
        self._at_work += 1
        try:
            if scope["method"] == "HEAD":  # what checks links asks so; the answer is GET's without its body
                await self._app({**scope, "method": "GET"}, receive, _without_body(with_headers))
            else:
                await self._app(scope, _bounded(receive), with_headers)
        finally:
            self._at_work -= 1


def _bounded(receive: Receive) -> Receive:
    """A body whose length is not told, up to the limit: who sends more is as one who has gone."""
    read = 0

    async def received() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return message if read <= LARGEST_BODY else {"type": "http.disconnect"}

    return received


def _without_body(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sent


def _refusal(scope: Scope) -> tuple[int, str] | None:
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
        return 414, "Adressen är för lång. Sök med färre ord."
    length = dict(scope["headers"]).get(b"content-length", b"0")
    if scope["method"] not in ("GET", "HEAD") and (not length.isdigit() or int(length) > LARGEST_BODY):
        return 413, "Formuläret är för stort."
    if b"\x00" in (scope.get("raw_path") or b"") or "\x00" in scope["path"]:
        return 400, "Adressen har tecken som inte får stå där."
    return None


async def _refuse(status: int, says: str, send: Send) -> None:
    body = says.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
