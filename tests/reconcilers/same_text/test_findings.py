"""Faults planted in copies of a text are told; differences that are none are not."""

from __future__ import annotations

import pytest

from reconcilers.same_text.findings import tell_wording
from schemas.warnings import Code, Warned, warn
from tests.reconcilers.texts import findings_of, reading_of

Found = tuple[str, str, str | None, str | None]
HARBOUR = (
    "Ramen för hamnen uppgår till 14,2 mnkr under 2026, vilket är 0,8 mnkr mer än i år. "
    "Bryggan vid Sågudden ska inte rivas förrän Norra Lindholmen har fått en ny tilläggsplats. "
    "Kostnaden för muddring ökar med 3,5 procent när avtalet förnyas den 12 juni."
)
QUAY = "Kajen närmast slussen stängs för besökare under hela sommaren medan stenarna läggs om."


def told(*versions: str) -> list[Found]:
    """Kind, severity and the two readings of what is found in copies of one text, a part each."""
    reading = reading_of(*[[("Hamnen", [text, QUAY])] for text in versions])
    return [(f.kind, f.severity, f.expected, f.found) for f in findings_of(tell_wording, reading)]


PLANTED = [
    ("14,2 mnkr", "12,4 mnkr", ("number", "error", "14,2 mnkr", "12,4 mnkr")),
    ("14,2 mnkr", "14,2 tkr", ("unit", "error", "14,2 mnkr", "14,2 tkr")),
    ("under 2026", "under 2062", ("number", "error", "2026", "2062")),
    ("12 juni", "12 juli", ("number", "error", "12 juni", "12 juli")),
    ("Norra Lindholmen", "Norra Lindholmn", ("name", "error", "Norra Lindholmen", "Norra Lindholmn")),
    ("muddring", "mudring", ("wording", "notice", "muddring", "mudring")),
]


@pytest.mark.parametrize(("right", "wrong", "expected"), PLANTED)
def test_one_copy_of_three_is_wrong(right: str, wrong: str, expected: Found) -> None:
    assert told(HARBOUR, HARBOUR, HARBOUR.replace(right, wrong)) == [expected]
    assert told(HARBOUR.replace(right, wrong), HARBOUR, HARBOUR) == [expected]


@pytest.mark.parametrize(("right", "wrong"), [("ska inte rivas", "ska rivas"), ("ökar", "minskar")])
def test_what_turns_the_meaning_round_is_a_warning(right: str, wrong: str) -> None:
    ((kind, severity, expected, found),) = told(HARBOUR, HARBOUR, HARBOUR.replace(right, wrong))
    assert (kind, severity) == ("wording", "warning")
    assert right in str(expected) and wrong in str(found)


def test_a_sentence_left_out_is_told_with_its_words() -> None:
    first, middle, last = HARBOUR.split(". ")
    found = told(HARBOUR, f"{first}. {last}")
    assert found == [("missing_text", "notice", f"{middle}.", "(saknas)")]


def test_a_sentence_with_figures_left_out_of_a_faithful_copy_is_a_warning() -> None:
    text = f"{HARBOUR} Taxan höjs med 2 procent från nyår för alla båtplatser. {QUAY}"
    short = text.replace("Taxan höjs med 2 procent från nyår för alla båtplatser. ", "")
    reading = reading_of([("Hamnen", [text])], [("Hamnen", [short])])
    (finding,) = findings_of(tell_wording, reading)
    assert (finding.kind, finding.severity) == ("missing_text", "warning")


INNOCENT = [
    HARBOUR.replace("14,2 mnkr", "14 200 tkr"),
    HARBOUR.replace("14,2 mnkr", "14 mnkr"),
    HARBOUR.replace("2026", "2027").replace("14,2", "15,1").replace("12 juni", "11 juni"),
    HARBOUR.replace("hamnen", "färjeläget")
    .replace("14,2", "3,9")
    .replace("0,8", "0,2")
    .replace("3,5", "4,1"),
    HARBOUR.replace("för hamnen uppgår", "för hamnen, Kaj 2, uppgår").replace("14,2", "12,4"),
    HARBOUR.replace("muddring ökar med 3,5", "Muddring i AKTU ökar med 3,5").replace("12 juni", "21 juni"),
]


@pytest.mark.parametrize("other", INNOCENT)
def test_other_units_roundings_periods_and_subjects_are_no_error(other: str) -> None:
    assert [f for f in told(HARBOUR, other) if f[1] != "notice"] == []


def test_a_form_that_is_filled_in_is_no_copy() -> None:
    form = "Avdelningen redovisar för perioden ett överskott på {} mnkr jämfört med sin budget."
    departments = [
        (name, [form.format(n)]) for name, n in (("Gata", "1,2"), ("Park", "0,7"), ("Hamn", "3,1"))
    ]
    reading = reading_of(departments)
    assert findings_of(tell_wording, reading) == ()


