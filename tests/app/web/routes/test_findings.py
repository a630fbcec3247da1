"""Findings are marked by whoever has the token, and a misreading is right in the next release."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from archive.layout import Archive
from archive.marks import MarkState, read_marks
from tests.app.conftest import Paragraf
from tests.app.web.page_types import rows
from tests.app.web.serving import TOKEN, Served, serving

PRINTED_SUM, RIGHT_SUM = "5 032", "5 023"
SAMPLE = "andra-lasning"


@pytest.fixture(scope="module")
def own(paragraf: Paragraf, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive to write in: one sheet with one sum that does not hold."""
    folder = tmp_path_factory.mktemp("marking") / "archive"
    run = paragraf("ingest", samples / SAMPLE, "-a", folder, "--direct", "--workers", "1")
    assert run.returncode == 0, run.stderr
    return folder


@pytest.fixture(scope="module")
def marking(own: Path) -> Iterator[Served]:
    with serving(own) as running:
        yield running


def finding_of(own: Path) -> str:
    return str(rows(own, "findings")["finding_id"].item())


def says(page: Page, choice: str) -> None:
    page.get_by_label(re.compile(f"^{choice}")).check()
    page.get_by_role("button", name="Spara").click()


def test_a_stranger_marks_nothing(page: Page, own: Path, marking: Served) -> None:
    page.goto(marking.at(f"/avvikelse/{finding_of(own)}"))
    page.get_by_role("link", name="Logga in för att märka").click()
    page.get_by_label("Nyckel").fill("gissning")
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("alert")).to_contain_text("Nyckeln är fel")
    assert page.context.cookies() == []


def sign_in(page: Page, marking: Served, finding_id: str) -> None:
    page.goto(marking.at(f"/logga-in?till=/avvikelse/{finding_id}"))
    page.get_by_label("Nyckel").fill(TOKEN)
    page.get_by_role("button", name="Logga in").click()


def test_a_finding_is_marked_as_seen_and_as_the_documents_own(page: Page, own: Path, marking: Served) -> None:
    sign_in(page, marking, finding_of(own))
    [cookie] = page.context.cookies()
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict" and TOKEN not in cookie["value"]
    for choice, state, told in (
        ("Sedd", MarkState.SEEN, "sedd"),
        ("Dokumentets eget fel", MarkState.OWN_ERROR, "dokumentets eget fel"),
    ):
        page.get_by_label("Ditt namn").fill("Anna Öst")
        says(page, choice)
        expect(page.locator("article .tag").nth(1)).to_have_text(told)
        [mark] = read_marks(Archive(own)).values()
        assert (mark.state, mark.by) == (state, "Anna Öst")
    says(page, "Felläst av oss")
    expect(page.get_by_role("alert")).to_have_text("Skriv vad som står på papperet.")
    assert not Archive(own).corrections.exists()


def test_a_misreading_is_right_in_the_next_release(
    page: Page, own: Path, marking: Served, paragraf: Paragraf, samples: Path
) -> None:
    finding_id = finding_of(own)
    sign_in(page, marking, finding_id)
    say_it_is_misread(page)
    assert line_of(Archive(own)) == (PRINTED_SUM, RIGHT_SUM, "Anna Öst", WHY)

    run = paragraf("ingest", samples / SAMPLE, "-a", own, "--direct", "--workers", "1")
    assert run.returncode == 0 and "Utgåva 2" in run.stdout, run.stderr
    [kept] = rows(own, "corrections").to_dicts()
    assert (kept["state"], kept["raw_read"], kept["raw_corrected"]) == ("applied", PRINTED_SUM, RIGHT_SUM)
    [fact] = rows(own, "facts").filter(correction_id=kept["correction_id"]).to_dicts()
    assert (fact["raw"], fact["value"]) == (RIGHT_SUM, 5023)

    gone = page.goto(marking.at(f"/avvikelse/{finding_id}"))  # the server was not started anew
    assert gone and gone.status == 404
    expect(page.locator("main")).to_contain_text("den är rättad")
    page.goto(marking.at(f"/dokument/{kept['document_id']}/tabell/1"))
    shown = page.locator("table.printed").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert RIGHT_SUM in shown and PRINTED_SUM not in shown


WHY = '=1+1; "tydligt" på papperet'


def say_it_is_misread(page: Page) -> None:
    place = page.get_by_label("Vilken plats").locator("option", has_text=PRINTED_SUM)
    page.get_by_label("Vilken plats").select_option(place.get_attribute("value"))
    page.get_by_label("Vad som står på papperet").fill(RIGHT_SUM)
    page.get_by_label("Det står så även om").check()
    page.get_by_label("Ditt namn").fill("Anna Öst")
    page.get_by_label("Kommentar").fill(WHY)
    says(page, "Felläst av oss")
    expect(page.locator("article .tag").nth(1)).to_have_text("felläst av oss")


def line_of(archive: Archive) -> tuple[str, str, str, str]:
    with archive.corrections.open(encoding="utf-8-sig", newline="") as file:
        [line] = csv.DictReader(file, delimiter=";")
    return line["read"], line["printed"], line["by"], line["why"]


FORM = {"lage": "sedd", "av": "någon annan"}


@pytest.mark.parametrize("skydd", ["", "fel", "å" * 64, "0" * 64])
def test_a_form_from_elsewhere_does_nothing(marking: Served, own: Path, skydd: str) -> None:
    """Neither without the session nor without the key of our own form."""
    before = Archive(own).marks.read_bytes() if Archive(own).marks.exists() else b""
    with httpx.Client(base_url=marking.address) as client:
        for _ in ("a stranger", "signed in"):
            told = client.post("/avvikelse/x", data={**FORM, "skydd": skydd})
            assert told.status_code == 403
            client.post("/logga-in", data={"nyckel": TOKEN})
        assert client.cookies
    assert (Archive(own).marks.read_bytes() if Archive(own).marks.exists() else b"") == before


def test_one_is_sent_on_to_findings_only(marking: Served) -> None:
    for elsewhere in ("https://example.org/avvikelse", "//example.org/avvikelse", "/\\example.org", ""):
        told = httpx.post(marking.at("/logga-in"), data={"nyckel": TOKEN, "till": elsewhere})
        assert (told.status_code, told.headers["location"]) == (303, "/avvikelser")
    assert httpx.get(marking.at("/avvikelser?lage=fel")).status_code == 200
