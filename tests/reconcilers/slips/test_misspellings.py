"""Slips that a text gives away by itself."""

from __future__ import annotations

from dataclasses import replace

from reconcilers.known.known import know
from reconcilers.slips.misspellings import tell_slips
from schemas.document import Decision, Extraction
from tests.reconcilers.texts import reading_of


def slips(*texts: str) -> list[tuple[str, str]]:
    return tellings(reading_of([("En", texts)]))


def tellings(reading: Extraction) -> list[tuple[str, str]]:
    return [(each.expected, each.found) for each in tell_slips(reading, know(reading))]


def test_a_change_cannot_begin_and_end_in_one_year() -> None:
    ((expected, found),) = slips("Priset ökar från 12 kr 2022 till 14 kr 2022.")
    assert found == "från 12 kr 2022 till 14 kr 2022" and "2022" in expected
    assert slips("Priset ökar från 12 kr 2022 till 14 kr 2023.") == []


def test_figures_that_do_not_change_are_no_change_within_a_year() -> None:
    assert slips("Avgiften går från 12 kr 2022 till 12 kr 2022.") == []


def test_the_days_of_one_month_are_no_change_within_it() -> None:
    assert slips("Det gäller från och med den 1 april 2031 till och med den 30 april 2031.") == []


def test_a_small_word_twice_in_a_row() -> None:
    assert slips("Vägen är är lång.") == [("är", "är är")]
    assert slips("Han sade att det det handlar om är mycket.") == []


def test_an_unknown_word_a_letter_from_one_that_the_document_uses() -> None:
    texts = ("Kommunen bygger bostäder.", "Alla bostäder ska ha bad.", "Nya bostädr byggs.")
    assert slips(*texts) == [("bostäder", "bostädr")]


def test_a_word_that_stands_oftener_than_its_neighbour_is_no_slip() -> None:
    assert slips("Kommunen bygger bostäder.", "Nya bostädr byggs.", "Alla bostädr.") == []


def test_another_form_of_a_word_is_none_misspelt() -> None:
    assert slips("Vi ser åtgärden.", "Alla åtgärder.", "En åtgärd.") == []


def titled(memo: str, decision: str) -> Extraction:
    reading = reading_of([("En", ["Text."])], [("Två", ["Text."])])
    written = replace(reading.parts[1], title=memo)
    made = Decision("d", "p", None, "§ 5", None, decision, None, (), (), (), (), (), None, None, None, 1, 1)
    return replace(reading, parts=(reading.parts[0], written), decisions=(made,))


def test_a_matter_and_its_memo_under_two_titles() -> None:
    assert tellings(titled("Taxa för vatten och avlopp 2026", "Taxa för vatten och avlopp 2025")) == [
        ("Taxa för vatten och avlopp 2025", "Taxa för vatten och avlopp 2026")
    ]


def test_a_title_cut_short_is_the_same_title() -> None:
    assert tellings(titled("Taxa för vatten och avlopp 2026", "Taxa för vatten och avlopp")) == []
    assert tellings(titled("Begäran om bidrag till stadens teater", "Bidrag till stadens teater 2026")) == []
