"""Behind a proxy that keeps a part of the path for itself, every link and cookie stays within it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.app.web.page_types import of_every_type
from tests.app.web.serving import TOKEN, Served, serving
from tests.app.web.test_crawl import crawl

ROOT = "/protokoll"
_HOP_BY_HOP = {"connection", "transfer-encoding", "content-encoding", "content-length", "keep-alive"}


@contextmanager
def proxy_to(served: Served) -> Iterator[str]:
    """Where a proxy answers that takes ROOT off each path before it asks the server, and knows no other."""
    client = httpx.Client(base_url=f"http://127.0.0.1:{httpx.URL(served.address).port}", timeout=30)

    class Proxy(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            if not self.path.startswith(f"{ROOT}/"):
                self.send_error(404, "outside")
                return
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
            told = client.request(self.command, self.path[len(ROOT) :], content=body, headers=headers)
            self.send_response(told.status_code)
            for name, value in told.headers.multi_items():
                if name.lower() not in _HOP_BY_HOP:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.content)))
            self.end_headers()
            self.wfile.write(told.content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    for name in ("do_GET", "do_POST"):
        setattr(Proxy, name, Proxy.answer)
    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    Thread(target=proxy.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{proxy.server_port}"
    proxy.shutdown()
    proxy.server_close()
    client.close()


@pytest.fixture(scope="module")
def behind(archive: Path) -> Iterator[str]:
    with serving(archive, "--root-path", ROOT) as running, proxy_to(running) as address:
        assert running.address.endswith(ROOT)
        yield address


def test_no_link_leads_out_of_the_path(behind: str) -> None:
    with httpx.Client(timeout=30) as client:
        statuses, _ = crawl(client, f"{behind}{ROOT}/", of_a_pattern=1)
    assert {address: status for address, status in statuses.items() if status >= 400} == {}
    assert all(address.startswith(f"{behind}{ROOT}/") for address in statuses) and len(statuses) > 40


def test_a_page_is_whole_there(behind: str, archive: Path, page: Page) -> None:
    """The style is had, the sheet is seen, and the search goes on within the path."""
    page.goto(behind + ROOT + of_every_type(archive)["sheet"])
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50
    assert httpx.get(behind + str(page.locator("svg.paper image").get_attribute("href"))).status_code == 200
    page.get_by_role("searchbox").fill("budget")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(f"{behind}{ROOT}/sok?q=budget*")


def test_the_language_is_chosen_and_one_comes_back(behind: str, page: Page) -> None:
    page.goto(f"{behind}{ROOT}/sok?q=budget")
    page.get_by_role("link", name="English").click()
    assert page.url == f"{behind}{ROOT}/sok?q=budget"
    assert page.locator("html").get_attribute("lang") == "en"
    [cookie] = page.context.cookies()
    assert (cookie["name"], cookie["path"], cookie["httpOnly"]) == ("sprak", f"{ROOT}/", True)
    page.get_by_role("link", name="Svenska").click()
    assert page.locator("html").get_attribute("lang") == "sv"


def test_one_signs_in_and_comes_to_the_finding(behind: str, archive: Path, page: Page) -> None:
    finding = of_every_type(archive)["finding"]
    page.goto(behind + ROOT + finding)
    page.get_by_role("link", name="Logga in för att märka").click()
    page.get_by_label("Nyckel").fill(TOKEN)
    page.get_by_role("button", name="Logga in").click()
    assert page.url == behind + ROOT + finding
    expect(page.get_by_role("radio")).to_have_count(4)
    [cookie] = page.context.cookies()
    assert cookie["path"] == f"{ROOT}/"


@pytest.mark.parametrize(
    "till", ["//example.org", "https://example.org", "/\\example.org", "javascript:alert(1)"]
)
def test_choosing_a_language_leads_nowhere_else(behind: str, till: str) -> None:
    told = httpx.get(f"{behind}{ROOT}/sprak/en", params={"till": till})
    assert told.status_code == 303 and told.headers["location"].startswith(f"{ROOT}/")
