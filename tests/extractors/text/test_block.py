"""What a block says, and the columns of one that has several."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.block import Block, columns_of
from extractors.text.text_lines import text_lines
from tests.extractors.drawing import draw


def block(kind: str, text: str) -> Block:
    (page,) = draw(text)
    return Block(kind, tuple(text_lines(page, find_lines(page), [])))


def test_a_lists_mark_is_not_said() -> None:
    assert block("item", "• Bryggan byts.").said == "Bryggan byts."
    assert block("item", "1. Bryggan byts.").said == "1. Bryggan byts."


def test_what_a_label_names_is_an_entry_a_line() -> None:
    named = block("text", "Bilagor      Karta över\n             området\n             Ritning")
    assert named.label == "Bilagor"
    assert named.labelled == ["Karta över området", "Ritning"]


def test_columns_are_read_one_after_the_other() -> None:
    found = columns_of(block("columns", "Siv Alm        Bo Ek\nordförande     sekreterare"))
    assert [[run.text for run in column] for column in found] == [
        ["Siv Alm", "ordförande"],
        ["Bo Ek", "sekreterare"],
    ]
