"""Figures that a cell too narrow for them has broken over two lines."""

from __future__ import annotations

from extractors.pages.lines import Line
from extractors.tables.broken_figures import join_broken_figures
from schemas.page import Page, Word
from schemas.place import Box

END = 200.0


def line(top: float, *words: tuple[str, float]) -> Line:
    """Words by their right edges, in type of 10 points, 5 a digit."""
    placed = tuple(Word(text, Box(end - 5 * len(text), top, end, top + 10), 10) for text, end in words)
    return Line(Page(1, 595, 842, 0, placed), placed)


def joined(upper: Line, lower: Line) -> list[str]:
    return [each.text for each in join_broken_figures([upper, lower])]


UPPER = line(100, ("221", 172), ("862", 189), ("00", END))


def test_the_pieces_are_one_figure_on_the_line_of_the_label() -> None:
    assert joined(UPPER, line(111, ("Summa", 90), ("0", END))) == ["Summa 221 862 000"]


def test_a_whole_figure_above_is_left_alone() -> None:
    whole = line(100, ("221", 172), ("862", 189), ("000", 206))
    assert len(joined(whole, line(111, ("Summa", 90), ("0", 206)))) == 2


def test_digits_that_do_not_end_where_the_piece_does_are_another_figure() -> None:
    assert len(joined(UPPER, line(111, ("Summa", 90), ("0", END + 40)))) == 2


def test_the_rest_has_just_the_digits_that_are_lacking() -> None:
    assert len(joined(UPPER, line(111, ("Summa", 90), ("12", END)))) == 2


def test_words_above_break_no_figure_and_neither_does_a_gap() -> None:
    words = line(100, ("Text", 172), ("862", 189), ("00", END))
    assert len(joined(words, line(111, ("Summa", 90), ("0", END)))) == 2
    assert len(joined(UPPER, line(130, ("Summa", 90), ("0", END)))) == 2


def test_a_digit_that_ends_a_figure_of_its_own_line_is_no_rest() -> None:
    assert len(joined(UPPER, line(111, ("Summa", 90), ("17", 190), ("0", END)))) == 2