def test_two_places_that_both_stand_elsewhere_are_no_slip() -> None:
    text = "Gatan genom {} får ny beläggning under hösten och cykelvägen breddas till tre meter."
    others = ["Skolan i Hagared byggs om.", "Skolan i Hogared byggs om."]
    reading = reading_of(
        [("En", [text.format("Hagared")]), ("Skolor", others)], [("Två", [text.format("Hogared")])]
    )
    assert findings_of(tell_wording, reading) == ()


def test_many_copies_make_one_finding_with_all_its_places() -> None:
    wrong = HARBOUR.replace("14,2", "12,4")
    reading = reading_of(*[[("Hamnen", [text])] for text in (HARBOUR, HARBOUR, wrong, HARBOUR)])
    (finding,) = findings_of(tell_wording, reading)
    assert [(claim.place.page, claim.raw) for claim in finding.evidence] == [
        (1, "14,2 mnkr"), (2, "14,2 mnkr"), (4, "14,2 mnkr"), (3, "12,4 mnkr"),
    ]  # fmt: skip
    assert all(claim.paragraph_id and claim.place.box for claim in finding.evidence)


def test_a_finding_names_at_most_24_places() -> None:
    wrong = HARBOUR.replace("14,2", "12,4")
    reading = reading_of(*[[("Hamnen", [HARBOUR])]] * 30, [("Hamnen", [wrong])])
    (finding,) = findings_of(tell_wording, reading)
    assert len(finding.evidence) == 24
    assert {claim.raw for claim in finding.evidence} == {"14,2 mnkr", "12,4 mnkr"}


def test_a_change_from_a_year_to_the_same_year() -> None:
    reading = reading_of([("En", ["Kostnaden har ökat från 41 200 kronor 2023 till 52 900 kronor 2023."])])
    (finding,) = findings_of(tell_wording, reading)
    assert (finding.kind, finding.severity) == ("wording", "warning")
    sound = reading_of([("En", ["Kostnaden har ökat från 41 200 kronor 2022 till 52 900 kronor 2023."])])
    assert findings_of(tell_wording, sound) == ()


def test_a_word_against_the_documents_own_spelling_of_it() -> None:
    texts = ["Miljöerna är många och miljöerna är slitna.", "Alla milöerna ska rustas upp."]
    ((finding),) = findings_of(tell_wording, reading_of([("En", texts)]))
    assert (finding.severity, finding.expected, finding.found) == ("notice", "Miljöerna", "milöerna")


def test_a_damaged_text_layer_proves_nothing() -> None:
    wrong = HARBOUR.replace("14,2", "12,4")
    damaged = {2: (warn(Code.LAYER_DAMAGED),)}
    reading = reading_of([("Hamnen", [HARBOUR])], [("Hamnen", [wrong])], warnings=damaged)
    assert findings_of(tell_wording, reading) == ()


@pytest.mark.parametrize("mended", [warn(Code.LAYER_REPLACED, count=9), warn(Code.LETTERS_BY_OCR)])
def test_a_sheet_that_ocr_has_mended_is_held_against_the_others(mended: Warned) -> None:
    wrong = HARBOUR.replace("14,2", "12,4")
    reading = reading_of([("Hamnen", [HARBOUR])], [("Hamnen", [wrong])], warnings={2: (mended,)})
    (finding,) = findings_of(tell_wording, reading)
    assert {claim.raw for claim in finding.evidence} == {"14,2 mnkr", "12,4 mnkr"}


def test_letters_that_ocr_read_are_no_slip_of_the_clerk() -> None:
    texts = ["Miljöerna är många och miljöerna är slitna.", "Alla milöerna ska rustas upp."]
    reading = reading_of([("En", texts)], warnings={1: (warn(Code.LETTERS_BY_OCR),)})
    assert findings_of(tell_wording, reading) == ()


def test_two_documents_that_contradict_each_other() -> None:
    earlier = reading_of([("Hamnen", [HARBOUR])], sha256="ab" * 32)
    later = reading_of([("Hamnen", [HARBOUR.replace("14,2", "12,4")])], sha256="cd" * 32)
    from reconcilers.same_text.duplicates import find_duplicates_between

    (finding,) = findings_of(tell_wording, later, find_duplicates_between(earlier, later), earlier)
    assert {claim.document_id for claim in finding.evidence} == {"ab" * 8, "cd" * 8}


def test_a_day_with_its_year_and_the_same_day_without_agree() -> None:
    text = "Utställningen om hamnens historia öppnar i det gamla magasinet den {} efter två års arbete."
    reading = reading_of(*[[("Hamnen", [text.format(day)])] for day in ("10 april 2031", "10 april")])
    assert [f for f in findings_of(tell_wording, reading) if f.severity == "error"] == []


def test_who_decides_said_before_the_words_or_in_a_heading_is_no_other_wording() -> None:
    clause = "att avgiften för tillsyn av båtplatser ska vara 1 340 kronor från den 1 januari 2031"
    for lead in ("Nämnden föreslår kommunfullmäktige", "Nämnden beslutar"):
        assert told(clause, f"{lead} {clause}") == []
    assert told(clause, f"Nämnden undrar fortfarande {clause}") != []
