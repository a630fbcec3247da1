"""A PDF that lies in a PDF becomes a document of its own, in the same run or after a run that was cut off."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from archive.attached import list_waiting
from archive.layout import Archive
from flows.steps import ingest
from flows.steps.attached import plain_name
from schemas.errors import ExitStatus
from tests.flows.direct_run import run_directly

Inbox = Callable[..., Path]
DEEP = "%PDF yttre holds %PDF mellan holds %PDF inre"


def documents(archive: Path) -> list[str]:
    return sorted(pl.read_parquet(archive / "release" / "documents")["source_uri"])


def test_files_within_files_are_documents_under_the_outer_ones_name(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(yttre=DEEP)
    time.sleep(0.6)
    report = run_directly(tmp_path / "a", folder, settle_seconds=0.5)
    assert report.exit_status is ExitStatus.OK
    assert documents(tmp_path / "a") == ["yttre.pdf", "yttre.pdf/inre.pdf", "yttre.pdf/inre.pdf/inre.pdf"]
    assert list(list_waiting(Archive(tmp_path / "a"))) == []


def test_the_same_bytes_in_the_file_and_beside_it_are_one_document(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(a="%PDF inre", yttre="%PDF yttre holds %PDF inre")
    run_directly(tmp_path / "a", folder)
    assert documents(tmp_path / "a") == ["a.pdf", "yttre.pdf"]
    again = run_directly(tmp_path / "a", folder, version="2")
    assert {outcome.what for outcome in again.outcomes} == {"replaced"}
    assert documents(tmp_path / "a") == ["a.pdf", "yttre.pdf"]


def test_one_that_cannot_be_read_is_told_each_time_and_kept(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(yttre="%PDF yttre holds trasig")
    for fate in ("quarantined", "still_quarantined"):
        report = run_directly(tmp_path / "a", folder)
        assert report.exit_status is ExitStatus.SOME_FAILED
        assert {o.file: o.what for o in report.outcomes}["yttre.pdf/inre.pdf"] == fate
    [waiting] = list_waiting(Archive(tmp_path / "a"))
    assert waiting.path.read_bytes() == b"trasig"


def test_what_lies_deeper_than_a_run_looks_is_read_by_the_next(
    tmp_path: Path, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "_DEEPEST", 2)
    folder = inbox(yttre=DEEP)
    run_directly(tmp_path / "a", folder)
    assert len(documents(tmp_path / "a")) == 2
    run_directly(tmp_path / "a", folder)
    assert len(documents(tmp_path / "a")) == 3


@pytest.mark.parametrize("name", ["", "..", "a/..", "\x00\x1b"])
def test_a_name_that_is_none_becomes_one(name: str) -> None:
    assert plain_name(name) == "bilaga.pdf"


def test_two_files_that_hold_the_same_bytes_are_read_at_one_time(tmp_path: Path, inbox: Inbox) -> None:
    folder = inbox(**{name: f"%PDF {name} holds %PDF inre" for name in "abcdefgh"})
    report = run_directly(tmp_path / "a", folder)
    assert report.exit_status is ExitStatus.OK and len(documents(tmp_path / "a")) == 9
