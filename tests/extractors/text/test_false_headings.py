"""Lines that look like headings and head no section."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.block import Block
from extractors.text.blocks import find_blocks
from extractors.text.text_lines import TextLine, text_lines
from tests.extractors.drawing import draw

TEXT = "Bryggan är sliten, och den ska bytas före sommaren om pengarna räcker."


def headings(text: str) -> list[str]:
    sheets: list[list[TextLine | Block]] = [
        list(text_lines(page, find_lines(page), [])) for page in draw(text)
    ]
    return [block.text for block in find_blocks(sheets) if block.kind == "heading"]


def test_the_kind_of_paper_above_a_title_heads_nothing() -> None:
    assert headings(f"<Tjänsteskrivelse>\n\n<Badplatsen i Norrvik>\n\n{TEXT}") == ["Badplatsen i Norrvik"]


def test_the_kind_of_paper_is_the_title_where_there_is_no_other() -> None:
    assert headings(f"<Tjänsteskrivelse>\n\n{TEXT}\n\n<Bakgrund>\n\n{TEXT}") == [
        "Tjänsteskrivelse",
        "Bakgrund",
    ]
