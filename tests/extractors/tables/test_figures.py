"""Printed runs cut into figures."""

from __future__ import annotations

import pytest

from extractors.pages.lines import Run
from extractors.tables.figures import cut_at_edges, cut_figures
from schemas.page import Word
from schemas.place import Box


def run(*words: str, gap: float = 3.0) -> Run:
    """Words in type of 10 points, 5 a character, so far apart."""
    placed, x = [], 100.0
    for word in words:
        placed.append(Word(word, Box(x, 100, x + 5 * len(word), 110), 10))
        x += 5 * len(word) + gap
    return Run(tuple(placed))


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (("12", "345", "678", "1,2"), ["12 345 678", "1,2"]),
        (("12", "345"), ["12 345"]),
        (("12", "345", "tkr", "och"), ["12 345 tkr och"]),
        (("Summa", "12", "13,5"), ["Summa 12 13,5"]),
        (("1", "269", "(19,9", "%)"), ["1 269 (19,9 %)"]),  # a share is of the figure's own cell
        (("63", "(18,5%)"), ["63 (18,5%)"]),
    ],
)
def test_a_run_of_nothing_but_figures_is_cut(words: tuple[str, ...], figures: list[str]) -> None:
    assert [piece.text for piece in cut_figures(run(*words))] == figures


def test_groups_of_three_farther_apart_than_thousands_are_two_figures() -> None:
    assert [piece.text for piece in cut_figures(run("12,5", "345", gap=8))] == ["12,5", "345"]


def test_a_range_of_notes_set_as_words_are_is_one() -> None:
    assert [piece.text for piece in cut_figures(run("5", "-", "8"))] == ["5 - 8"]


def test_two_columns_that_read_as_one_figure_are_cut_where_one_ends() -> None:
    tight = run("44", "345")
    assert [piece.text for piece in cut_at_edges(tight, [110.0, 128.0])] == ["44", "345"]
    assert cut_at_edges(tight, [128.0]) == [tight]


def test_no_figure_begins_with_a_nought() -> None:
    """ "44 000" is one figure wherever a column ends inside it."""
    assert len(cut_at_edges(run("44", "000"), [110.0])) == 1
