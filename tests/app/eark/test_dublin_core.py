"""The record says what is known and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from app.eark.dublin_core import dublin_core
from app.eark.subject import Subject
from tests.app import told_paper
from tests.app.eark.made_packages import HOSTILE, keep, subject


def record(about: Subject) -> list[tuple[str, str | None]]:
    return [(each.tag.partition("}")[2], each.text) for each in ElementTree.fromstring(dublin_core(about))]


def test_a_document_is_described_by_what_it_prints(tmp_path: Path) -> None:
    about = replace(subject(keep(tmp_path, title="Budget 2026")), diary_numbers=("KS 1", "KS 2"))
    assert record(about) == [
        ("title", "Budget 2026"),
        ("creator", "Sjövalla kommun"),
        ("creator", "Kommunstyrelsen"),
        ("date", "2024-06-17"),
        ("type", "Text"),
        ("format", "application/pdf"),
        ("identifier", about.document_id),
        ("identifier", f"sha256:{about.sha256}"),
        ("identifier", "dnr KS 1"),
        ("identifier", "dnr KS 2"),
        ("source", told_paper.FILE),
        ("source", f"inkorg/{told_paper.FILE}"),
        ("language", "sv"),
    ]


def test_what_is_not_known_has_no_element(tmp_path: Path) -> None:
    silent = keep(tmp_path, title=None, municipality=None, body=None, meeting_date=None, language=None)
    told = dict(record(replace(subject(silent), diary_numbers=())))
    assert told.keys() == {"title", "type", "format", "identifier", "source"}
    assert told["title"] == told_paper.FILE


def test_a_hostile_title_is_text_whole_and_legal(tmp_path: Path) -> None:
    title = dict(record(replace(subject(keep(tmp_path)), title=HOSTILE)))["title"]
    assert title and title.startswith("]]> <script>") and title.endswith("å" * 5_000)
    assert "\ufffd\ufffd\ufffd\ufffdå" in title
