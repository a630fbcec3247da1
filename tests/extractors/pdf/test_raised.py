"""Square metres are one word with their raised figure, and a footnote's mark is no digit."""

from __future__ import annotations

from dataclasses import replace

from extractors.pdf.raised import join_raised
from schemas.page import Word
from schemas.place import Box


def _words(*printed: tuple[str, float, bool]) -> list[Word]:
    """Words side by side: text, where it begins, and whether it is small and raised."""
    return [
        Word(
            text,
            Box(x0, 98.0 if up else 100.0, x0 + 3.0 * len(text), 104.0 if up else 110.0),
            5.8 if up else 10.0,
        )
        for text, x0, up in printed
    ]


def test_a_raised_figure_behind_a_metre_is_its_power() -> None:
    found = join_raised(
        _words(("70", 0, False), ("m", 10, False), ("2", 13.2, True), (",", 16.1, False), ("hus", 30, False))
    )
    assert [word.text for word in found] == ["70", "m²,", "hus"]
    assert found[1].box == Box(10.0, 100.0, 19.1, 110.0)


def test_a_small_raised_digit_is_a_mark_and_no_digit() -> None:
    marked = join_raised(_words(("532", 0, False), ("2", 9.1, True)))
    assert [word.text for word in marked] == ["532²"]
    assert [word.text for word in join_raised(_words(("Summa", 0, False), ("1)", 15.1, True)))] == ["Summa¹)"]


def test_stars_and_marks_at_five_sixths_of_the_size_are_marks() -> None:
    word = Word("Slakthuset", Box(61.0, 692.0, 100.5, 701.4), 9.49)
    star = Word("*", Box(100.5, 689.2, 104.5, 697.1), 7.91)
    figure = Word("985", Box(614.3, 692.0, 632.2, 701.4), 9.49)
    mark = Word("2)", Box(635.2, 689.2, 643.2, 697.1), 7.91)
    found = join_raised([star, word, figure, mark, replace(word, box=Box(61, 720, 100, 729))])
    assert [each.text for each in found] == ["Slakthuset*", "985²)", "Slakthuset"]


def test_figures_on_the_line_or_apart_are_left() -> None:
    beside = _words(("m", 0, False), ("2", 3.1, False))
    apart = _words(("m", 0, False), ("2", 9.0, True))
    assert [len(join_raised(words)) for words in (beside, apart)] == [2, 2]


def test_a_mark_that_comes_before_its_word_stands_behind_it() -> None:
    """PDFium gives what stands higher first."""
    printed = _words(("2", 9.1, True), ("532", 0, False), ("340", 40, False))
    assert [word.text for word in join_raised(printed)] == ["532²", "340"]


def test_the_mark_that_a_note_begins_with_stands_on_its_line() -> None:
    printed = _words(("1", 60, True), ("Avser", 63.5, False), ("bryggan", 90, False))
    mark, first, *_ = join_raised(printed)
    assert (mark.text, mark.box.top, first.text) == ("¹", 100.0, "Avser")


def test_two_marks_at_one_word_both_stay() -> None:
    printed = _words(("skatt", 0, False), ("1", 15.1, True), ("2", 15.6, True), ("höjs", 40, False))
    assert "".join(word.text for word in join_raised(printed)).count("¹") == 1
    assert any("2" in word.text or "²" in word.text for word in join_raised(printed))


def test_a_raised_letter_behind_a_year_is_a_mark() -> None:
    assert [w.text for w in join_raised(_words(("2031", 0, False), ("a", 12.1, True)))] == ["2031ᵃ"]
    assert len(join_raised(_words(("2031", 0, False), ("a", 12.1, False)))) == 2, "set as the year is"


def test_a_raised_letter_behind_a_small_number_is_of_the_ordinal() -> None:
    assert len(join_raised(_words(("1", 0, False), ("a", 3.1, True)))) == 2
    assert len(join_raised(_words(("2031", 0, False), ("x", 12.1, True)))) == 2, "notes have few letters"
