"""Two columns of prose are read one after the other; a table's columns are not."""

from __future__ import annotations

from extractors.pages.reading_order import find_reading_order
from tests.extractors.drawing import draw

LEFT = [
    "De äldre vägarna i Berga ska",
    "rustas upp under det år som",
    "kommer och då behövs det mer",
    "pengar än vad som tidigare i",
    "planen har räknats fram till",
    "och med slutet av den här",
]
RIGHT = [
    "Parken vid ån har fått nya",
    "bänkar och träd planterade",
    "längs stigen mot den gamla",
    "kvarnen där barnen ofta har",
    "lekt under hela sommaren så",
    "länge ljuset har räckt till",
]


def read(left: list[str], right: list[str], above: str = "", below: str = "") -> list[str]:
    rows = [f"{a:<38}{b}" for a, b in zip(left, right, strict=True)]
    (page,) = draw("\n".join([above, *rows, "", "", "", "", below]))
    return [line.text for line in find_reading_order(page)]


def test_the_left_column_is_read_to_its_end_first() -> None:
    assert read(LEFT, RIGHT) == [*LEFT, *RIGHT]


def test_what_stands_above_and_below_the_columns_stays_there() -> None:
    above, below = (
        "En rubrik som går över båda spalterna på bladet",
        "Och en rad som står under båda spalterna",
    )
    assert read(LEFT, RIGHT, above, below) == [above, *LEFT, *RIGHT, below]


def test_figures_on_the_right_make_a_table_that_is_read_across() -> None:
    figures = [f"{n} 250" for n in range(6)]
    assert read(LEFT, figures) == [f"{a} {b}" for a, b in zip(LEFT, figures, strict=True)]


def test_short_labels_on_the_left_are_no_column_of_prose() -> None:
    labels = [text.split()[0] for text in LEFT]
    assert read(labels, RIGHT)[0] == f"{labels[0]} {RIGHT[0]}"


def test_a_few_lines_side_by_side_are_no_columns() -> None:
    assert read(LEFT[:3], RIGHT[:3])[0] == f"{LEFT[0]} {RIGHT[0]}"
