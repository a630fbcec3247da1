"""What heads a section, by type, place and words; titles over several lines are one heading."""

from __future__ import annotations

from extractors.pages.lines import Line
from extractors.text.blocks import find_blocks
from extractors.text.headings import number_of
from extractors.text.text_lines import text_lines
from schemas.page import Page, Word
from schemas.place import Box


def _headings(*lines: tuple[str, float, float, float]) -> list[str]:
    """Headings of a sheet with running text below: each line's text, left edge, top and type size."""
    placed = [
        *lines,
        *((f"Bryggan byggdes år {year} av trä.", 60.0, 300.0 + 14 * year, 10.0) for year in range(4)),
    ]
    rows = []
    for text, x0, top, size in placed:
        word = Word(text, Box(x0, top, x0 + 0.5 * size * len(text), top + size), size, bold=size > 12)
        rows.append((word, top))
    page = Page(1, 595, 842, 0, tuple(word for word, _ in rows))
    blocks = find_blocks([list(text_lines(page, [Line(page, (word,)) for word, _ in rows], []))])
    return [block.text for block in blocks if block.kind == "heading"]


def test_a_year_below_a_title_set_in_the_middle_belongs_to_it() -> None:
    assert _headings(("Budgetram – Talousarviokehys", 100, 60, 24), ("2023", 244, 89, 24)) == [
        "Budgetram – Talousarviokehys 2023"
    ]


def test_a_title_in_capitals_goes_on_below() -> None:
    assert _headings(("RAPPORT OM BRYGGAN", 60, 60, 20), ("VID LOTSUDDEN", 60, 92, 20)) == [
        "RAPPORT OM BRYGGAN VID LOTSUDDEN"
    ]


def test_two_headings_that_stand_apart_are_two() -> None:
    assert _headings(("Ekonomi", 60, 60, 20), ("Driften", 60, 92, 20)) == ["Ekonomi", "Driften"]


def test_a_line_of_capitals_with_room_around_it_heads_what_follows() -> None:
    assert _headings(("BRYGGANS SKÖTSEL", 60, 270, 10)) == ["BRYGGANS SKÖTSEL"]


def test_a_line_of_capitals_close_above_the_next_heads_nothing() -> None:
    assert _headings(("BRYGGANS SKÖTSEL", 60, 287, 10)) == []


def test_a_bold_sentence_is_no_heading() -> None:
    assert _headings(("Bryggan stängs på kvällen.", 60, 270, 11)) == []


def test_the_number_of_a_heading_is_kept_apart() -> None:
    page = Page(1, 595, 842, 0, ())
    numbers = []
    for text in ("3.2 Bryggan", "Bryggan 3.2", "12. Bryggan", "2031 Bryggan"):
        words = tuple(
            Word(part, Box(60 + 90 * at, 60, 140 + 90 * at, 70), 10) for at, part in enumerate(text.split())
        )
        numbers.append(number_of(next(iter(text_lines(page, [Line(page, words)], [])))))
    assert numbers == ["3.2", None, "12", None]


def test_a_heading_that_goes_on_with_a_small_letter_may_have_wide_lines() -> None:
    long = ("Protokoll från styrelsens", 60, 60, 16)
    assert _headings(long, ("sammanträde i maj", 60, 84, 16)) == [
        "Protokoll från styrelsens sammanträde i maj"
    ]
    assert _headings(long, ("Sammanträde i maj", 60, 84, 16)) == [long[0], "Sammanträde i maj"]
