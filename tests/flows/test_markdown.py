"""Markdown goes the way a PDF goes, from the inbox to the release,
and nobody is told of sheets it does not have.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from archive.documents import read_document, read_original
from archive.layout import Archive
from archive.rows_to_things import tables_to_extraction
from extractors.document import extract
from flows.readers.limits import Limits
from flows.steps.ingest import Run, arrival_time, installed_versions
from flows.steps.on_threads import ingest_directly, reconcile_directly
from flows.steps.outcomes import Report
from schemas.document import Source
from schemas.errors import ExitStatus
from schemas.tables import TABLES_OF_RELEASE
from tests.markdown_of import markdown_of

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples/markdown/fritidsnamnd/fritidsnamnd.md"
PLACED = ("page", "first_page", "last_page", "x0", "top", "x1", "bottom")
NOTE = "# Läs mig\n\nHär ligger filerna.\n"
Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    def make(**files: bytes | str) -> Path:
        made = tmp_path / "in"
        made.mkdir(exist_ok=True)
        for name, content in files.items():
            stem, _, ending = name.rpartition("_")
            (made / f"{stem}.{ending}").write_bytes(content.encode() if isinstance(content, str) else content)
        return made

    return make


def ingest(archive: Path, *paths: Path) -> Report:
    return ingest_directly(paths, a_run(archive))


def a_run(archive: Path) -> Run:
    return Run(Archive(archive), arrival_time(), installed_versions(), Limits(workers=1))


def outcomes(report: Report) -> dict[str, tuple[str, str]]:
    return {outcome.file: (outcome.what, outcome.code) for outcome in report.outcomes}


def rows(archive: Path, table: str) -> pl.DataFrame:
    return pl.read_parquet(archive / "release" / table)


def test_a_markdown_protocol_is_published_without_sheets(tmp_path: Path) -> None:
    report = ingest(tmp_path / "a", SAMPLE.parent)
    assert outcomes(report) == {"fritidsnamnd.md": ("ingested", "")}
    [document] = rows(tmp_path / "a", "documents").to_dicts()
    assert (document["text_source"], document["page_count"]) == ("markdown", 0)
    assert rows(tmp_path / "a", "pages").is_empty()
    expected = json.loads((SAMPLE.parent / "expected/reading.json").read_text(encoding="utf-8"))
    assert rows(tmp_path / "a", "decisions")["paragraph"].to_list() == [
        row[0] for row in expected["decisions"]
    ]
    assert len(rows(tmp_path / "a", "facts")) == 30
    for table in TABLES_OF_RELEASE:
        held = rows(tmp_path / "a", table.name)
        placed = {name: held[name].null_count() for name in held.columns if name in PLACED}
        assert placed == dict.fromkeys(placed, len(held)), table.name


def test_the_archive_keeps_it_as_markdown_and_reads_it_back_whole(tmp_path: Path) -> None:
    [outcome] = ingest(tmp_path / "a", SAMPLE).outcomes
    archive = Archive(tmp_path / "a")
    bundle = archive.bundle(outcome.sha256)
    assert (
        (bundle / "original.md").read_bytes() == SAMPLE.read_bytes() == read_original(archive, outcome.sha256)
    )
    assert not (bundle / "original.pdf").exists()
    again = tables_to_extraction(read_document(archive, outcome.sha256))
    assert again.pages == () and {part.first_page for part in again.parts} == {None}


def test_proving_it_again_changes_nothing(tmp_path: Path) -> None:
    ingest(tmp_path / "a", SAMPLE)
    [manifest] = (tmp_path / "a").glob("documents/*/*/reading.json")
    old = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(old | {"reconciler_version": "older"}))
    proved = reconcile_directly(a_run(tmp_path / "a"))
    assert (proved.documents, proved.failed) == (1, 0)
    assert json.loads(manifest.read_text()) == old


def test_a_readme_in_a_folder_is_passed_over_and_said_so(tmp_path: Path, folder: Folder) -> None:
    found = folder(README_md=NOTE, protokoll_md=SAMPLE.read_bytes())
    for what in ("ingested", "unchanged"):
        report = ingest(tmp_path / "a", found)
        assert outcomes(report) == {
            "README.md": ("passed_over", "not_an_office_paper"),
            "protokoll.md": (what, ""),
        }
        assert report.exit_status is ExitStatus.OK
    assert rows(tmp_path / "a", "quarantine").is_empty()
    (found / "protokoll.md").unlink()
    assert ingest(tmp_path / "a", found).exit_status is ExitStatus.NOTHING_FOUND


def test_a_readme_that_is_named_itself_is_refused(tmp_path: Path, folder: Folder) -> None:
    found = folder(README_md=NOTE)
    report = ingest(tmp_path / "a", found / "README.md")
    assert outcomes(report) == {"README.md": ("quarantined", "not_an_office_paper")}
    assert report.exit_status is ExitStatus.SOME_FAILED
    assert rows(tmp_path / "a", "quarantine")["reason"].to_list() == ["not_an_office_paper"]
    assert outcomes(ingest(tmp_path / "a", found)) == {"README.md": ("passed_over", "not_an_office_paper")}


def test_a_file_is_what_its_bytes_say(tmp_path: Path, folder: Folder) -> None:
    pdf = (ROOT / "samples/andra-lasning/andra-lasning.pdf").read_bytes()
    found = folder(pdf_md=pdf, text_pdf=SAMPLE.read_bytes(), zip_md=b"PK\x03\x04\0\0", empty_markdown=b"")
    assert outcomes(ingest(tmp_path / "a", found)) == {
        "pdf.md": ("ingested", ""),
        "text.pdf": ("quarantined", "not_a_pdf"),
        "zip.md": ("quarantined", "not_text"),
        "empty.markdown": ("quarantined", "empty_file"),
    }
    assert rows(tmp_path / "a", "documents")["text_source"].to_list() == ["native"]


def test_markdown_refused_under_a_pdfs_name_is_read_under_its_own(tmp_path: Path, folder: Folder) -> None:
    found = folder(a_pdf=SAMPLE.read_bytes())
    assert outcomes(ingest(tmp_path / "a", found)) == {"a.pdf": ("quarantined", "not_a_pdf")}
    shutil.copy(SAMPLE, found / "b.md")
    assert outcomes(ingest(tmp_path / "a", found)) == {"a.pdf": ("duplicate", ""), "b.md": ("ingested", "")}
    assert rows(tmp_path / "a", "documents")["file_name"].to_list() == ["b.md"]
    assert rows(tmp_path / "a", "quarantine").is_empty()


def test_one_paper_as_pdf_and_as_markdown_is_held_against_itself(tmp_path: Path, folder: Folder) -> None:
    """One digit is planted in the Markdown:
    one error names both readings, and no copied text is taken for a change.
    """
    pdf = ROOT / "samples/utdrag-budget/utdrag-budget.pdf"
    data = pdf.read_bytes()
    text = markdown_of(extract(data, Source(hashlib.sha256(data).hexdigest(), pdf.name)), "pipes")
    assert text.count("-183 166 |") == 2
    found = folder(papper_pdf=data, papper_md=text.replace("-183 166 |", "-188 166 |", 1))
    ingest(tmp_path / "a", found)
    sources = dict(rows(tmp_path / "a", "documents")["document_id", "text_source"].rows())
    between = [
        row
        for row in rows(tmp_path / "a", "findings").to_dicts()
        if len({claim["document_id"] for claim in row["evidence"]}) == 2
    ]
    assert [(row["severity"], row["kind"], row["expected"], row["found"]) for row in between] == [
        ("error", "number", "-183 166", "-188 166")
    ]
    assert "PDF-filen har -183 166, Markdown-filen -188 166" in between[0]["says"]
    places = {sources[claim["document_id"]]: (claim["page"], claim["x0"]) for claim in between[0]["evidence"]}
    assert places["markdown"] == (None, None) and None not in places["native"]
    assert sources[between[0]["document_id"]] == "markdown"
