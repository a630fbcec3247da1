"""A real archive behind the real server: read once a session, asked as a browser or a program asks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient

from app.library import Snapshot, open_library
from app.web.server import make_app
from tests.app.conftest import Paragraf
from tests.app.web.serving import Served, serving
from tests.app.web.shared import made_once

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

SAMPLES = ("utdrag-budget", "utdrag-budget-fel", "protokoll", "finlandssvensk", "markdown")


@pytest.fixture(scope="session")
def archive(
    paragraf: Paragraf, samples: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """Five documents of four municipalities; two of them are files of one meeting, one is Markdown. Nobody
    writes in it, and all processes of a session have the same.
    """

    def ingest(folder: Path) -> None:
        paths = [samples / name for name in SAMPLES]
        run = paragraf("ingest", *paths, "-a", folder / "archive", "--direct", "--workers", "2")
        assert run.returncode == 0, run.stderr

    return made_once(tmp_path_factory, worker_id, "archive-of-the-pages", ingest) / "archive"


@pytest.fixture(scope="session")
def served(archive: Path) -> Iterator[Served]:
    """The archive behind `paragraf serve`; who has the token may mark findings."""
    with serving(archive) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. It lives no longer than a module: while it does, its driver holds the thread's
    event loop.
    """
    if not CHROMIUM:
        pytest.skip("no Chromium here: the pages are not looked at in a browser")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page 1280 wide, as a stranger opens it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def client(archive: Path) -> Iterator[TestClient]:
    """At http://testserver/, without a token."""
    with TestClient(make_app(open_library(archive))) as opened:
        yield opened


@pytest.fixture(scope="session")
def release(archive: Path) -> Snapshot:
    """What the server shows, to hold its answers against."""
    return open_library(archive).now()


@pytest.fixture(scope="session")
def two_versions(paragraf: Paragraf, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """An archive of one protocol that came twice, on 17 and 18 June 2024, and of another between them."""

    def ingest(folder: Path) -> None:
        for name, day, text, at in CAME:
            (folder / name).write_text(PROTOCOL.format(text=text, day=day), encoding="utf-8")
            run = paragraf(
                *("ingest", folder / name, "-a", folder / "archive", "--direct", "--workers", "1"),
                env={"SOURCE_DATE_EPOCH": at},
            )
            assert run.returncode == 0, run.stderr

    return made_once(tmp_path_factory, worker_id, "two-versions", ingest) / "archive"


CAME = (
    ("a.md", 7, "Taxan höjs.", "1718625600"),
    ("b.md", 8, "Vägen rustas.", "1718636400"),
    ("a.md", 7, "Taxan sänks.", "1718712000"),
)
PROTOCOL = """# Protokoll

Borås Stad

Kommunstyrelsen

Sammanträde 2024-06-0{day}

## § 12 Taxor & avgifter <2025>

Dnr KS 2024-00375

Kommunstyrelsen beslutar

att {text}
"""
