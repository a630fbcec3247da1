"""What a run does with good files, bad files and the same files again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from archive.events import read_events
from archive.layout import Archive
from archive.snapshots import same_files
from flows.readers.answers import SheetsRead
from schemas.errors import ExitStatus
from tests.flows.direct_run import run_directly

Inbox = Callable[..., Path]


def outcomes(report: object) -> dict[str, tuple[str, str]]:
    return {o.file: (o.what, o.code) for o in report.outcomes}  # type: ignore[attr-defined]


def quarantined(archive: Path) -> dict[str, str]:
    table = pl.read_parquet(archive / "release" / "quarantine")
    return dict(zip(table["file_name"], table["reason"], strict=True))


def test_each_bad_file_is_told_and_the_rest_is_read(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(
        good="%PDF a",
        chatty="%PDF chatty",
        sleeps="%PDF sleep",
        aborts="%PDF abort",
        eats="%PDF eat",
        engine="%PDF engine",
        bug="%PDF bug",
        text="hej",
        empty="",
        cut="%PDF truncated",
    )
    report = run_directly(tmp_path / "a", folder, tmp_path / "nowhere", seconds=2, memory_mb=512)
    assert outcomes(report) == {
        "good.pdf": ("ingested", ""),
        "chatty.pdf": ("ingested", ""),
        "sleeps.pdf": ("quarantined", "time_limit"),
        "aborts.pdf": ("quarantined", "reader_crashed"),
        "eats.pdf": ("quarantined", "memory_limit"),
        "engine.pdf": ("quarantined", "memory_limit"),
        "bug.pdf": ("quarantined", "reader_crashed"),
        "text.pdf": ("quarantined", "not_a_pdf"),
        "empty.pdf": ("quarantined", "empty_file"),
        "cut.pdf": ("quarantined", "damaged_pdf"),
        str(tmp_path / "nowhere"): ("not_opened", "no_such_path"),
    }
    assert report.exit_status is ExitStatus.SOME_FAILED
    assert len(quarantined(tmp_path / "a")) == 8
    says = {o.file: o.says for o in report.outcomes}
    assert "SIGABRT" in says["aborts.pdf"] and "stand_ins.py rad" in says["bug.pdf"]


def test_each_sheet_that_ocr_reads_gives_the_rest_of_the_file_as_much_time_again(
    tmp_path: Path, inbox: Inbox
) -> None:
    heard: list[SheetsRead] = []

    def listen(news: object, _total: int) -> None:
        heard.extend([news] if isinstance(news, SheetsRead) else [])

    folder = inbox(scan="%PDF by ocr", late="%PDF by ocr sleep")
    report = run_directly(tmp_path / "a", folder, seconds=1.2, listen=listen)
    assert outcomes(report) == {"scan.pdf": ("ingested", ""), "late.pdf": ("quarantined", "time_limit")}
    assert [sign for sign in heard if sign.file == "scan.pdf"] == [
        SheetsRead(n, 4, "scan.pdf") for n in range(1, 5)
    ]


def test_a_file_is_not_refused_for_what_earlier_files_left_in_memory(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(**{f"n{n}": f"%PDF hoard {n}" for n in range(4)})
    report = run_directly(tmp_path / "a", folder, workers=1, memory_mb=700)
    assert set(outcomes(report).values()) == {("ingested", "")}


def test_the_same_files_again_change_not_one_file_of_the_archive(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(a="%PDF a", b="%PDF b", bad="no")
    run_directly(tmp_path / "a", folder)
    before = {p: (p.stat().st_mtime_ns, p.is_dir() or p.read_bytes()) for p in (tmp_path / "a").rglob("*")}
    report = run_directly(tmp_path / "a", folder)
    assert {
        p: (p.stat().st_mtime_ns, p.is_dir() or p.read_bytes()) for p in (tmp_path / "a").rglob("*")
    } == before
    assert outcomes(report) == {
        "a.pdf": ("unchanged", ""),
        "b.pdf": ("unchanged", ""),
        "bad.pdf": ("still_quarantined", "not_a_pdf"),
    }


def test_neither_order_nor_number_of_workers_shows_in_the_release(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(**{name: f"%PDF {name}" for name in "abcdefgh"}, bad="x")
    files = sorted(folder.iterdir())
    run_directly(tmp_path / "1", *files, workers=1)
    run_directly(tmp_path / "2", *reversed(files), workers=2)
    assert same_files(tmp_path / "1" / "release", tmp_path / "2" / "release")


def test_one_content_under_two_names_is_one_document_named_by_the_smaller(
    tmp_path: Path, inbox: Inbox
) -> None:
    folder = inbox(z="%PDF same", b="%PDF same")
    report = run_directly(tmp_path / "a", folder / "z.pdf", folder / "b.pdf")
    assert outcomes(report) == {"b.pdf": ("ingested", ""), "z.pdf": ("duplicate", "")}
    assert pl.read_parquet(tmp_path / "a/release/documents")["file_name"].to_list() == ["b.pdf"]


def test_a_half_copied_file_is_read_when_it_is_whole(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(a="%PDF truncated")
    run_directly(tmp_path / "a", folder)
    assert quarantined(tmp_path / "a") == {"a.pdf": "damaged_pdf"}
    report = run_directly(tmp_path / "a", inbox(a="%PDF whole"))
    assert report.exit_status is ExitStatus.OK
    assert quarantined(tmp_path / "a") == {}


def test_a_file_stopped_by_a_limit_is_tried_again_under_another_limit(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(a="%PDF slow")
    first = run_directly(tmp_path / "a", folder, seconds=0.2, insistent=False)
    same = run_directly(tmp_path / "a", folder, seconds=0.2, insistent=False)
    asked = run_directly(tmp_path / "a", folder, seconds=0.2, insistent=True)
    more = run_directly(tmp_path / "a", folder, seconds=20, insistent=False)
    assert [r.outcomes[0].what for r in (first, same, asked, more)] == [
        "quarantined",
        "still_quarantined",
        "quarantined",
        "ingested",
    ]
    assert quarantined(tmp_path / "a") == {}


def test_a_newer_extractor_reads_again_and_a_failure_then_keeps_the_older_reading(
    tmp_path: Path, inbox: Inbox
) -> None:
    folder = inbox(a="%PDF a", slow="%PDF slow")
    run_directly(tmp_path / "a", folder)
    report = run_directly(tmp_path / "a", folder, version="2", seconds=0.25)
    assert outcomes(report)["a.pdf"][0] in ("replaced", "quarantined")  # a slow machine may miss the limit
    assert outcomes(report)["slow.pdf"] == ("quarantined", "time_limit")
    documents = pl.read_parquet(tmp_path / "a/release/documents")
    assert dict(zip(documents["file_name"], documents["extractor_version"], strict=True))["slow.pdf"] == "1"
    assert quarantined(tmp_path / "a") == {}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(a="%PDF a")
    (folder / "a.pdf").chmod(0)
    assert outcomes(run_directly(tmp_path / "a", folder)) == {"a.pdf": ("not_opened", "file_unreadable")}


def test_pipes_hidden_files_and_downloads_in_progress_are_passed_over(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(**{"a": "%PDF a", ".b": "%PDF b", "~$c": "%PDF c", "d.crdownload": "%PDF d"})
    (folder / "e.pdf.part").write_bytes(b"%PDF e")
    (folder / "sub").mkdir()
    (folder / "sub" / "F.PDF").write_bytes(b"%PDF f")
    os.mkfifo(folder / "pipe.pdf")
    report = run_directly(tmp_path / "a", folder)
    assert outcomes(report) == {
        "a.pdf": ("ingested", ""),
        "sub/F.PDF": ("ingested", ""),
        "pipe.pdf": ("not_opened", "file_unreadable"),
    }


def test_a_name_that_is_no_utf8_is_shown_as_well_as_it_can_be(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox()
    (folder / os.fsdecode(b"bad\xe5.pdf")).write_bytes(b"%PDF latin")
    run_directly(tmp_path / "a", folder)
    assert pl.read_parquet(tmp_path / "a/release/documents")["file_name"].to_list() == ["bad\ufffd.pdf"]


def test_no_pdf_at_all_still_gives_a_release_and_its_own_status(tmp_path: Path, inbox: Inbox) -> None:
    report = run_directly(tmp_path / "a", inbox())
    assert report.exit_status is ExitStatus.NOTHING_FOUND
    assert pl.read_parquet(tmp_path / "a/release/facts").height == 0


def test_the_log_tells_what_happened(tmp_path: Path, inbox: Inbox) -> None:
    run_directly(tmp_path / "a", inbox(a="%PDF a", b="no"))
    with (tmp_path / "a" / "events.jsonl").open("a") as log:
        log.write('{"torn')
    run_directly(tmp_path / "a", inbox(c="%PDF c"))
    told = [event["what"] for event in read_events(Archive(tmp_path / "a"))]
    assert sorted(told[:2]) == ["ingested", "not_read"]
    assert told[2:] == ["published", "ingested", "published"]


@pytest.mark.parametrize("ahead", [3.0, 3600.0, 10 * 365 * 86400.0], ids=["seconds", "an hour", "ten years"])
def test_a_file_whose_time_of_change_lies_ahead_is_read(tmp_path: Path, inbox: Inbox, ahead: float) -> None:
    folder = inbox(a="%PDF a")
    os.utime(folder / "a.pdf", (time.time() + ahead,) * 2)
    assert outcomes(run_directly(tmp_path / "a", folder, settle_seconds=0.2)) == {"a.pdf": ("waiting", "")}
    time.sleep(0.3)
    assert outcomes(run_directly(tmp_path / "a", folder, settle_seconds=0.2)) == {"a.pdf": ("ingested", "")}


def test_a_file_on_a_share_whose_clock_is_ahead_is_read_once_it_stands_still(
    tmp_path: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = inbox(a="%PDF a")
    slow = time.time() - 3600
    monkeypatch.setattr("flows.steps.files.time.time", lambda: slow)
    assert outcomes(run_directly(tmp_path / "a", folder, settle_seconds=0.2)) == {"a.pdf": ("ingested", "")}
