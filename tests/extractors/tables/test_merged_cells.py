"""A cell drawn over several rows is one text of all of them; lines over the figures alone draw none."""

from __future__ import annotations

from tests.extractors.drawing import draw, tables_on

SPANNING = """┌─────────┬────────┬──────────┐
│ Mätning │ Urval  │     2031 │
├─────────┼────────┼──────────┤
│ Trygg   │ Antal  │       40 │
│         ├────────┼──────────┤
│ på väg  │ Andel  │      8,6 │
├─────────┼────────┼──────────┤
│ Ro      │ Antal  │       19 │
└─────────┴────────┴──────────┘"""


def first_column(text: str) -> list[tuple[str, int] | None]:
    (table,) = tables_on(draw(text))
    labels = [row.label for row in table.rows]
    return [(label.text, label.row_span) if label else None for label in labels]


def test_the_lines_of_one_cell_are_one_text_that_covers_its_rows() -> None:
    assert first_column(SPANNING) == [("Trygg på väg", 2), None, ("Ro", 1)]


def test_a_text_in_the_middle_of_its_cell_is_of_the_first_row_too() -> None:
    above, below = "│ Trygg   │ Antal ", "│ på väg  │ Andel "
    amid = SPANNING.replace(above, "│         │ Antal ").replace(below, "│ Trygg   │ Andel ")
    assert first_column(amid) == [("Trygg", 2), None, ("Ro", 1)]


def test_without_a_line_beside_it_no_row_is_parted_from_the_next() -> None:
    open_rows = SPANNING.replace("│         ├────────┼──────────┤", "│         │        │          │")
    assert [each and each[1] for each in first_column(open_rows)] == [1, 1, 1]


def test_a_label_beside_boxed_figures_is_in_no_cell() -> None:
    boxed = """┌─────────┬──────────┐
│ Flöde   │     2031 │
├─────────┼──────────┤
│ Resultat│   -1 193 │
│         ├──────────┤
│ Ränta   │      779 │
├─────────┼──────────┤
│ Summa   │     -414 │
└─────────┴──────────┘"""
    assert first_column(boxed) == [("Resultat", 1), ("Ränta", 1), ("Summa", 1)]
