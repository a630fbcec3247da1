"""A part's reading tells by positions what came of its blocks, and is decided before it is handed on."""

from __future__ import annotations

import ast
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from extractors.pages.lines import find_lines
from extractors.pages.running_heads import find_margins
from extractors.protocol.part_reading import PartReading, read_parts
from extractors.text.parts import ANNEX, PROTOCOL, PartCut
from schemas.page import Rule
from schemas.place import Box
from tests.extractors.drawing import draw

EXTRACTORS = Path(__file__).parents[3] / "extractors"
SHEETS = """
<§ 7   Badens avgifter>

<Beslut>
Nämnden höjer avgifterna.

<Underlag>
Så många besökte baden:

Tabell 3 Besök i baden
Bad         2030    2031
Norra       1 200   1 300
Södra       2 400   2 500
Summa       3 600   3 800

<§ 8   Nästa möte>
Nämnden möts i maj.
=====
<Bilaga 1>
Avgifterna gäller från 2032.
"""


@pytest.fixture(scope="module")
def parts() -> tuple[PartReading, ...]:
    pages = draw(SHEETS)
    margins = find_margins([(page, find_lines(page)) for page in pages])
    cuts = [PartCut(PROTOCOL, 1, 1, "drawn"), PartCut(ANNEX, 2, 2, "drawn")]
    return read_parts(pages, margins, cuts, "doc")


def test_a_caption_goes_with_its_table_and_out_of_the_running_text(parts: tuple[PartReading, ...]) -> None:
    protocol = parts[0]
    [table] = protocol.tables
    assert (table.caption, table.section and table.section.heading) == ("Tabell 3 Besök i baden", "Underlag")
    assert table.said == ("Så många besökte baden:",)
    kinds = {block.text: block.kind for block in protocol.blocks}
    assert kinds["Tabell 3 Besök i baden"] == "caption"
    assert "Tabell 3" not in " ".join(p.text for p in protocol.outline.paragraphs)


def test_each_section_has_its_own_blocks_and_paragraphs(parts: tuple[PartReading, ...]) -> None:
    protocol = parts[0]
    assert [matter.title for matter in protocol.matters] == ["Badens avgifter", "Nästa möte"]
    said = [
        [p.text for at in protocol.blocks_of(n) for p in protocol.outline.paragraphs_of[at]] for n in (0, 1)
    ]
    assert said == [["Nämnden höjer avgifterna.", "Så många besökte baden:"], ["Nämnden möts i maj."]]
    headings = {section.section_id: section.heading for section in protocol.outline.sections}
    assert [headings[s] for s in protocol.outline.matter_sections if s] == ["Badens avgifter", "Nästa möte"]


def test_ids_count_through_the_file(parts: tuple[PartReading, ...]) -> None:
    assert [part.part.part_id for part in parts] == ["doc-p00", "doc-p01"]
    sections = [section for part in parts for section in part.outline.sections]
    paragraphs = [paragraph for part in parts for paragraph in part.outline.paragraphs]
    assert [s.section_id for s in sections] == [f"doc-s{n:04d}" for n in range(len(sections))]
    assert [p.paragraph_id for p in paragraphs] == [f"doc-g{n:05d}" for n in range(len(paragraphs))]
    assert [s.section_index for s in sections] == list(range(len(sections)))


def test_nothing_changes_a_block_once_it_is_read(parts: tuple[PartReading, ...]) -> None:
    with pytest.raises(FrozenInstanceError):
        parts[0].blocks[0].kind = "caption"  # type: ignore[misc]


def test_no_extractor_keys_anything_by_where_it_lies_in_memory() -> None:
    """An id is another's as soon as its owner is gone, and says nothing when a value is copied."""
    calls = [
        f"{path.relative_to(EXTRACTORS)}:{node.lineno}"
        for path in EXTRACTORS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "id"
    ]
    assert calls == []


def headings(text: str, *shaded: Box) -> list[str]:
    (page,) = draw(text)
    page = replace(page, rules=tuple(Rule(box, filled=True, colour=0xEEEEEE) for box in shaded))
    margins = find_margins([(page, find_lines(page))])
    (part,) = read_parts([page], margins, [PartCut(ANNEX, 1, 1, "drawn")], "0" * 16)
    return [section.heading for section in part.outline.sections]


def test_a_bold_line_in_a_shaded_strip_is_a_heading_and_one_in_a_shaded_box_is_none() -> None:
    """The first line stands at 36 points, each other 14 farther down."""
    text = "<Bilaga 1>\n\n<Ekonomi>\n\nSå här gick det under året.\n\n<Viktigt>\nLäs det här."
    strip, box = Box(40, 60, 500, 80), Box(40, 116, 500, 150)
    assert headings(text, strip, box) == ["Bilaga 1", "Ekonomi"]
