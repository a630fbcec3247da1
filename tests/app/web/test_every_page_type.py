"""Every type of page in Chromium: to whom it can be read, on what width, in which colours, on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.app.web.page_types import of_every_type
from tests.app.web.serving import TOKEN, Served

TYPES = (
    *("start", "search with hits", "search with filters", "search without hits", "findings", "finding"),
    *("runs", "about", "accessibility", "sign in", "error", "document", "document of Markdown", "text"),
    *("sheet", "zoomed sheet", "table", "table of Markdown", "figure", "repeats", "paragraph", "matter"),
    *("meeting", "body", "municipality", "person"),
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OVER_THE_EDGE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PHONE, TABLET, DESK = 360, 768, 1280


@pytest.fixture(scope="module")
def found(archive: Path) -> Mapping[str, str]:
    return of_every_type(archive)


@pytest.fixture(scope="module")
def looked_at(chromium: Browser) -> Iterator[Page]:
    """A page of which axe may ask: the policy of the server lets no script in."""
    context = chromium.new_context(bypass_csp=True, viewport={"width": DESK, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def signed_in(chromium: Browser, served: Served) -> Iterator[Page]:
    context = chromium.new_context(bypass_csp=True, viewport={"width": DESK, "height": 900})
    page = context.new_page()
    page.goto(served.at("/logga-in"))
    page.get_by_label("Nyckel").fill(TOKEN)
    page.get_by_role("button", name="Logga in").click()
    yield page
    context.close()


def test_every_type_is_named(found: Mapping[str, str]) -> None:
    assert sorted(found) == sorted(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_a_page_can_be_read_by_everybody(
    looked_at: Page, served: Served, found: Mapping[str, str], name: str
) -> None:
    """axe finds nothing, and nothing goes over the edge, at a desk, on a tablet, on a phone, in the dark."""
    opened = looked_at.goto(served.at(found[name]))
    assert opened and opened.status == (404 if name == "error" else 200)
    assert _faults(looked_at) == []


def test_a_finding_can_be_marked_by_everybody(
    signed_in: Page, served: Served, found: Mapping[str, str]
) -> None:
    signed_in.goto(served.at(found["finding"]))
    assert signed_in.get_by_role("radio").count() == 4
    assert _faults(signed_in) == []


def _faults(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    faults: list[str] = []
    for width, scheme, rules in (
        (DESK, "light", None),
        (TABLET, "light", ["target-size"]),
        (PHONE, "light", ["target-size", "scrollable-region-focusable", "color-contrast"]),
        (PHONE, "dark", ["color-contrast", "link-in-text-block"]),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        faults += [f"{width} {scheme}: {told}" for told in _told_by_axe(page, rules)]
        over = page.evaluate(OVER_THE_EDGE)
        faults += [f"{width}: {over} pixels over the edge"] if over else []
    page.set_viewport_size({"width": DESK, "height": 900})
    page.emulate_media(color_scheme="light")
    return faults


def _told_by_axe(page: Page, rules: list[str] | None) -> list[str]:
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    asked = {"runOnly": only, "resultTypes": ["violations"]}
    told = page.evaluate("asked => axe.run(document, asked)", asked)
    return [
        f"{each['id']}: {node['html'][:200]} {node['failureSummary']}"
        for each in told["violations"]
        for node in each["nodes"]
    ]


PRINTED = {
    "paragraph": "Öppettider på biblioteket i Lövhult",
    "table": "Verksamhet 2026",
    "finding": "Väntat",
    "sheet": "blad 3",
}


@pytest.mark.parametrize("name", PRINTED)
def test_a_page_is_printed_with_tags_and_without_menus(
    page: Page, served: Served, found: Mapping[str, str], name: str
) -> None:
    page.goto(served.at(found[name]))
    page.wait_for_load_state("networkidle")
    printed = page.pdf(format="A4", tagged=True)
    assert b"/StructTreeRoot" in printed and b"/Lang" in printed
    text = _text(printed)
    assert PRINTED[name].split()[0] in text
    assert (
        "Huvudmeny" not in text and "Till innehållet" not in text and "Tillgänglighetsredogörelse" not in text
    )


def test_no_figure_is_broken_over_lines(looked_at: Page, served: Served, found: Mapping[str, str]) -> None:
    """No gap of thousands lets a line end; after a minus before a figure no browser ends one."""
    for name in ("table", "finding", "findings", "figure", "document"):
        looked_at.goto(served.at(found[name]))
        text = looked_at.locator("main").inner_text()
        assert re.search(r"\d\N{NO-BREAK SPACE}\d", text), name
        assert not re.search(r"\d \d{3}(?!\d)", text), name


def test_on_paper_no_line_ends_within_a_figure(page: Page, served: Served, found: Mapping[str, str]) -> None:
    page.goto(served.at(found["table"]))
    lines = _text(page.pdf(width="90mm", height="200mm")).splitlines()
    assert any(re.search(r"\d", line) for line in lines)
    broken = [
        (line, after)
        for line, after in pairwise(lines)
        if re.search(r"[-\u2011\u2212]$", line.strip()) and after[:1].isdigit()
    ]
    assert broken == []


def _text(pdf: bytes) -> str:
    opened = pdfium.PdfDocument(io.BytesIO(pdf))
    return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in opened)
