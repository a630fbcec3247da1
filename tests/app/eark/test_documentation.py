"""The guides say, in Swedish, what a person must know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.eark.documentation import about_original, about_package, about_reading
from archive.documents import Versions
from tests.app import told_paper
from tests.app.eark.made_packages import HOSTILE, keep, subject


def test_they_say_what_the_package_is_and_what_counts(tmp_path: Path) -> None:
    about = subject(keep(tmp_path))
    whole = about_package(about, "paragraf-1").decode()
    assert whole.startswith("Paketet paragraf-1\n==================\n") and told_paper.FILE in whole
    assert "FGS Paketstruktur 2.0" in whole and "Vid tvekan gäller originalet." in whole
    assert about.sha256 in about_original(about).decode()
    assert "2024-06-17T12:00:00+00:00" in about_original(about).decode()


def test_they_say_who_read_and_what_could_not_be_read(tmp_path: Path) -> None:
    about = replace(subject(keep(tmp_path)), warnings=())
    assert "Gjord av Paragraf 0.2.0.\nInget är känt som inte kunde läsas." in about_reading(about).decode()
    told = replace(about, versions=Versions("0.3", corrections="a"), warnings=("Blad 2 är oläst.",))
    text = about_reading(told).decode()
    assert "Gjord av Paragraf 0.3 och rättad av människor.\nVad som" in text and "Blad 2 är oläst." in text


def test_marks_that_no_text_file_should_hold_are_replaced(tmp_path: Path) -> None:
    assert b"\x00" not in about_package(replace(subject(keep(tmp_path)), title=HOSTILE), "p")
