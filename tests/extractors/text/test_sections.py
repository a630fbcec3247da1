"""Headings with level and parent, and the paragraphs under each."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.blocks import find_blocks
from extractors.text.matters import find_matters
from extractors.text.sections import Counted, Outline, find_outline
from extractors.text.text_lines import text_lines
from tests.extractors.drawing import draw

FIRST = Counted("d")


def outline(text: str, before: Counted = FIRST) -> Outline:
    blocks = find_blocks([list(text_lines(page, find_lines(page), [])) for page in draw(text)])
    return find_outline(blocks, find_matters(blocks).found, before)


NUMBERED = """<1 Ekonomi>

Text om ekonomin som helhet under året.

<1.1 Driften>

Text om driften under det gångna året.

<2 Personal>

Text om personalen under det gångna året."""


def test_a_number_tells_the_level_and_stands_apart_from_the_heading() -> None:
    found = outline(NUMBERED).sections
    assert [(s.number, s.heading, s.level) for s in found] == [
        ("1", "Ekonomi", 1), ("1.1", "Driften", 2), ("2", "Personal", 1),
    ]  # fmt: skip
    assert [s.parent_id for s in found] == [None, found[0].section_id, None]


def test_a_paragraph_stands_under_the_nearest_heading_above() -> None:
    found = outline(NUMBERED)
    headings = {s.section_id: s.heading for s in found.sections}
    assert [headings[p.section_id or ""] for p in found.paragraphs] == ["Ekonomi", "Driften", "Personal"]


def test_ids_count_on_from_the_parts_before() -> None:
    found = outline(NUMBERED, Counted("d", parts=2, sections=7, paragraphs=40))
    assert found.sections[0].section_id == "d-s0007" and found.sections[0].part_id == "d-p02"
    assert found.paragraphs[0].paragraph_id == "d-g00040"


def test_a_matter_s_title_is_level_one_and_its_sub_headings_stand_below() -> None:
    found = outline("<§ 7   Vägar>\n\n<Beslut>\nNämnden antar planen för vägarna.\n\n<§ 8   Parker>\n\nText.")
    assert [(s.heading, s.level) for s in found.sections] == [("Vägar", 1), ("Beslut", 2), ("Parker", 1)]
    assert found.matter_sections == (found.sections[0].section_id, found.sections[2].section_id)


def test_a_section_reaches_to_the_last_sheet_of_what_stands_in_it() -> None:
    text = "<1 Ekonomi>\n\nText om ekonomin som helhet under året.\n=====\nMer text om ekonomin under året."
    (section,) = outline(text).sections
    assert (section.first_page, section.last_page) == (1, 2)
