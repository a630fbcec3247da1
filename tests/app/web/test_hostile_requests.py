"""2,000 hostile requests at once: none brings the server down, out of memory, or out of the archive."""

from __future__ import annotations

import gzip
import re
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil
import pytest

from archive.layout import Archive
from tests.app.web.hostile import SCRIPT, Request, requests, send
from tests.app.web.page_types import CULTURE, document_named, rows
from tests.app.web.serving import Served

MANY, AT_ONCE = 2_000, 50
MOST_MEMORY = 400  # MB of the server's own process
CANARY = "a canary that no answer may sing"


@pytest.fixture(scope="module")
def answers(served: Served, archive: Path) -> list[tuple[Request, bytes]]:
    """All requests with what was answered, sent from fifty threads at once."""
    (archive.parent / "canary.txt").write_text(CANARY, encoding="utf-8")
    document_id = document_named(archive, CULTURE)
    finding_id = rows(archive, "findings")["finding_id"][0]
    port = httpx.URL(served.address).port
    assert port
    asked = list(requests(20240617, MANY, document_id, finding_id))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(zip(asked, pool.map(lambda each: send(port, each), asked), strict=True))


def status(answer: bytes) -> int:
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    return int(found[1]) if found else 0


def body(answer: bytes) -> bytes:
    head, _, content = answer.partition(b"\r\n\r\n")
    if b"content-encoding: gzip" in head.lower() and b"chunked" not in head.lower():
        return gzip.decompress(content)
    return content


def test_the_same_seed_asks_the_same() -> None:
    assert list(requests(1, 80, "a", "b")) == list(requests(1, 80, "a", "b"))


def test_no_request_is_a_fault_of_ours(answers: list[tuple[Request, bytes]], served: Served) -> None:
    count = Counter(status(told) for _, told in answers)
    assert [(each.sent[:300], told[-300:]) for each, told in answers if status(told) >= 500] == []
    assert len(answers) >= MANY and {200, 400, 403, 404, 405, 413, 414, 422} <= set(count), count
    assert not any("Traceback" in line for line in served.said), "".join(served.said)[-3000:]


def test_no_answer_has_anything_from_outside_the_archive(answers: list[tuple[Request, bytes]]) -> None:
    for request, told in answers:
        for secret in (CANARY.encode(), b"root:x:0:0", b"PARAGRAF_TOKEN="):
            assert secret not in body(told), request.sent[:300]


def test_no_markup_that_was_sent_comes_back_as_markup(answers: list[tuple[Request, bytes]]) -> None:
    for request, told in answers:
        if b"content-type: text/html" in told.lower():
            assert SCRIPT.encode() not in body(told), request.sent[:300]
            assert b"<img src=x" not in body(told), request.sent[:300]
        assert b"\r\nX-Injected" not in told and b"\r\nset-cookie: x=1" not in told.lower()


def test_nothing_was_written(answers: list[tuple[Request, bytes]], archive: Path) -> None:
    assert answers
    assert not Archive(archive).marks.exists() and not Archive(archive).corrections.exists()


def test_memory_stays_bounded_and_the_server_goes_on(
    answers: list[tuple[Request, bytes]], served: Served
) -> None:
    assert answers
    server = psutil.Process(served.pid)
    megabytes = server.memory_info().rss / 1e6
    assert megabytes < MOST_MEMORY, megabytes
    assert sum(each.memory_info().rss for each in server.children(recursive=True)) / 1e6 < 3 * MOST_MEMORY
    assert httpx.get(served.at("/sok?q=budget"), timeout=30).status_code == 200


def test_who_asks_honestly_is_answered_beside_the_slow(served: Served) -> None:
    """Twenty clients that never end their request keep nobody waiting."""
    port = httpx.URL(served.address).port
    assert port
    slow = Request("slow", b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", pause=2.0)
    waiting = [threading.Thread(target=send, args=(port, slow)) for _ in range(20)]
    for each in waiting:
        each.start()
    assert httpx.get(served.at("/om"), timeout=1.9).status_code == 200
    for each in waiting:
        each.join()
