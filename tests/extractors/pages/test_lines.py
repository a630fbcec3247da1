"""Words become lines, and lines are cut where a gap is wider than a space."""

from __future__ import annotations

from extractors.pages.lines import Line, find_lines
from schemas.page import Page, Word
from schemas.place import Box
from tests.extractors.drawing import draw


def lines_of(text: str) -> list[Line]:
    (page,) = draw(text)
    return find_lines(page)


def sheet(*words: tuple[str, float, float, float]) -> Page:
    """Words by their text, left edge, top and type size."""
    return Page(1, 595, 842, 0, tuple(
        Word(text, Box(x, top, x + 0.5 * size * len(text), top + size), size) for text, x, top, size in words
    ))  # fmt: skip


def test_lines_come_from_the_top_and_their_words_from_the_left() -> None:
    page = sheet(("två", 80, 120, 10), ("först", 60, 100, 10), ("ett", 60, 120, 10))
    assert [line.text for line in find_lines(page)] == ["först", "ett två"]


def test_a_raised_footnote_mark_stands_on_its_word_s_line() -> None:
    (line,) = find_lines(sheet(("Kommunbidrag", 60, 100, 10), ("1)", 121, 100.5, 6)))
    assert line.text == "Kommunbidrag 1)"


def test_lines_set_close_are_two() -> None:
    assert len(find_lines(sheet(("ett", 60, 100, 10), ("två", 60, 108, 10)))) == 2


def test_a_run_ends_where_the_gap_is_wider_than_a_justified_space() -> None:
    (line,) = lines_of("Nettokostnad  för  gator      4 250     4 310")
    assert [run.text for run in line.runs] == ["Nettokostnad", "för", "gator", "4 250", "4 310"]
    (close,) = lines_of("Nettokostnad för gator   4 250")
    assert [run.text for run in close.runs] == ["Nettokostnad för gator", "4 250"]


def test_a_line_has_the_size_of_most_of_its_characters() -> None:
    (line,) = find_lines(sheet(("x", 60, 100, 14), ("nettokostnad", 72, 102, 10)))
    assert line.size == 10


def test_a_line_is_bold_where_every_word_is() -> None:
    assert [line.bold for line in lines_of("<Summa intäkter>\n<Summa> intäkter\n<Summa> -")] == [
        True, False, True,
    ]  # fmt: skip
