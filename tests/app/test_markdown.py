"""A Markdown document at every door: nothing asks for sheets that it does not have."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.words import unbroken
from extractors.document import extract
from schemas.document import Source
from schemas.errors import ExitStatus
from tests.app.conftest import Paragraf
from tests.app.test_report import Page
from tests.markdown_of import markdown_of


@pytest.fixture(scope="module")
def sample(samples: Path) -> Path:
    return samples / "markdown" / "fritidsnamnd" / "fritidsnamnd.md"


@pytest.fixture(scope="module")
def twins(paragraf: Paragraf, samples: Path, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper as PDF, and as Markdown with one wrong digit;
    and a protocol that is there as Markdown alone.
    """
    pdf = samples / "utdrag-budget" / "utdrag-budget.pdf"
    data = pdf.read_bytes()
    text = markdown_of(extract(data, Source(hashlib.sha256(data).hexdigest(), pdf.name)))
    copy = tmp_path_factory.mktemp("copy") / "avskrift.md"
    copy.write_text(text.replace("\t-183 166\t", "\t-188 166\t", 1), encoding="utf-8")
    folder = tmp_path_factory.mktemp("twins") / "archive"
    run = paragraf("ingest", pdf, copy, sample, "-a", folder, "--direct")
    assert run.returncode == 0, run.stderr
    return folder


def test_show_reads_a_file_and_an_archive_alike(command: Paragraf, twins: Path, sample: Path) -> None:
    for where in ([sample], ["fritidsnamnd.md", "-a", twins]):
        told = command("show", *where).stdout
        assert "§ 70  Ekonomisk uppföljning efter oktober" in told and "8×5  Driftredovisning (tkr)" in told
        assert "blad" not in told and "None" not in told
    for choice in (["--table", 0], ["--decision", 70], ["--parts"], ["--sections"]):
        run = command("show", "fritidsnamnd.md", "-a", twins, *choice)
        assert run.returncode == 0 and run.stdout.strip()
        assert "blad" not in run.stdout and "None" not in run.stdout


def test_draw_says_that_there_is_nothing_to_draw(command: Paragraf, sample: Path) -> None:
    run = command("draw", sample, "--page", 1)
    assert run.returncode == ExitStatus.USAGE
    assert "har inga blad att rita" in run.stderr and "paragraf show" in run.stderr


def test_findings_call_the_readings_by_their_files(command: Paragraf, twins: Path) -> None:
    told = command("findings", "-a", twins, "--severity", "error").stdout
    assert "PDF-filen -183 166; Markdown-filen -188 166" in told
    assert "utdrag-budget.pdf, blad 9 (tryckt sida 5); avskrift.md\n" in told
    assert "None" not in told


def test_the_report_of_markdown_has_no_pictures_of_its_own(
    command: Paragraf, twins: Path, tmp_path: Path
) -> None:
    alone = command("report", "fritidsnamnd.md", "-a", twins, "-o", tmp_path / "alone.html")
    assert alone.returncode == 0, alone.stderr
    page = Page((tmp_path / "alone.html").read_text(encoding="utf-8"))
    assert page.images == [] and page.open == []
    both = command("report", "avskrift.md", "-a", twins, "-o", tmp_path / "both.html")
    assert both.returncode == 0, both.stderr
    html = (tmp_path / "both.html").read_text(encoding="utf-8")
    page = Page(html)
    assert any(unbroken("PDF-filen har -183 166, Markdown-filen -188 166") in each for each in page.sentences)
    for name, text in (("PDF-filen", "-183 166"), ("Markdown-filen", "-188 166")):
        assert f"<dt>{name}</dt><dd>{unbroken(text)}</dd>" in html
    assert all("utdrag-budget.pdf" in (image["alt"] or "") for image in page.images) and page.images
    assert "None" not in html and "avskrift.md, " not in html
