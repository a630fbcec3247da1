"""What was done is told in words, without the server's folders."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.library import open_library
from app.web.pages.runs import show_runs
from archive.events import write_event
from archive.layout import Archive
from tests.archive.test_release import made

NOON = datetime(2024, 6, 17, 12, tzinfo=UTC)


def test_the_latest_comes_first_with_its_document_and_no_path(tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte"])
    [sha256] = [row["sha256"] for row in open_library(archive.root).now().documents.values()]
    write_event(archive, NOON, "ingested", sha256=sha256, file="hemlig/mapp/majmöte.pdf", extractor="1")
    write_event(
        archive, NOON, "not_read", sha256="f" * 64, file="hemlig/trasig.pdf", says="PDF-filen är skadad."
    )
    write_event(archive, NOON, "something_new")
    shown = show_runs(Archive(tmp_path), open_library(tmp_path).now())
    new, failed, read = shown["events"]
    assert new.what == ("something_new", "something_new") and read.what == ("läst in", "read in")
    assert read.document is not None and read.document["sha256"] == sha256 and read.at == "2024-06-17 12:00"
    assert (failed.document, failed.about, failed.says) == (None, "trasig.pdf", "PDF-filen är skadad.")
    assert "hemlig" not in str(shown["events"])
    assert shown["release"] == 1 and shown["releases"] == [1] and shown["quarantine"] == []
