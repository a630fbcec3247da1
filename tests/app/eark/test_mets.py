"""METS says what it is told, in few words where few are asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from app.eark.files import PDF, PackageFile
from app.eark.mets import DOCUMENT, Agent, Contents, Group, mets, software
from tests.app.eark.made_packages import HOSTILE, MADE

NS = "{http://www.loc.gov/METS/}"
FILE = PackageFile("representations/rep1/data/å b.pdf", PDF, 7, "0" * 64)


ABOUT = Contents(
    "rep1",
    DOCUMENT,
    MADE,
    [software(), Agent("CREATOR", "ORGANIZATION", "A & B")],
    [Group("Representations/rep1/data", [FILE], DOCUMENT)],
    folder="representations/rep1",
)


def told(**more: Any) -> ElementTree.Element:
    return ElementTree.fromstring(mets(replace(ABOUT, **more)))


def test_paths_are_addresses_from_the_folder_of_the_mets() -> None:
    found = told().find(f".//{NS}FLocat")
    assert found is not None
    assert found.get("{http://www.w3.org/1999/xlink}href") == "data/%C3%A5%20b.pdf"


def test_a_label_is_short_and_legal() -> None:
    label = told(label=HOSTILE).get("LABEL")
    assert label and len(label) == 200 and label.endswith("…") and "\x00" not in label


def test_an_agreement_is_named_where_there_is_one() -> None:
    assert told().find(f".//{NS}altRecordID") is None
    found = told(agreement="RA 13-2011/5329").find(f".//{NS}altRecordID")
    assert found is not None
    assert (found.get("TYPE"), found.text) == ("SUBMISSIONAGREEMENT", "RA 13-2011/5329")


def test_agents_are_named_with_what_they_are() -> None:
    names = [(agent.get("TYPE"), agent[0].text) for agent in told().iter(f"{NS}agent")]
    assert names == [("OTHER", "Paragraf"), ("ORGANIZATION", "A & B")]
