"""Every link of the pages leads somewhere, from the start page on."""

from __future__ import annotations

import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx

from tests.app.web.serving import Served

OF_A_PATTERN = 2  # beyond so many addresses of one pattern, the rest are as they
SECONDS = 60
_ADDRESSED = {"href", "src", "action"}


class Links(HTMLParser):
    """Where a page leads, and the ids in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [value for name, value in attrs if name in _ADDRESSED and value]
        self.ids += [value for name, value in attrs if name == "id" and value]
        assert not any(name.startswith("on") or name == "style" for name in given), (tag, given)


def pattern(address: str) -> str:
    """Addresses of one pattern differ in ids, numbers, days and what is asked for.

    >>> pattern("/dokument/24f0997bdd504a59/blad/3?q=a&zoom=150")
    '/dokument/#/blad/#?q&zoom'
    """
    parts = urlsplit(address)
    names = "&".join(sorted({each.partition("=")[0] for each in parts.query.split("&") if each}))
    steps = ["#" if re.search(r"\d", step) else step for step in parts.path.split("/")]
    ending = re.search(r"\.[a-z]+$", parts.path)
    return "/".join(steps) + (ending[0] if ending else "") + (f"?{names}" if names else "")


def crawl(
    client: httpx.Client, start: str, of_a_pattern: int = OF_A_PATTERN
) -> tuple[dict[str, int], list[str]]:
    """The status of each address gone to, and anchors that are in no page."""
    statuses: dict[str, int] = {}
    anchors: list[str] = []
    wanted: dict[str, set[str]] = {start: set()}
    of_pattern: Counter[str] = Counter()
    with ThreadPoolExecutor(4) as pool:
        while wanted:
            now, wanted_now = list(wanted), wanted
            wanted = {}
            for address, (status, links) in zip(now, pool.map(lambda a: look(client, a), now), strict=True):
                statuses[address] = status
                ids = links.ids if links else None
                anchors += [f"{address}#{each}" for each in wanted_now[address] if ids and each not in ids]
                for found in links.found if links else ():
                    target, anchor = urldefrag(urljoin(address, found))
                    if target in statuses or urlsplit(target).netloc not in ("", urlsplit(start).netloc):
                        continue
                    if target not in wanted:
                        of_pattern[pattern(target)] += 1
                        if of_pattern[pattern(target)] > of_a_pattern:
                            continue
                    wanted.setdefault(target, set()).update({anchor} - {""})
    return statuses, anchors


def look(client: httpx.Client, address: str) -> tuple[int, Links | None]:
    for _ in range(20):
        got = client.get(address, follow_redirects=True)
        if got.status_code != 503:  # long lists are made two at a time: one is asked to come again
            break
        time.sleep(0.5)
    is_page = got.headers.get("content-type", "").startswith("text/html")
    return got.status_code, Links(got.text) if is_page else None


def test_no_link_leads_astray(served: Served) -> None:
    begun = time.monotonic()
    with httpx.Client(timeout=30) as client:
        statuses, anchors = crawl(client, served.at("/"))
    astray = {address: status for address, status in statuses.items() if status >= 400}
    assert astray == {} and anchors == []
    assert len(statuses) > 90 and len({pattern(each) for each in statuses}) > 30
    assert time.monotonic() - begun < SECONDS


def test_no_link_leads_away(served: Served) -> None:
    """Nothing is fetched from, or tells, another site."""
    for path in ("/", "/sok?q=budget", "/om", "/avvikelser"):
        for link in Links(httpx.get(served.at(path)).text).found:
            assert not urlsplit(link).netloc, link
