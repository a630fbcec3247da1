"""Two columns of prose are read one after the other; a table's columns are not."""

from __future__ import annotations

from dataclasses import replace

from extractors.pages.reading_order import find_reading_order
from schemas.page import Word
from schemas.place import Box
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


def test_a_column_that_begins_with_a_table_is_read_to_its_end_first() -> None:
    table = ["Vägar        120", "Parker       340", "Summa        460"]
    assert read([*LEFT, *LEFT], [*table, *RIGHT, *RIGHT[:3]])[: 2 * len(LEFT)] == [*LEFT, *LEFT]


def test_a_list_beside_prose_that_keeps_to_none_of_its_lines_is_read_after_it() -> None:
    (page,) = draw("\n".join([*LEFT, *LEFT]))
    words = [
        Word(name, Box(240, 40 + 9 * n, 340, 48 + 9 * n), 8)
        for n, name in enumerate(("Ek", "Al", "Björk", "Asp", "Rönn", "Sälg", "Hassel"))
    ]
    lines = find_reading_order(replace(page, words=(*page.words, *words)))
    assert [line.text for line in lines] == [*LEFT, *LEFT, *(word.text for word in words)]


def test_labels_that_keep_to_the_lines_of_prose_are_of_its_table() -> None:
    words = [text.split()[0] for text in RIGHT]
    assert read(LEFT, words)[0] == f"{LEFT[0]} {words[0]}"
