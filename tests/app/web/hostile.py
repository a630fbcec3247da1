"""Requests that no honest client makes, the same from the same seed, as bytes on the wire."""

from __future__ import annotations

import random
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote

SCRIPT = "<script>alert(1)</script>"
ATTACKS = (
    *(SCRIPT, '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "'; DROP TABLE documents; --"),
    *(
        "{{7*7}}",
        "${7*7}",
        "%0d%0aSet-Cookie:%20x=1",
        "\r\nX-Injected: 1",
        "\x00",
        "\ud7ff",
        "\u202e",
        "🜏" * 50,
    ),
    *("../../../etc/passwd", "..\\..\\..\\windows\\win.ini", "/etc/passwd", "file:///etc/passwd"),
    *("9" * 400, "-1", "0", "1e309", "NaN", "٣", "²", "0x10", "1" + "0" * 18),
    *('"' * 300, "*" * 300, "~" * 100, "-" * 400, "ELLER " * 80, "a* " * 120, "\\" * 200, "(" * 500, "^.*$"),
    *("%" * 100, "%ff%fe", "%c0%ae%c0%ae%c0%af", "a" * 3500, "å" * 500, "§" * 400, "[a-z]{1,99999}"),
)
TRICKS = (
    *("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "....//", "%252e%252e%252f", "..%00/"),
    *("%c0%ae%c0%ae%c0%af", "%e0%80%ae%e0%80%ae/", "%uff0e%uff0e/", "..;/", "/..//", ".%2e/", "//"),
)
TARGETS = (
    "canary.txt",
    "etc/passwd",
    "archive/events.jsonl",
    "release/documents",
    "marks.jsonl",
    "proc/self/environ",
)
PARAMETERS = (
    *("q", "typ", "kommun", "organ", "ar", "fran", "till", "del", "avvikelse", "person", "dokument", "minst"),
    *("mest", "ordning", "versioner", "sida", "antal", "zoom", "stycke", "tal", "rad", "belopp", "allvar"),
    *(
        "slag",
        "lage",
        "for",
        "page",
        "size",
        "severity",
        "excel",
        "verb",
        "metadataPrefix",
        "resumptionToken",
    ),
    *("identifier", "from", "until", "set"),
)
METHODS = (
    *("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "HEAD", "FOO"),
    *("get", "G\tET", "GET" * 300),
)
NUMBERS = ("0", "-1", "1000000000", "99999999999999999999", "01", "1.5", "x", "1e9", "%31", "²")
BUSY_TRIES, SECONDS = 40, 20.0
PLAIN = b"Host: 127.0.0.1\r\nConnection: close\r\n"


@dataclass(frozen=True, slots=True)
class Request:
    """`pause` seconds are waited halfway, by a client that is slow; one that hangs up sends no more."""

    kind: str
    sent: bytes
    pause: float = 0.0
    hangs_up: bool = False


def requests(seed: int, count: int, document_id: str, finding_id: str) -> Iterator[Request]:
    """Of every kind in turn, so that each is there however few are asked for."""
    chance = random.Random(seed)
    about = About(document_id, finding_id)
    for number in range(count):
        kind, make = KINDS[number % len(KINDS)]
        yield Request(kind, make(chance, about), hangs_up=kind in ("garbage", "cut form"))
    for _ in range(4):
        yield Request("slow", b"GET /sok?q=budget HTTP/1.1\r\n" + PLAIN + b"\r\n", pause=1.5)


@dataclass(frozen=True, slots=True)
class About:
    """What there is to ask for."""

    document_id: str
    finding_id: str

    @property
    def addresses(self) -> tuple[str, ...]:
        document = f"/dokument/{self.document_id}"
        return (
            *("/", "/sok", "/avvikelser", "/korningar", "/logga-in", "/om", "/api/search", "/api/findings"),
            *("/api/search.csv", "/api/documents", "/oai", "/sok.atom", f"/avvikelse/{self.finding_id}"),
            *(document, f"{document}/text", f"{document}/blad/1", f"{document}/blad/1.png"),
            *(f"{document}/tabell/0", f"{document}/tabell/0.csv", f"{document}/original"),
        )


def _get(path: str, *headers: str) -> bytes:
    lines = "".join(f"{each}\r\n" for each in headers)
    return f"GET {path} HTTP/1.1\r\n".encode("utf-8", "surrogateescape") + PLAIN + lines.encode() + b"\r\n"


def _paths(chance: random.Random, about: About) -> bytes:
    start = chance.choice(
        (
            *("/", "/static/", f"/dokument/{about.document_id}/", f"/dokument/{about.document_id}/tabell/"),
            *("/dokument/", "/person/", "/arende/-/", "/api/documents/", "/avvikelse/", "/sprak/"),
        )
    )
    return _get(start + chance.choice(TRICKS) * chance.randint(1, 12) + chance.choice(TARGETS))


def _parameters(chance: random.Random, about: About) -> bytes:
    names = chance.sample(PARAMETERS, chance.randint(1, 5))
    asked = "&".join(f"{name}={quote(chance.choice(ATTACKS), errors='replace')}" for name in names)
    return _get(f"{chance.choice(about.addresses)}?{asked}")


def _raw_bytes(chance: random.Random, about: About) -> bytes:
    """Bytes that are no UTF-8, in the path or the query, escaped or not."""
    noise = bytes(
        chance.choice((*range(0x80, 0x100), 0x25, 0x3F, 0x2F)) for _ in range(chance.randint(1, 200))
    )
    if chance.random() < 0.7:
        noise = quote(noise, safe="%?/").encode()
    path = chance.choice(about.addresses).encode()
    return (
        b"GET " + path + chance.choice((b"/", b"?q=", b"?typ=")) + noise + b" HTTP/1.1\r\n" + PLAIN + b"\r\n"
    )


def _numbers(chance: random.Random, about: About) -> bytes:
    document, number = f"/dokument/{about.document_id}", chance.choice(NUMBERS)
    path = chance.choice(
        (
            *(f"{document}/blad/{number}", f"{document}/blad/{number}.png?zoom={number}"),
            *(
                f"{document}/tabell/{number}",
                f"{document}/tabell/{number}.xlsx",
                f"{document}/siffra/{number}",
            ),
            *(f"{document}/tabell/0/blad/{number}.png", f"{document}/paragraf/{number}"),
            *(f"/avvikelse/{about.finding_id}/{number}.png", f"/sok?q=a&sida={number}&antal={number}"),
            *(f"/api/documents?page={number}&size={number}", f"/{number}/{number}/{number}/{number}"),
        )
    )
    return _get(path)


def _methods(chance: random.Random, about: About) -> bytes:
    method, path = chance.choice(METHODS), chance.choice((*about.addresses, "*", "http://example.org/"))
    return f"{method} {path} HTTP/1.1\r\n".encode() + PLAIN + b"Content-Length: 0\r\n\r\n"


def _headers(chance: random.Random, about: About) -> bytes:
    odd = chance.choice(
        (
            *("X-Long: " + "a" * 20_000, "Cookie: " + "a=b; " * 2_000, "Cookie: sprak=" + SCRIPT),
            *("Cookie: paragraf_session=\xff\xfe", "Cookie: ;;==;\x01", "Accept-Encoding: " + "gzip," * 500),
            *("Range: bytes=0-", "Range: bytes=-1", "Range: bytes=9-1", "Range: bytes=" + "0-1," * 400),
            *(
                "If-None-Match: " + '"' * 900,
                "If-Modified-Since: x",
                "Host: evil.example",
                "Forwarded: for=\x02",
            ),
            *(
                "X-Forwarded-For: " + "1.1.1.1," * 300,
                "X-Forwarded-Proto: javascript",
                "Accept-Language: \xe5",
            ),
            *(
                "Transfer-Encoding: chunked, identity",
                "Expect: 100-continue",
                "Upgrade: websocket",
                ": x",
                "a b",
            ),
        )
    )
    return _get(chance.choice(about.addresses), odd)


def _forms(chance: random.Random, about: About) -> bytes:
    path = chance.choice(("/logga-in", f"/avvikelse/{about.finding_id}", "/avvikelse/..", "/sok"))
    body = chance.choice(
        (
            *(b"", b"nyckel=", b"nyckel=%ff%fe&till=//x", b"\xff" * 500, b"=&=&=", b"&" * 5_000),
            *(
                b"lage=fel%C3%A4st&skydd=%C3%A5",
                b"nyckel=" + b"a" * 19_000,
                b"a=1&" * 4_000,
                b'{"lage":"sedd"}',
            ),
            *(b"lage=" + SCRIPT.encode(), b"x" * 30_000, b"nyckel=1&nyckel=2"),
        )
    )
    length = chance.choice((len(body), len(body), len(body), len(body) // 2, "x", -1, 10**12, "1, 2", ""))
    kind = chance.choice(
        ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain; charset=x")
    )
    head = f"POST {path} HTTP/1.1\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n"
    return head.encode() + b"Cookie: paragraf_session=" + b"0" * 64 + b"\r\n" + PLAIN + b"\r\n" + body


def _cut_forms(chance: random.Random, about: About) -> bytes:
    """Of a form whose length is told, a part."""
    path = chance.choice(("/logga-in", f"/avvikelse/{about.finding_id}"))
    head = f"POST {path} HTTP/1.1\r\nContent-Length: {chance.randint(20, 19_000)}\r\n"
    return head.encode() + PLAIN + b"\r\nnyckel=1"


def _garbage(chance: random.Random, _about: About) -> bytes:
    return chance.choice(
        (
            *(b"\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/9.9\r\n\r\n", b"GET /\r\n\r\n"),
            *(b"GET  HTTP/1.1\r\n\r\n", b"\x00" * 500, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            *(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"),
            b"POST /logga-in HTTP/1.1\r\n" + PLAIN + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"POST /logga-in HTTP/1.1\r\n"
            + PLAIN
            + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
        )
    )


KINDS: tuple[tuple[str, Callable[[random.Random, About], bytes]], ...] = (
    ("path", _paths),
    ("parameter", _parameters),
    ("raw bytes", _raw_bytes),
    ("number", _numbers),
    ("method", _methods),
    ("header", _headers),
    ("form", _forms),
    ("cut form", _cut_forms),
    ("garbage", _garbage),
)


def send(port: int, request: Request) -> bytes:
    """All that is answered, asked again where the server was busy; b"" where it hung up."""
    told = b""
    for _ in range(BUSY_TRIES):
        told = _send(port, request)
        if not told.startswith(b"HTTP/1.1 503 "):
            break
        time.sleep(0.3)
    return told


def _send(port: int, request: Request) -> bytes:
    told = bytearray()
    with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as wire, suppress(OSError):
        middle = len(request.sent) // 2 if request.pause else len(request.sent)
        wire.sendall(request.sent[:middle])
        if request.pause:
            time.sleep(request.pause)
            wire.sendall(request.sent[middle:])
        if request.hangs_up:
            wire.shutdown(socket.SHUT_WR)
        while piece := wire.recv(1 << 16):
            told += piece
    return bytes(told)
