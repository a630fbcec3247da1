"""What a document says of itself on its first sheet, and when it says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractors.document import read_pages
from schemas.document import Extraction, Source
from tests.extractors.drawing import draw

PROTOCOL = """SJÖVALLA KOMMUN                 SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
Sammanträdesdatum 2031-06-17



§ 12 Budget för hamnen
Kommunstyrelsen beslutar att anta budgeten för hamnen,
och att den ska gälla från det att beslutet är fattat."""


def read(text: str) -> Extraction:
    return read_pages(draw(text), Source("0" * 64, "x.pdf"), None)


def test_the_day_and_the_body_are_read_off_the_head() -> None:
    found = read(PROTOCOL)
    assert (found.meeting_date, found.body) == (date(2031, 6, 17), "Kommunstyrelsen")


def test_a_paper_that_says_none_of_it_has_none() -> None:
    found = read("Hamnen ska byggas om, och det kostar mer än vad som var väntat.")
    assert (found.municipality, found.body, found.meeting_date) == (None, None, None)


def test_a_board_of_two_words_in_capitals_and_a_directorate_are_bodies() -> None:
    assert read(PROTOCOL.replace("Kommunstyrelsen\n", "Direktionen\n", 1)).body == "Direktionen"
    head = PROTOCOL.replace("Kommunstyrelsen\n", "BARN- OCH UTBILDNINGSNÄMNDEN\n", 1).split("§")[0]
    assert read(head).body == "Barn- och utbildningsnämnden"


def test_a_report_has_no_body_from_its_rows_or_from_what_it_tells_of_others() -> None:
    report = """Mål och nyckeltal

{}

Nämnd                  2030       2031
Kommunstyrelsen       1 200      1 300
Kulturnämnden         2 400      2 500"""
    assert (
        read(report.format("Kommunfullmäktige har beslutat om tre mål som alla är nådda i år.")).body is None
    )
    assert (
        read(report.format("Kulturnämnden och Miljönämnden har beslutat om tre nya mål i år.")).body is None
    )
    told = read(report.format("Rapporten visar hur Kulturnämnden har nått sina mål under hela året."))
    assert told.body == "Kulturnämnden"


def test_a_report_is_called_what_its_head_says_in_large_type_on_every_sheet() -> None:
    rows = "Konto            2031      2030\nAvgifter      1 {0}00     1 200\nHyror         2 {0}00     2 200"
    pages = draw(
        "=====\n".join(f"RESULTATRAPPORT\nSida {n} av 3\n\n\n\n{rows.format(n)}\n" for n in (1, 2, 3))
    )
    large = [
        replace(
            page, words=tuple(replace(w, size=18) if w.text == "RESULTATRAPPORT" else w for w in page.words)
        )
        for page in pages
    ]
    assert read_pages(large, Source("0" * 64, "x.pdf"), None).title == "RESULTATRAPPORT"


def test_a_day_under_its_label_goes_before_the_day_of_an_extract() -> None:
    sheets = "=====\n".join(
        f"SJÖVALLA KOMMUN       PROTOKOLLSUTDRAG\nKommunstyrelsen       Sammanträdesdatum\n"
        f"                      2031-06-17\n\n\n\n{text}\n⋮\nUtdraget bestyrks 2031-06-25\n"
        for text in (
            "<§ 12 Budget för hamnen>\n\n<Beslut>\n\nBudgeten antas.",
            "Hamnen ska byggas om.",
            "Se ovan.",
        )
    )
    assert read(sheets).meeting_date == date(2031, 6, 17)


def test_when_rules_were_adopted_is_no_meetings_day() -> None:
    rules = "SJÖVALLA KOMMUN\n\n<Taxa för bryggor>\n\nAvgiften tas ut per år.\n⋮\n"
    rules += "{} av kommunfullmäktige 2031-11-24, § 143"
    assert read(rules.format("Antagen")).meeting_date is None


def test_a_region_names_itself_first_and_is_none_to_whom_a_letter_goes() -> None:
    text = "{}\n\n<Yttrande>\n\nHamnen ska byggas om, och det kostar mer än vad som var väntat."
    assert read(text.format("Region Norrskog")).municipality == "Region Norrskog"
    assert read(text.format("Till\nRegion Norrskog")).municipality is None
