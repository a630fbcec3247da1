"""Sheets whose printed numbers count up to one total."""

from __future__ import annotations

from reconcilers.structure.printed_pages import PageRun, find_page_runs
from tests.reconcilers.structure.protocols import protocol


def runs(*printed: str | None) -> list[PageRun]:
    return find_page_runs(protocol([14], printed=printed).pages)


def test_two_papers_in_one_file_are_two_runs() -> None:
    assert runs("1(2)", "2(2)", "Sida 1 av 3", "Sida 2 av 3", "Sida 3 av 3") == [
        PageRun(1, 2, 2, 2),
        PageRun(1, 3, 3, 3),
    ]


def test_numbers_without_a_total_say_nothing() -> None:
    assert runs("1", "2", None) == []
    assert runs(None, None) == []


def test_a_sheet_more_than_the_total_does_not_hold() -> None:
    (run,) = runs("1(2)", "2(2)", "3(2)")
    assert not run.holds
