"""Rows from rules or from lines."""

from __future__ import annotations

import re

from extractors.pages.lines import find_lines
from extractors.tables.figure_rows import Region, Row
from extractors.tables.grid_rows import find_rows, typical_pitch
from schemas.page import Page, Word
from schemas.place import Box
from tests.extractors.drawing import PITCH
from tests.extractors.tables.test_grid import OPEN, RULED, region


def row_texts(text: str) -> tuple[list[str], bool]:
    rows, ruled = find_rows(region(text))
    return [" / ".join(line.line.text for line in row.lines) for row in rows], ruled


def test_without_rules_every_line_is_a_row_for_now() -> None:
    assert row_texts(OPEN) == ([" ".join(line.split()) for line in OPEN.splitlines()], False)


def test_lines_between_two_rules_are_one_row() -> None:
    texts, ruled = row_texts(RULED)
    assert ruled and "Norra 1 200 1 300 / badet" in texts and "Södra 2 400 2 500" in texts


def test_figures_under_each_other_are_two_rows_whatever_the_rules_show() -> None:
    texts, _ = row_texts(RULED.replace("badet      │         │        ", "Östra      │   4 100 │   4 20"))
    assert "Östra 4 100 4 20" in texts


def test_the_pitch_of_rows_is_that_of_most_of_them() -> None:
    rows = region(OPEN.replace("\nSödra", "\n\nVästra             2 000         2 100\nSödra")).rows
    assert typical_pitch(list(rows)) == PITCH


def placed(*lines: tuple[float, str]) -> list[list[str]]:
    """The rows that the lines make, each at its own height in points; a cell is 6 points wide."""
    words = [
        Word(match[0], Box(50 + 6 * match.start(), top, 50 + 6 * match.end(), top + 10), 10.0)
        for top, text in lines
        for match in re.finditer(r"\S+", text)
    ]
    page = Page(1, 595.0, 842.0, 0, tuple(words), ())
    rows = tuple(Row(line, at) for at, line in enumerate(find_lines(page)))
    found, _ = find_rows(Region(page, rows, None))
    return [[row.line.text for row in each.lines] for each in found]


def test_cells_centred_beside_taller_ones_are_of_their_row() -> None:
    assert placed(
        (100, "                      Beslutad"),
        (105, "Nr    Projekt"),
        (110, "                        utgift"),
        (130, "      Förskolan, sex"),
        (135, "7003                    64 000"),
        (140, "      avdelningar"),
        (160, "7004  Ishall            12 750"),
    ) == [
        ["Beslutad", "Nr Projekt", "utgift"],
        ["Förskolan, sex", "7003 64 000", "avdelningar"],
        ["7004 Ishall 12 750"],
    ]


def test_rows_set_close_are_rows() -> None:
    rows = placed((100, "7003  Förskola          64 000"), (107, "7004  Ishall            12 750"))
    assert len(rows) == 2
