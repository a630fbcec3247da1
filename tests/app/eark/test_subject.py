"""What is packed is gathered whole: a reading in change or without its bundle is told, not packed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.eark import subject as gathered
from app.eark.subject import gather, times_of_reading
from app.errors import CannotExport
from archive.documents import Versions
from schemas.kinds import DocumentStatus
from tests.app import told_paper
from tests.app.eark.made_packages import READ, keep, markdown, subject


def test_it_holds_what_the_document_says(tmp_path: Path) -> None:
    about = subject(keep(tmp_path))
    assert about.origin == "Sjövalla kommun, Kommunstyrelsen"
    assert (about.file_name, about.arrived) == (told_paper.FILE, told_paper.NOON)
    assert about.diary_numbers[0] == "KS 2024-00142"
    assert len(about.diary_numbers) == len(set(about.diary_numbers))
    assert about.status == DocumentStatus.COMPLETE
    assert "quarantine" not in about.tables and all(table.num_rows for table in about.tables.values())


def test_a_format_is_what_the_header_claims(tmp_path: Path) -> None:
    assert subject(keep(tmp_path / "a")).original_format.version == told_paper.pdf()[5:8].decode()
    assert subject(markdown(tmp_path / "b")).original_format.media_type == "text/markdown"


def test_the_log_says_when_a_document_was_read(tmp_path: Path) -> None:
    archive = keep(tmp_path)
    assert times_of_reading(archive) == {told_paper.source().sha256: READ}


def test_a_reading_that_is_replaced_meanwhile_is_not_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = keep(tmp_path)
    versions = iter((Versions("1"), Versions("2")))
    monkeypatch.setattr(gathered, "versions_of", lambda *_: next(versions))
    with pytest.raises(CannotExport, match=r"läses in på nytt just nu\. Kör igen"):
        gather(archive, told_paper.source().sha256, READ)


def test_what_is_not_in_the_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="inte inläst ännu"):
        gather(keep(tmp_path), "0" * 64, READ)
