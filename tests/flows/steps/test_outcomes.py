"""What became of each file decides what the run is called and how its command ends."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from flows.readers.answers import Reading
from flows.steps.outcomes import Outcome, Report
from schemas.document import Source
from schemas.errors import ExitStatus
from schemas.finding import Check, Finding, Reconciliation
from schemas.kinds import CheckKind, Fate, FindingKind, Severity
from schemas.warnings import Code, warn
from tests.flows.stand_ins import reading_of

SOURCE = Source("ab" * 32, "påhittad.pdf")


def report(*fates: Fate) -> Report:
    return Report(tuple(Outcome(f"{number}.pdf", fate) for number, fate in enumerate(fates)))


@pytest.mark.parametrize(
    ("fates", "status", "news"),
    [
        ((), ExitStatus.NOTHING_FOUND, False),
        ((Fate.PASSED_OVER, Fate.PASSED_OVER), ExitStatus.NOTHING_FOUND, False),
        ((Fate.INGESTED, Fate.UNCHANGED, Fate.DUPLICATE, Fate.PASSED_OVER), ExitStatus.OK, False),
        ((Fate.INGESTED, Fate.QUARANTINED), ExitStatus.SOME_FAILED, True),
        ((Fate.STILL_QUARANTINED,), ExitStatus.SOME_FAILED, False),
        ((Fate.WAITING,), ExitStatus.SOME_FAILED, False),
        ((Fate.NOT_OPENED,), ExitStatus.SOME_FAILED, True),
    ],
)
def test_how_a_run_ends_follows_from_the_files(
    fates: tuple[Fate, ...], status: ExitStatus, news: bool
) -> None:
    made = report(*fates)
    assert (made.exit_status, made.has_new_failures) == (status, news)
    assert made.tally == {fate: fates.count(fate) for fate in set(fates)}
    assert bool(made.failures) == (status == ExitStatus.SOME_FAILED)


def test_a_reading_is_counted_by_what_was_read_found_and_proved() -> None:
    def check(found: int) -> Check:
        return Check("c", "d", CheckKind.SUM, Decimal(1), Decimal(found), Decimal(0), (), (), "Summa.")

    finding = Finding("f", "d", FindingKind.SUM, Severity.ERROR, "Fel.", None, None, ())
    proved = Reconciliation("d", (), (check(1), check(2)), (finding, finding))
    outcome = Outcome("a.pdf", Fate.INGESTED).with_reading(Reading(reading_of(SOURCE, n_facts=4), proved))
    assert dict(outcome.counts) == {
        **{"decisions": 1, "tables": 1, "facts": 4, "amounts": 1},
        **{"errors": 2, "warnings": 0, "notices": 0, "checks": 2, "checks_held": 1},
    }
    twice = Report((outcome, replace(outcome, file="b.pdf"), Outcome("c.pdf", Fate.UNCHANGED)))
    assert (twice.count("facts"), twice.count("checks_held"), twice.count("pages")) == (8, 2, 0)


def test_a_sheet_s_warning_is_told_with_its_sheet_unless_the_document_says_it_already() -> None:
    reading = reading_of(SOURCE)
    lost = warn(Code.OCR_FAILED, error="x")
    sheet = replace(reading.pages[0], warnings=(lost,))
    told = Reading(replace(reading, pages=(sheet,)), Reconciliation("d"))
    warnings = Outcome("a.pdf", Fate.INGESTED).with_reading(told).warnings
    assert warnings[0] == "ett påhittat dokument" and len(warnings) == 2
    assert warnings[1] == lost.on(1).says
    said = replace(reading, pages=(sheet,), warnings=(lost.on(1),))
    again = Outcome("a.pdf", Fate.INGESTED).with_reading(Reading(said, Reconciliation("d")))
    assert again.warnings == (lost.on(1).says,)
