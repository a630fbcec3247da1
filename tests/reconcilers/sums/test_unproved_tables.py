"""A table that ends in a sum of which nothing comes out is told: its digits may not be those on paper."""

from __future__ import annotations

from flows.readers.one_document import prove
from reconcilers.sums.checks import find_checks
from reconcilers.sums.unproved_tables import find_unproved_tables
from schemas.warnings import Code
from tests.reconcilers.made_tables import Made, make

SOUND = """
    Kansli | 1 250 | 1 300
    Bibliotek | 14 820 | 15 100
    Gårdar | 6 412 | 6 700
    Summa | 22 482 | 23 100"""
SWAPPED = SOUND.translate(str.maketrans("1738", "7183"))  # as a font's map may exchange them


def unproved(rows: str) -> int:
    reading = make(Made("Drift", "Utfall 2024 | Budget 2025", rows))
    return len(list(find_unproved_tables(reading, find_checks(reading))))


def test_a_sum_that_nothing_makes_up_is_told() -> None:
    assert (unproved(SOUND), unproved(SWAPPED)) == (0, 1)


def test_tables_without_a_sum_or_too_small_to_show_one_are_not() -> None:
    assert unproved(SWAPPED.replace("Summa", "Simhall")) == 0
    assert unproved("\n".join(SWAPPED.split("\n")[2:])) == 0


def test_it_is_a_warning_of_the_document_said_once_however_often_it_is_proved() -> None:
    reading = make(Made("Drift", "Utfall 2024 | Budget 2025", SWAPPED))
    once = prove(reading).extraction
    assert [w.code for w in prove(once).extraction.warnings] == [Code.NO_SUM_HOLDS]
