"""Each entry of a protocol's attendance list becomes one block in the place of its lines."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.block import Block
from extractors.text.front import take_front
from extractors.text.text_lines import TextLine, text_lines
from tests.extractors.drawing import draw


def taken(text: str) -> list[TextLine | Block]:
    sheets: list[list[TextLine | Block]] = [
        list(text_lines(page, find_lines(page), [])) for page in draw(text)
    ]
    take_front(sheets)
    return [item for sheet in sheets for item in sheet]


LIST = """
Beslutande     Eva Carlén (S), ordförande
               Bo Lund (M)

Sekreterare    Anna Ek
"""


def test_a_label_and_its_names_are_one_block() -> None:
    entries = [item for item in taken(LIST) if isinstance(item, Block)]
    assert [[line.text for line in entry.lines] for entry in entries] == [
        ["Beslutande", "Eva Carlén (S), ordförande", "Bo Lund (M)"], ["Sekreterare", "Anna Ek"],
    ]  # fmt: skip


def test_what_belongs_to_no_entry_stays_a_line() -> None:
    lines = [item.text for item in taken(f"En rad för sig.\n\n{LIST}") if isinstance(item, TextLine)]
    assert lines == ["En rad för sig."]


def test_the_front_ends_at_the_first_matter() -> None:
    after = "§ 1   Vägar\nSekreterare    Anna Ek"
    items = taken(f"{LIST}\n{after}")
    assert [item.text for item in items if isinstance(item, TextLine)] == ["§ 1 Vägar", "Sekreterare Anna Ek"]
