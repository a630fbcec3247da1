"""What a document says is never markup: in Chromium none of it runs, and it is seen as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import ConsoleMessage, Dialog, Page

from tests.app.conftest import Paragraf
from tests.app.web import hostile_paper as planted
from tests.app.web.page_types import rows
from tests.app.web.serving import Served, serving
from tests.app.web.shared import made_once
from tests.app.web.test_crawl import crawl, look


@pytest.fixture(scope="module")
def own(paragraf: Paragraf, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """An archive of the hostile papers alone."""

    def ingest(folder: Path) -> None:
        (folder / "papers").mkdir()
        planted.write_hostile_pdf(folder / "papers" / planted.FILE_NAME)
        (folder / "papers" / 'taxa"><i>.md').write_text(planted.MARKDOWN, encoding="utf-8")
        run = paragraf(*("ingest", folder / "papers", "-a", folder / "archive", "--direct", "--workers", "2"))
        assert run.returncode == 0, run.stderr

    return made_once(tmp_path_factory, worker_id, "planted", ingest) / "archive"


@pytest.fixture(scope="module")
def showing(own: Path) -> Iterator[Served]:
    with serving(own) as running:
        yield running


@pytest.fixture(scope="module")
def pages(showing: Served) -> list[str]:
    """Every page there is of them, and searches for what they say."""
    with httpx.Client(timeout=30) as client:
        statuses, _ = crawl(client, showing.at("/"), of_a_pattern=1)
        assert {address: status for address, status in statuses.items() if status >= 400} == {}
        asked = (planted.SCRIPT, planted.IMAGE, planted.LINK, "alert")
        searches = [str(httpx.URL(showing.at("/sok"), params={"q": words})) for words in asked]
        return [each for each in (*statuses, *searches) if look(client, each)[1] is not None]


def test_the_planted_is_in_the_release(own: Path) -> None:
    """Else nothing is shown by the rest."""
    for table, column, text in (
        ("documents", "file_name", planted.FILE_NAME),
        ("documents", "title", planted.SCRIPT),
        ("decisions", "title", planted.SCRIPT),
        ("cells", "text", "onerror"),
        ("people", "name", "Ek"),
        ("paragraphs", "text", planted.IMAGE),
    ):
        assert any(text in str(each) for each in rows(own, table)[column]), (table, column)


def test_nothing_of_it_runs(page: Page, pages: list[str]) -> None:
    """No dialog opens, nothing is fetched that we did not write, and no policy has to stop anything."""
    told: list[str] = []

    def opened(dialog: Dialog) -> None:
        told.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", opened)
    page.on("pageerror", lambda error: told.append(f"error: {error}"))

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "log"):
            told.append(f"{page.url}: {message.text}")

    page.on("console", heard)
    assert len(pages) > 20
    for address in pages:
        page.goto(address)
        assert (
            page.locator("script, img[onerror], img[src=x], a[href^='javascript:'], [onerror]").count() == 0
        )
        assert page.locator("main b img, main i").count() == 0, address
    assert told == []


def test_what_it_says_is_seen(page: Page, showing: Served, own: Path) -> None:
    [document_id] = rows(own, "documents").filter(file_name=planted.FILE_NAME)["document_id"]
    for path, text in (
        (f"/dokument/{document_id}", planted.SCRIPT),
        (f"/dokument/{document_id}/text", planted.IMAGE),
        ("/sok?q=budgeten", planted.SCRIPT),
    ):
        page.goto(showing.at(path))
        assert text in page.locator("main").inner_text(), path


def test_a_download_keeps_its_headers_to_itself(showing: Served, own: Path) -> None:
    """A file's name ends no header, and is no path."""
    [document_id] = rows(own, "documents").filter(file_name=planted.FILE_NAME)["document_id"]
    got = httpx.get(showing.at(f"/dokument/{document_id}/original"))
    told = got.headers["content-disposition"]
    assert got.status_code == 200 and "\n" not in told and "<" not in told and '"\n' not in told
    assert told.startswith('attachment; filename="') and told.count('"') == 2
    assert got.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_spreadsheet_runs_nothing_of_it(showing: Served, own: Path) -> None:
    [document_id, *_] = rows(own, "tables")["document_id"]
    got = httpx.get(showing.at(f"/dokument/{document_id}/tabell/0.csv?for=excel"))
    for cell in got.text.replace("\r\n", ";").split(";"):
        assert not cell.lstrip('"').startswith(("=", "@", "+"))
