"""What does not agree, as a list and as a page."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest
from PIL import Image

from app.report.material import gather
from app.report.page import report_to_html
from app.words import unbroken
from archive.layout import Archive
from schemas.warnings import Code, warn
from tests.app.conftest import Paragraf

VOID = {"meta", "img", "br", "link", "hr"}


class Page(HTMLParser):
    """The page's text, images and links; raises where a tag is closed that is not open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.sentences: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.languages: list[str | None] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "img":
            self.images.append(dict(attrs))
        if tag == "html":
            self.languages.append(dict(attrs).get("lang"))
        if tag == "h3":
            self.sentences.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "h3":
            self.sentences[-1] += data


@pytest.fixture(scope="module")
def faulty(paragraf: Paragraf, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with planted faults, alone in an archive."""
    folder = tmp_path_factory.mktemp("faulty") / "archive"
    run = paragraf("ingest", samples / "utdrag-budget-fel", "-a", folder, "--direct")
    assert run.returncode == 0, run.stderr
    assert re.search(
        r"Avstämning: \d+ fel, \d+ varning\w*, \d+ upplysning\w*; \d+ av \d+ kontroller stämmer", run.stdout
    )
    return folder


@pytest.fixture(scope="module")
def report(command: Paragraf, faulty: Path) -> Path:
    out = faulty.parent / "report.html"
    run = command("report", "utdrag-budget-fel.pdf", "-a", faulty, "-o", out)
    assert run.returncode == 0 and run.stdout.startswith(f"{out}: "), run.stderr
    return out


def rows(archive: Path, table: str) -> pl.DataFrame:
    return pl.read_parquet(archive / "release" / table)


def test_a_sound_document_has_no_errors_and_no_warnings(archive: Path) -> None:
    assert rows(archive, "findings").filter(pl.col("severity") != "notice").height == 0
    checks = rows(archive, "checks")
    assert checks.height > 20 and checks["holds"].all()
    assert "verified" in rows(archive, "facts")["status"].to_list()


def test_planted_faults_are_findings_of_the_release(samples: Path, faulty: Path) -> None:
    gold = json.loads((samples / "utdrag-budget-fel" / "expected" / "gold.json").read_text(encoding="utf-8"))
    loud = rows(faulty, "findings").filter(pl.col("severity") != "notice")
    found = {frozenset(pair) for pair in zip(loud["expected"], loud["found"], strict=True)}
    assert {frozenset((each["expected"], each["found"])) for each in gold["discrepancies"]} <= found
    assert loud.height == len(gold["discrepancies"])
    assert not rows(faulty, "checks")["holds"].all()
    assert "conflict" in rows(faulty, "facts")["status"].to_list()
    assert all(1 <= len(evidence) <= 24 for evidence in loud["evidence"].to_list())


def test_the_command_lists_what_the_release_holds(command: Paragraf, faulty: Path) -> None:
    run = command("findings", "utdrag-budget-fel.pdf", "-a", faulty, "-f", "csv", "--severity", "error")
    listed = csv.DictReader(io.StringIO(run.stdout))
    errors = rows(faulty, "findings").filter(pl.col("severity") == "error")["says"]
    assert run.returncode == 0 and [row["says"] for row in listed] == errors.to_list()
    text = command("findings", "-a", faulty).stdout
    assert "väntat 76,6 mnkr; funnet 67,6 mnkr" in text and "blad " in text


def test_the_report_is_whole_html_with_each_sentence_once(faulty: Path, report: Path) -> None:
    page = Page(report.read_text(encoding="utf-8"))
    assert page.open == [] and page.languages == ["sv"] and "script" not in page.tags
    assert sorted(page.sentences) == sorted(map(unbroken, rows(faulty, "findings")["says"]))
    assert page.tags.count("h1") == 1 and {"del", "ins", "details"} <= set(page.tags)


def test_the_reports_images_are_in_it_whole_and_described(report: Path) -> None:
    html = report.read_text(encoding="utf-8")
    images = Page(html).images
    assert len(images) >= 5
    for image in images:
        source = image["src"] or ""
        assert source.startswith("data:image/png;base64,") and (image["alt"] or "").startswith(
            "Utsnitt av blad"
        )
        drawn = Image.open(io.BytesIO(base64.b64decode(source.split(",")[1])))
        drawn.load()
        assert drawn.width > 300 and drawn.height > 40
    assert len(html) < 1_000_000 and not re.search(r"(?:src|href)=\"(?!data:|#)", html)


def test_the_same_document_gives_the_same_report(
    paragraf: Paragraf, faulty: Path, report: Path, tmp_path: Path
) -> None:
    paragraf("report", "utdrag-budget-fel.pdf", "-a", faulty, "-o", tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == report.read_bytes()


def test_what_other_reconcilers_proved_is_proved_anew_from_what_is_kept(
    command: Paragraf, faulty: Path
) -> None:
    """And the reading as kept says the same as the reading as read."""
    [manifest] = faulty.glob("documents/*/*/reading.json")
    kept, release = manifest.read_bytes(), (faulty / "release").resolve()
    older = json.loads(kept) | {"reconciler_version": "0"}
    manifest.write_text(json.dumps(older), encoding="utf-8")
    for documents in (1, 0):
        run = command("reconcile", "-a", faulty)
        assert run.returncode == 0 and f"Avstämda på nytt: {documents} dokument." in run.stdout
    assert manifest.read_bytes() == kept and (faulty / "release").resolve() == release


@pytest.mark.skipif(
    not shutil.which("chromium"), reason="no Chromium here: the report is not looked at in a browser"
)
def test_a_browser_shows_and_prints_the_report(report: Path, tmp_path: Path) -> None:
    flags = (
        "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync --no-pdf-header-footer"
    ).split()
    browser = ["chromium", *flags, f"--user-data-dir={tmp_path / 'profile'}"]
    wanted = (
        [f"--screenshot={tmp_path / 'page.png'}", "--window-size=1000,2000"],
        [f"--print-to-pdf={tmp_path / 'page.pdf'}"],
    )
    for each in wanted:
        subprocess.run([*browser, *each, report.as_uri()], check=True, capture_output=True, timeout=60)
    with Image.open(tmp_path / "page.png") as shot:
        colours = shot.convert("RGB").getcolors(1 << 20) or []
    assert any(colour == (255, 214, 0) for _, colour in colours), "no figure is marked"
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_what_a_document_prints_is_never_markup(faulty: Path) -> None:
    printed = "<script>alert(\"1\")</script> & 'två' <b>"
    [original] = faulty.glob("documents/*/*/original.pdf")
    material = gather(Archive(faulty), original.parent.name)
    reading = replace(
        material.about.reading,
        title=printed,
        municipality=printed,
        body=printed,
        warnings=(warn(Code.WITHOUT_CODE, says=printed),),
    )
    findings = tuple(
        replace(each, says=printed, expected=printed, found=printed) for each in material.findings
    )
    checks = tuple(replace(each, says=printed) for each in material.checks)
    about = replace(material.about, reading=reading, file_name=printed)
    page = report_to_html(
        replace(
            material,
            about=about,
            documents={about.document_id: about},
            findings=findings,
            checks=checks,
        )
    )
    assert "<script" not in page and "<b>\n" not in page
    told = Page(page)
    assert told.open == [] and set(told.sentences) == {printed}
    assert page.count("&lt;script&gt;") > 2 * len(findings) + 4
