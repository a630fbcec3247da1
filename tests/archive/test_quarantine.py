"""Files that could not be ingested: since when, why, and when it is worth another try."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.documents import list_changed
from archive.layout import Archive
from archive.quarantine import (
    Record,
    is_worth_another_try,
    leave_quarantine,
    list_records,
    quarantine,
    read_record,
)
from schemas.errors import DamagedPdf, TookTooMuchMemory

FIRST, LATER = (datetime(2025, 6, day, tzinfo=UTC) for day in (1, 9))
TRIED = {"extractor_version": "1", "seconds": 20}
RECORD = Record("ab" * 32, "a.pdf", "in/a.pdf", DamagedPdf.code, "skadad", FIRST, "/in/a.pdf", FIRST, TRIED)


def test_the_first_name_and_time_stand_however_often_it_comes_in(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    quarantine(archive, RECORD)
    again = replace(RECORD, file_name="kopia.pdf", first_seen=LATER, last_tried=LATER, says="annat")
    kept = quarantine(archive, again)
    assert (kept.file_name, kept.first_seen, kept.last_tried, kept.says) == ("a.pdf", FIRST, LATER, "annat")
    assert read_record(archive, RECORD.sha256) == kept and list(list_records(archive)) == [kept]


def test_a_try_that_tells_nothing_new_publishes_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    quarantine(archive, RECORD)
    for mark in archive.changed.iterdir():
        mark.unlink()
    quarantine(archive, replace(RECORD, last_tried=LATER))
    assert list(list_changed(archive)) == []


def test_a_file_leaves_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    quarantine(archive, RECORD)
    assert leave_quarantine(archive, RECORD.sha256) and not leave_quarantine(archive, RECORD.sha256)
    assert read_record(archive, RECORD.sha256) is None


def test_paths_and_tries_are_not_published() -> None:
    assert set(RECORD.published) == {"sha256", "file_name", "source_uri", "reason", "says", "first_seen"}


@pytest.mark.parametrize(
    ("reason", "tried_with", "insistent", "worth"),
    [
        (DamagedPdf.code, TRIED, True, False),  # the damage lies in the bytes
        (DamagedPdf.code, TRIED | {"extractor_version": "2"}, False, True),
        (DamagedPdf.code, TRIED | {"seconds": 90}, False, False),
        (TookTooMuchMemory.code, TRIED, False, False),
        (TookTooMuchMemory.code, TRIED, True, True),
        (TookTooMuchMemory.code, TRIED | {"seconds": 90}, False, True),
    ],
)
def test_bytes_are_tried_again_only_where_the_answer_may_be_another(
    reason: str, tried_with: dict[str, object], insistent: bool, worth: bool
) -> None:
    record = replace(RECORD, reason=reason)
    assert is_worth_another_try(record, tried_with, insistent=insistent) is worth
