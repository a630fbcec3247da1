"""What a § says of itself besides its paragraphs: all its diary numbers, and to whom it proposes."""

from __future__ import annotations

import pytest

from extractors.document import read_pages
from schemas.document import Decision, Source
from tests.extractors.drawing import draw

HEAD = "<SAMMANTRÄDESPROTOKOLL>                               2031-05-04\n\n"


def decision(text: str) -> Decision:
    (found,) = read_pages(draw(HEAD + text), Source("0" * 64, "drawn.pdf"), None).decisions
    return found


@pytest.mark.parametrize(
    ("decided", "to"),
    [
        ("Miljönämnden föreslår kommunfullmäktige besluta att höja avgiften.", "kommunfullmäktige"),
        ("Miljönämnden beslutar att höja avgiften.", None),
        ("Miljönämnden beslutade att föreslå kommunfullmäktige att höja avgiften.", "kommunfullmäktige"),
        ("Miljönämnden beslutar att begära att kommunstyrelsen betalar bryggan.", None),
    ],
)
def test_whom_a_decision_is_proposed_to(decided: str, to: str | None) -> None:
    found = decision(f"<§ 14   Taxa för båtplatser>\n\n<Beslut>\n{decided}\n")
    assert found.decision_text == (decided,)
    assert found.proposed_to == to


def test_all_diary_numbers_in_the_head_are_kept_the_first_where_it_was() -> None:
    found = decision(
        "<§ 14   Taxa för båtplatser>\nDnr MN 2031-00014 och MN 2030-00200\n\n<Beslut>\n\nAvgiften höjs.\n"
    )
    assert found.diary_number == "MN 2031-00014"
    assert found.diary_numbers == ("MN 2031-00014", "MN 2030-00200")


def test_a_diary_number_on_the_line_below_the_first_is_kept_too() -> None:
    found = decision(
        "<§ 14   Taxa för båtplatser>\nMN 2031-00014\nKS 2030-00200\n\n<Beslut>\n\nAvgiften höjs.\n"
    )
    assert found.diary_numbers == ("MN 2031-00014", "KS 2030-00200")


def test_what_stands_under_a_proposal_to_the_council_is_proposed_by_this_body() -> None:
    found = decision(
        "<§ 14   Taxa för båtplatser>\n\n<Nämnden beslutar>\n\natt godkänna underlaget.\n\n"
        "<Förslag till kommunfullmäktige>\n\natt avgiften höjs.\n"
    )
    assert found.proposed_to == "kommunfullmäktige"


def test_what_was_moved_and_how_it_ended_behind_the_clauses_is_not_decided() -> None:
    clauses = "Nämnden beslutar\n\natt höja avgiften, och\n\natt laga bryggan."
    found = decision(
        f"<§ 14   Taxa för båtplatser>\n\n{clauses}\n\n"
        "Ina By (C) yrkar avslag. Ordföranden finner att nämnden bifaller förslaget.\n\n"
        "Ordföranden avslutar mötet.\n"
    )
    assert found.decision_text[-1] == "att laga bryggan."
    kept = decision(f"<§ 14   Taxa>\n\n{clauses}\n\nParagrafen justeras omedelbart.\n")
    assert kept.decision_text[-1] == "Paragrafen justeras omedelbart."


def test_a_finding_of_the_chair_is_decided_where_no_clauses_stand_before_it() -> None:
    text = "Ordföranden finner att nämnden beslutar enligt förslaget."
    assert decision(f"<§ 14   Taxa>\n\n<Beslut>\n\n{text}\n").decision_text == (text,)


@pytest.mark.parametrize(
    "again",
    [
        "Nämnden beslutar\n\natt laga bryggan.",
        "Ordföranden fann att nämnden även beslutade att laga bryggan.",
    ],
)
def test_what_is_decided_behind_the_debate_is_kept(again: str) -> None:
    found = decision(
        "<§ 14   Taxa för båtplatser>\n\nNämnden beslutar\n\natt höja avgiften.\n\n"
        f"Ordföranden frågar om nämnden bifaller förslaget och finner att så sker.\n\n{again}\n"
    )
    assert found.decision_text[-1].endswith("att laga bryggan.")
    assert not any("frågar" in text for text in found.decision_text)
