"""Days that no calendar has are told, and no others."""

from __future__ import annotations

from reconcilers.slips.calendar import tell_odd_days
from schemas.kinds import Severity
from schemas.warnings import Code, warn
from tests.reconcilers.texts import findings_of, reading_of


def told(*texts: str) -> list[tuple[str | None, str | None, Severity]]:
    findings = findings_of(tell_odd_days, reading_of([("En", texts)]))
    return [(each.found, each.expected, each.severity) for each in findings]


def test_a_day_too_late_in_its_month_and_a_year_too_far_are_errors() -> None:
    texts = ("Lånet löper till den 31 december 3023.", "Svar lämnas senast 2024-02-30, helst den 31 juni.")
    assert [found for found, _, severity in told(*texts) if severity == Severity.ERROR] == [
        "31 december 3023",
        "2024-02-30",
        "31 juni",
    ]


def test_another_weekday_is_a_notice_that_names_the_right_one() -> None:
    assert told("Mötet hålls onsdagen den 17 juni 2024 i salen.") == [
        ("onsdagen den 17 juni 2024", "måndag", Severity.NOTICE)
    ]


def test_days_that_are_and_figures_that_are_no_days() -> None:
    sound = ("Måndagen den 17 juni 2024.", "den 29 februari 2024", "tomträtt till 31 mars 2099")
    numbers = ("dnr 2024-45-12", "under 30-31 april", "31 marsvin", "den 29 februari")
    assert told(*sound, *numbers) == []


def test_one_day_in_two_places_is_told_once() -> None:
    (finding,) = findings_of(tell_odd_days, reading_of([("En", ["Den 31 juni.", "Före den 31 juni."])]))
    assert len(finding.evidence) == 2
    assert finding.says == "”31 juni” på sidan 1: någon sådan dag finns inte."


def test_a_damaged_layer_tells_none() -> None:
    reading = reading_of([("En", ["Den 31 juni."])], warnings={1: (warn(Code.LAYER_DAMAGED),)})
    assert findings_of(tell_odd_days, reading) == ()
