"""Sentences that one copy of a section has and another lacks."""

from __future__ import annotations

from dataclasses import replace

from reconcilers.same_text.missing_sentences import MISSING, tell_missing
from schemas.finding import Finding
from tests.reconcilers.structure.protocols import protocol
from tests.reconcilers.texts import findings_of, reading_of

FIRST = "Kommunstyrelsen har fått en skrivelse om de äldre vägarna i Berga."
MIDDLE = "Nämnden räknar med att arbetet kostar 500 tkr under de två första åren."
LAST = "Förvaltningen föreslår därför att planen för området antas i sin helhet."
END = "Ärendet har beretts tillsammans med de berörda byalagen i kommunen."


def missing(full: list[str], short: list[str], *more: str) -> tuple[Finding, ...]:
    whole, cut = " ".join(full), " ".join(short)
    return findings_of(tell_missing, reading_of([("Vägar", [whole])], [("Vägar", [cut, *more])]))


def test_a_sentence_cut_out_between_two_others_is_told_with_what_it_follows() -> None:
    (found,) = missing([FIRST, MIDDLE, LAST, END], [FIRST, LAST, END])
    assert (found.kind, found.expected, found.found) == ("missing_text", MIDDLE, MISSING)
    assert FIRST in found.says


def test_a_sentence_with_an_amount_weighs_more_than_one_without() -> None:
    with_amount, without = (
        missing([FIRST, lost, LAST, END], [FIRST, LAST, END])[0].severity
        for lost in (MIDDLE, "Nämnden räknar med att arbetet blir färdigt under de två första åren.")
    )
    assert (with_amount, without) == ("warning", "notice")


def test_a_last_sentence_cut_off_is_told() -> None:
    (found,) = missing([FIRST, MIDDLE, LAST, END], [FIRST, MIDDLE, LAST])
    assert found.expected == END


def test_copies_of_the_same_sentences_lack_nothing() -> None:
    assert missing([FIRST, MIDDLE, LAST], [FIRST, MIDDLE, LAST]) == ()


def test_sections_that_share_one_sentence_are_no_copies() -> None:
    """The sentence may be a form's."""
    assert missing([FIRST, MIDDLE], [FIRST]) == ()


def test_a_short_sentence_is_a_lead_in() -> None:
    assert missing([FIRST, "Nämnden beslutar följande.", LAST, END], [FIRST, LAST, END]) == ()


def test_two_matters_of_a_protocol_are_written_by_one_form_and_lack_nothing() -> None:
    texts = [" ".join([FIRST, MIDDLE, LAST, END]), " ".join([FIRST, LAST, END])]
    reading = reading_of([("Vägar", texts[:1]), ("Broar", texts[1:])])
    sections = [section.section_id for section in reading.sections]
    for numbers, told in ((("KS 1", "KS 1"), 1), (("KS 1", "KS 2"), 0)):
        decisions = tuple(
            replace(protocol([at]).decisions[0], decision_id=f"d{at}", section_id=own, diary_number=number)
            for at, (own, number) in enumerate(zip(sections, numbers, strict=True))
        )
        assert len(findings_of(tell_missing, replace(reading, decisions=decisions))) == told
