"""From a search to the sheet with the words marked: the marks lie where the words are printed."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pdfplumber
import polars as pl
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from app.web import addresses
from tests.app.web.page_types import CULTURE, FAULTY, SOUND, document_named, rows
from tests.app.web.serving import Served

Edges = tuple[float, float, float, float]
NEAR = 2.0  # points
_BOX = ["x0", "top", "x1", "bottom"]


def marks_on(page: Page, kind: str) -> list[Edges]:
    """The boxes of the marks, in points of the sheet, as they stand in the page."""
    found: list[list[float]] = page.locator(f"rect.mark.{kind}").evaluate_all(
        "all => all.map(e => ['x', 'y', 'width', 'height'].map(n => e[n].baseVal.value))"
    )
    return [(x, y, x + width, y + height) for x, y, width, height in found]


def printed_words(pdf: Path, sheet: int, beginning: str) -> list[Edges]:
    """By another reader than ours, where words that begin so are printed."""
    with pdfplumber.open(pdf) as opened:
        words = opened.pages[sheet - 1].extract_words()
    return [
        (word["x0"], word["top"], word["x1"], word["bottom"])
        for word in words
        if word["text"].casefold().startswith(beginning)
    ]


def are_near(found: Sequence[Edges], wanted: Sequence[Edges], within: float = NEAR) -> bool:
    """As many, and each edge within so many points of its own."""
    pairs = zip(sorted(found, key=_place), sorted(wanted, key=_place), strict=False)
    return len(found) == len(wanted) and all(
        abs(one - other) <= within for pair in pairs for one, other in zip(*pair, strict=True)
    )


def _place(edges: Edges) -> tuple[int, int]:
    return round(edges[1] / 5), round(edges[0])


def boxes(frame: pl.DataFrame) -> list[Edges]:
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in frame.select(_BOX).iter_rows()]


@pytest.fixture(scope="module")
def unscripted(chromium: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_a_search_leads_to_the_sheet_with_its_words_marked(page: Page, served: Served, samples: Path) -> None:
    page.goto(served.address)
    page.get_by_role("searchbox").fill("biblioteken besök")
    page.get_by_role("button", name="Sök").click()
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".hit", has_text="besök").get_by_role("link", name="Visa på bladet: blad 3").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("blad 3")
    pdf = samples / "protokoll" / CULTURE
    wanted = [*printed_words(pdf, 3, "bibliotek"), *printed_words(pdf, 3, "besök")]
    found = marks_on(page, "ord")
    assert wanted and are_near(found, wanted), (found, wanted)


@pytest.mark.parametrize("zoom", ["100", "200"])
def test_what_is_marked_is_tinted_where_the_words_are(
    page: Page, served: Served, archive: Path, samples: Path, zoom: str
) -> None:
    """Yellow pixels lie in the words' boxes and nowhere else on the sheet."""
    document_id = document_named(archive, CULTURE)
    page.goto(served.at(addresses.sheet(document_id, 3, q="simskolan", zoom=zoom)))
    page.wait_for_load_state("networkidle")
    [word] = printed_words(samples / "protokoll" / CULTURE, 3, "simskolan")
    paper = page.locator("svg.paper")
    paper.evaluate("e => e.parentElement.style.cssText = 'overflow: visible; width: max-content'")
    about = rows(archive, "pages", document_id).filter(pl.col("page") == 3).row(0, named=True)
    shot = Image.open(io.BytesIO(paper.screenshot())).convert("RGB")
    scale = shot.width / about["width"]
    yellow = {(x / scale, y / scale) for x, y in _yellow(shot)}
    assert len(yellow) > 50 * scale
    x0, top, x1, bottom = word
    assert all(x0 - NEAR <= x <= x1 + NEAR and top - NEAR <= y <= bottom + NEAR for x, y in yellow), (
        "something else is yellow"
    )
    assert max(x for x, _ in yellow) - min(x for x, _ in yellow) >= 0.8 * (x1 - x0)


def _yellow(shot: Image.Image) -> Iterator[tuple[int, int]]:
    pixels = np.asarray(shot).astype(int)
    red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    rows_of, columns_of = np.nonzero((red > 230) & (green > 200) & (blue < 190))
    return zip(columns_of.tolist(), rows_of.tolist(), strict=True)


