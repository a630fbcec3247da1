"""Organisations in two spellings within one document."""

from __future__ import annotations

from reconcilers.known.known import know
from reconcilers.slips.organisations import tell_organisation_names
from tests.reconcilers.texts import reading_of

LONG = "och därför behöver de äldre vägarna rustas upp under året."


def told(*texts: str) -> list[tuple[str, str]]:
    reading = reading_of([("En", texts)])
    return [(each.expected, each.found) for each in tell_organisation_names(reading, know(reading))]


def test_the_form_that_most_places_have_is_the_right_one() -> None:
    texts = [f"I Sjövalla Kommun byggs det {LONG}", f"Sjövalla kommun växer {LONG}"]
    assert told(*texts, f"Hos Sjövalla kommun finns planer {LONG}") == [
        ("Sjövalla kommun", "Sjövalla Kommun")
    ]


def test_capitals_on_a_line_of_its_own_mean_nothing() -> None:
    """ "Sjövalla Kommun" as a signature beside "Sjövalla kommun" in the text."""
    assert told(f"Sjövalla kommun växer {LONG}", "Sjövalla Kommun") == []


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    assert told(f"Alla Barn ska läsa {LONG}", f"Alla barn ska simma {LONG}") == []


def test_what_goes_on_is_another_name() -> None:
    assert told(f"I Sjövalla Kommun AB sitter fem {LONG}", f"I Sjövalla kommun bor fler {LONG}") == []


def test_the_joining_s_is_told_by_the_words_that_follow_it() -> None:
    texts = ("Kvalitets- och miljöavdelningen svarar.", "Kvalitets- och miljöavdelningen kom.")
    assert told(*texts, "Kvalitet- och miljöavdelningen gick.") == [
        ("Kvalitets- och miljöavdelningen", "Kvalitet- och miljöavdelningen")
    ]
    assert told(texts[0], "Kvalitet- och miljönämnden gick.") == []
