"""Square metres are one word with their raised figure; footnote marks stay apart."""

from __future__ import annotations

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


def test_footnote_marks_and_figures_on_the_line_are_left() -> None:
    marked = _words(("532", 0, False), ("2", 9.1, True))
    beside = _words(("m", 0, False), ("2", 3.1, False))
    apart = _words(("m", 0, False), ("2", 9.0, True))
    assert [len(join_raised(words)) for words in (marked, beside, apart)] == [2, 2, 2]
