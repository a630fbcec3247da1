"""Titles in large type over several lines are one heading: set in the middle, or all in capitals."""

from __future__ import annotations

from extractors.pages.lines import Line
from extractors.text.blocks import find_blocks
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


def _texts(*lines: tuple[str, float]) -> list[str]:
    """Blocks of a sheet of lines at those tops, each as wide as its letters, set 5 points a letter."""
    rows: list[tuple[Word, ...]] = []
    for text, top in lines:
        x = 60.0
        words: list[Word] = []
        for part in text.split():
            words.append(Word(part, Box(x, top, x + 5 * len(part), top + 10), 10))
            x += 5 * len(part) + 3
        rows.append(tuple(words))
    page = Page(1, 595, 842, 0, tuple(word for row in rows for word in row))
    drawn = [Line(page, row) for row in rows]
    return [block.text for block in find_blocks([list(text_lines(page, drawn, []))])]


def test_a_little_more_room_parts_paragraphs_only_where_a_sentence_ends() -> None:
    """The third line stands 17 points below the second, all others 14: the second has no room for a word."""
    first, second = (
        "Bryggan vid udden byggs om av kommunen i vår",
        "och den gamla bryggan får stå kvar till höst.",
    )
    third, fourth = (
        "Badet vid sjön stängs under hela den tid som",
        "arbetet pågår och öppnar sedan för alla igen.",
    )
    tops = (60.0, 74.0, 91.0, 105.0)
    assert _texts(*zip((first, second, third, fourth), tops, strict=True)) == [
        f"{first} {second}", f"{third} {fourth}",
    ]  # fmt: skip
    going_on = second.removesuffix(".")
    small = third.lower()
    assert _texts(*zip((first, going_on, small, fourth), tops, strict=True)) == [
        f"{first} {going_on} {small} {fourth}"
    ]