def test_a_paragraph_is_marked_where_the_release_has_it(page: Page, served: Served, archive: Path) -> None:
    document_id = document_named(archive, CULTURE)
    paragraph = rows(archive, "paragraphs", document_id).filter(pl.col("page") == 4)[0]
    named = paragraph["paragraph_id"].item()
    page.goto(served.at(addresses.sheet(document_id, 4, stycke=named)))
    assert are_near(marks_on(page, "stycke"), boxes(paragraph))


def test_a_table_row_is_marked_cell_by_cell(page: Page, served: Served, archive: Path) -> None:
    document_id = document_named(archive, SOUND)
    cells = rows(archive, "cells", document_id).filter(
        (pl.col("table_id") == f"{document_id}-t001") & (pl.col("row") == 3) & pl.col("x0").is_not_null()
    )
    page.goto(served.at(addresses.sheet(document_id, cells["page"][0], rad=f"{document_id}-t001-r3")))
    assert cells.height >= 4 and are_near(marks_on(page, "rad"), boxes(cells))


def test_a_figure_is_marked_by_itself(page: Page, served: Served, archive: Path) -> None:
    document_id = document_named(archive, SOUND)
    fact = rows(archive, "facts", document_id).filter(pl.col("raw") == "-5 815")
    page.goto(served.at(addresses.sheet(document_id, fact["page"][0], tal=fact["fact_id"][0])))
    assert are_near(marks_on(page, "tal"), boxes(fact[0]))


def test_a_finding_marks_the_figures_that_disagree(
    page: Page, served: Served, archive: Path, samples: Path
) -> None:
    document_id = document_named(archive, FAULTY)
    finding = rows(archive, "findings", document_id).filter(pl.col("kind") == "sum").row(0, named=True)
    claim = next(each for each in finding["evidence"] if each["raw"] == "-5 851")
    page.goto(served.at(addresses.sheet(document_id, claim["page"], avvikelse=finding["finding_id"])))
    found = marks_on(page, "avvikelse")
    cells = rows(archive, "cells", document_id).filter(pl.col("text") == "-5 851")
    assert any(are_near([each], boxes(cells)) for each in found)
    printed = printed_words(samples / "utdrag-budget-fel" / FAULTY, claim["page"], "851")
    assert any(_holds(outer, inner) for outer in found for inner in printed)


def _holds(outer: Edges, inner: Edges) -> bool:
    return (
        outer[0] - NEAR <= inner[0]
        and outer[1] - NEAR <= inner[1]
        and inner[2] <= outer[2] + NEAR
        and inner[3] <= outer[3] + NEAR
    )


def test_all_of_it_goes_without_scripts(unscripted: Page, served: Served) -> None:
    unscripted.goto(served.address)
    unscripted.get_by_role("searchbox").fill("nettokostnad")
    unscripted.get_by_role("button", name="Sök").click()
    unscripted.get_by_text("Avgränsa sökningen").click()
    unscripted.get_by_label("Kommun", exact=True).select_option("granas-stad")
    unscripted.get_by_role("button", name="Avgränsa").click()
    assert "kommun=granas-stad" in unscripted.url
    unscripted.get_by_role("link", name="Visa på bladet").first.click()
    expect(unscripted.locator("svg.paper image")).to_be_visible()
    assert unscripted.locator("rect.mark").count() > 0
    unscripted.get_by_role("link", name="Nästa blad").click()
    assert "/blad/4" in unscripted.url and "q=nettokostnad" in unscripted.url


def test_all_of_it_goes_by_the_keys(page: Page, served: Served) -> None:
    """Tab, Enter and letters; what has the focus is seen to have it."""
    page.goto(served.address)
    page.keyboard.press("Tab")
    assert _focused(page) == "Till innehållet"
    assert _is_outlined(page) and _is_in_view(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q" and _is_outlined(page)
    page.keyboard.type("nettokostnad")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=nettokostnad*")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"
    assert _tab_to(page, ".hit h2 a") and _is_outlined(page) and _is_in_view(page)
    assert _tab_to(page, ".to-sheet a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/blad/**")
    assert _tab_to(page, "div.sheet") and _is_outlined(page)


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def _is_outlined(page: Page) -> bool:
    width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    return float(width) >= 2 and style != "none"


def _is_in_view(page: Page) -> bool:
    box = page.evaluate(
        "(({x, y, bottom}) => [x, y, bottom])(document.activeElement.getBoundingClientRect())"
    )
    return bool(box[0] >= 0 and box[1] >= 0 and box[2] <= 900)


def _tab_to(page: Page, selector: str, most: int = 40) -> bool:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return True
    return False
