"""A § that must be there and is not is told, with where it should stand; sound numbers tell nothing."""

from __future__ import annotations

import pytest

from extractors.document import read_pages
from schemas.document import Extraction, Source
from schemas.warnings import Code
from tests.extractors.drawing import draw

TEXT = "Bryggan byts före sommaren, om pengarna räcker till det."
FIRST = "<SAMMANTRÄDESPROTOKOLL>   2031-05-04\n\nParagrafer   §§ {}\n"
EXTRACT = "<PROTOKOLLSUTDRAG>   2031-05-04\n\nParagrafer   §§ 14-30\n"


def reading(*sheets: str) -> Extraction:
    return read_pages(draw("\n=====\n".join(sheets)), Source("0" * 64, "drawn.pdf"), None)


def told(*sheets: str) -> list[str]:
    return [w.what for w in reading(*sheets).warnings if w.code == Code.STRUCTURE_INCOMPLETE]


def sheet(number: int, title: str = "Badplatsen") -> str:
    return f"<§ {number}   {title} {number}>\n\n{TEXT}\n"


def test_a_gap_between_two_numbers() -> None:
    assert told(sheet(14), sheet(16)) == [
        "1 paragraf som borde finnas är inte hittad: § 15 (mellan sida 1 och 2)."
    ]


def test_the_first_page_says_more_than_was_found() -> None:
    assert told(FIRST.format("13–18"), sheet(14), sheet(15)) == [
        "4 paragrafer som borde finnas är inte hittade: § 13 (mellan sida 1 och 2), §§ 16–18 (sida 3)."
    ]


@pytest.mark.parametrize(
    "sheets",
    [(sheet(14), sheet(15)), (FIRST.format("14-15"), sheet(14), sheet(15)), (EXTRACT, sheet(14))],
    ids=["run", "stated", "extract"],
)
def test_what_is_whole_is_not_told(sheets: tuple[str, ...]) -> None:
    assert told(*sheets) == []


def test_an_annex_between_parts_no_meeting() -> None:
    annex = "<Bilaga 1>\n\nRitning över bryggan, som är tolv meter lång.\n"
    head = "Protokoll           Miljönämnden\n\n"
    assert told(head + sheet(14), head + sheet(15), annex, head + sheet(16), head + sheet(17)) == []


def test_what_a_lost_matter_decided_is_not_its_neighbours() -> None:
    """The sign of § 15 is not found: what begins anew behind the recipients is its, and no one's."""
    own = "<Bakgrund>\n\nVägen är sliten.\n\n<Beslut>\n\nVägen lagas.\n\n<Delges>\n\nAkten\n"
    lost = "<Bakgrund>\n\nBryggan är sliten.\n\n<Beslut>\n\nBryggan rivs.\n"
    (first, last) = reading(f"<§ 14   Vägen>\n\n{own}\n{lost}", sheet(16)).decisions
    assert (first.decision_text, last.paragraph) == (("Vägen lagas.",), "16")
    (whole, _) = reading(f"<§ 14   Vägen>\n\n{own}\n{lost}", sheet(15)).decisions
    assert whole.decision_text == ("Bryggan rivs.",)
