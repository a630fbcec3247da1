"""Where one paragraph of drawn lines ends and the next begins."""

from __future__ import annotations

from extractors.pages.lines import Line
from extractors.text.blocks import find_blocks
from extractors.text.text_lines import text_lines
from schemas.page import Page, Word
from schemas.place import Box


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
