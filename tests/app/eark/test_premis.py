"""PREMIS tells when the file came in, when it was read and by what, and when it was packed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from app.eark.files import PDF, PackageFile
from app.eark.premis import History, premis
from app.eark.subject import Subject
from schemas.kinds import DocumentStatus
from tests.app import told_paper
from tests.app.eark.made_packages import DELIVERY, MADE, READ, keep, subject

NS = {"p": "http://www.loc.gov/premis/v3"}
FILE = PackageFile("representations/rep1/data/original.pdf", replace(PDF, version="1.4"), 7, "0" * 64)


def history(about: Subject) -> ElementTree.Element:
    told = History("paragraf-1", about, DELIVERY, "representations/rep1", FILE, "representations/rep2", [])
    return ElementTree.fromstring(premis(told))


def events(root: ElementTree.Element) -> list[tuple[str | None, str | None, str | None]]:
    paths = ("p:eventType", "p:eventDateTime", ".//p:eventOutcome")
    return [tuple(event.findtext(path, None, NS) for path in paths) for event in root.iterfind("p:event", NS)]  # type: ignore[misc]


def test_events_stand_in_the_order_of_time(tmp_path: Path) -> None:
    assert events(history(subject(keep(tmp_path)))) == [
        ("ingestion", told_paper.NOON.isoformat(), "success"),
        ("metadata extraction", READ.isoformat(), "success"),
        ("message digest calculation", MADE.isoformat(), "success"),
        ("information package creation", MADE.isoformat(), "success"),
    ]


def test_what_could_not_be_read_is_told_with_the_reading(tmp_path: Path) -> None:
    about = replace(subject(keep(tmp_path)), status=DocumentStatus.PARTIAL, warnings=("Blad 2 är oläst.",))
    root = history(about)
    assert events(root)[1][2] == "warning"
    assert root.findtext(".//p:eventOutcomeDetailNote", None, NS) == "Blad 2 är oläst."


def test_a_reading_whose_time_nobody_noted_says_so(tmp_path: Path) -> None:
    root = history(replace(subject(keep(tmp_path)), read=None))
    assert events(root)[1][1] == told_paper.NOON.isoformat()
    details = [each.text or "" for each in root.iterfind(".//p:eventDetail", NS)]
    assert "läsningens egen är inte känd" in details[1]


def test_the_original_is_an_object_with_its_name_format_and_digest(tmp_path: Path) -> None:
    root = history(subject(keep(tmp_path)))
    assert root.findtext(".//p:originalName", None, NS) == told_paper.FILE
    assert root.findtext(".//p:formatVersion", None, NS) == "1.4"
    assert root.findtext(".//p:messageDigest", None, NS) == FILE.sha256
    assert [each.text for each in root.iterfind(".//p:agentName", NS)] == [
        "Paragraf", "Paragraf", DELIVERY.submitter,
    ]  # fmt: skip
