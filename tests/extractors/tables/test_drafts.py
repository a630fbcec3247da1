"""What a table's draft knows of the text around it, which may tell its title and its unit."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.pages.running_heads import find_margins
from extractors.protocol.part_reading import read_parts
from extractors.tables.drafts import Draft
from extractors.text.parts import PROTOCOL, PartCut
from schemas.kinds import Engine
from tests.extractors.drawing import draw

TABLE = """Bad         2030    2031
Norra       1 200   1 300
Södra       2 400   2 500"""


def drafts(text: str) -> tuple[Draft, ...]:
    pages = draw(text)
    margins = find_margins([(page, find_lines(page)) for page in pages])
    (part,) = read_parts(pages, margins, [PartCut(PROTOCOL, 1, len(pages), "drawn")], "doc")
    return part.tables


def test_a_draft_has_all_that_its_section_says_and_nothing_of_the_next() -> None:
    text = (
        f"<§ 7   Baden>\nBaden är två.\n\n{TABLE}\n\nSiffrorna är säkra.\n\n<§ 8   Badhusen>\nDe är stängda."
    )
    (draft,) = drafts(text)
    assert draft.section is not None and draft.section.heading == "Baden"
    assert draft.said == ("Baden är två.", "Siffrorna är säkra.")


def test_a_draft_without_a_section_has_nothing_said_of_it() -> None:
    (draft,) = drafts(TABLE)
    assert (draft.section, draft.said, draft.caption) == (None, (), None)


def test_a_draft_is_paragraf_s_own_reading_until_another_s_is_kept() -> None:
    (draft,) = drafts(TABLE)
    assert draft.engine == Engine.PARAGRAF and draft.warnings == ()


def test_what_stands_above_a_draft_names_it() -> None:
    (draft,) = drafts(f"<§ 7   Baden>\nBaden är två, och båda har öppet.\n\n{TABLE}")
    assert draft.words_above == ("Baden är två, och båda har öppet.", "Baden")
    assert drafts(TABLE)[0].words_above == ()
