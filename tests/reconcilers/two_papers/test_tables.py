"""The tables of one paper as two readers have them: figure against figure."""

from __future__ import annotations

from reconcilers.two_papers.tables import Compared, compare_tables
from tests.reconcilers.made_tables import Made, make

COLUMNS = "Bokslut 2024 | Budget 2025"
ROWS = "Gata | 4 100 | 4 250\nPark | 2 300 | 2 410\nHamn | 900 | 935\nBad | 377 | 381"
Pair = tuple[str | None, str | None]


def compared(theirs: str, ours: str = ROWS, columns: str = COLUMNS) -> list[Compared]:
    return list(compare_tables(make(Made("T", COLUMNS, ours)), make(Made("T", columns, theirs))))


def differing(tables: list[Compared]) -> list[Pair]:
    pairs = [pair for table in tables for pair in table.pairs if pair.differs]
    return [(pair.a.raw if pair.a else None, pair.b.raw if pair.b else None) for pair in pairs]


def test_the_same_table_read_twice_has_every_figure_twice() -> None:
    (table,) = compared(ROWS)
    assert len(table.pairs) == 8 and differing([table]) == [] and table.labels == ()


def test_a_figure_misread_stands_beside_the_right_one() -> None:
    assert differing(compared(ROWS.replace("2 410", "2 470"))) == [("2 410", "2 470")]


def test_a_figure_that_one_reader_lost_stands_beside_none() -> None:
    assert differing(compared(ROWS.replace("| 935", "|"))) == [("935", None)]


def test_a_row_that_one_reader_lost_is_told_by_itself() -> None:
    tables = compared(ROWS.replace("Hamn | 900 | 935\n", ""))
    assert differing(tables) == [("900", None), ("935", None)]
    assert [(table.a is None, table.b is None) for table in tables] == [(False, False), (False, True)]


def test_a_label_misspelt_is_the_same_row_called_otherwise() -> None:
    (table,) = compared(ROWS.replace("Hamn", "Harnn"))
    assert [(label.a, label.b) for label in table.labels] == [("Hamn", "Harnn")]


def test_a_column_of_another_name_and_other_figures_is_another_column() -> None:
    other = "Gata | 4 100 | 17\nPark | 2 300 | 18\nHamn | 900 | 19\nBad | 377 | 20"
    alone = differing(compared(other, columns="Bokslut 2024 | Åk 9"))
    assert len(alone) == 8 and all(None in pair for pair in alone)


def test_a_table_in_two_pieces_is_paired_row_by_row() -> None:
    """The larger piece is the table, the rows of the other one are found again."""
    upper, lower = ROWS.splitlines()[:3], ROWS.splitlines()[3:]
    two = make(Made("T", COLUMNS, "\n".join(upper)), Made("T", COLUMNS, "\n".join(lower)))
    tables = list(compare_tables(make(Made("T", COLUMNS, ROWS)), two))
    assert sum(len(table.pairs) for table in tables) == 8 and differing(tables) == []


def test_another_table_is_told_on_both_sides() -> None:
    tables = compared("Lön | 11 | 12\nHyra | 13 | 14")
    assert {(table.a is None, table.b is None) for table in tables} == {(False, True), (True, False)}
