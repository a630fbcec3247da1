"""A line above a table is its caption where it names nothing else."""

from __future__ import annotations

import pytest

from extractors.pages.lines import find_lines
from extractors.tables.captions import find_captions, leads_in
from extractors.tables.stitch import LogicalTable
from extractors.text.block import Block
from extractors.text.blocks import find_blocks
from extractors.text.text_lines import text_lines
from tests.extractors.drawing import draw

TEXT = "Nämnden har haft lägre kostnader än väntat, och det mesta beror på snön."
ROWS = ("Väg   100   200", "Park   300   400")


def captions(text: str, *, has_matters: bool = False) -> list[str]:
    """The captions of the tables, each drawn as "|" for its rows."""
    drawn = text.replace("|", "\n".join(ROWS))
    lines = [line for page in draw(drawn) for line in text_lines(page, find_lines(page), [])]
    items: list[Block] = []
    tables: dict[int, LogicalTable] = {}
    for line in lines:
        if line.text.split()[0] in ("Väg", "Park"):
            rows = Block("table", (line,), table=0)
            if items and items[-1].kind == "table":
                items[-1] = Block("table", (*items[-1].lines, line), table=0)
            else:
                items.append(rows)
        else:
            items += find_blocks([[line]])
    for at, block in enumerate(items):
        if block.kind == "table":
            tables[at] = LogicalTable(())
    return list(find_captions(items, tables, has_matters, 12.0).values())


def test_bold_lines_that_stand_over_tables_alone_are_captions() -> None:
    text = f"1 Drift\n\n{TEXT}\n\n<Kostnader>\n|\n\n<Intäkter>\n|"
    assert captions(text.replace("1 Drift", "<1 Drift>")) == []  # no other heading without a number
    assert captions(f"<{{Drift}}>\n\n{TEXT}\n\n<Kostnader>\n|\n\n<Intäkter>\n|\n\n<Mål>\n|") == [
        "Kostnader",
        "Intäkter",
        "Mål",
    ]


@pytest.mark.parametrize(
    ("heading", "is_caption"), [("Nettokostnad per nämnd", True), ("Omröstningsresultat", False)]
)
def test_in_a_matter_words_tell_a_sub_heading_from_a_caption(heading: str, is_caption: bool) -> None:
    text = f"<Bakgrund>\n\n{TEXT}\n\n<{heading}>\n|\n\n<Jäv>\n\n{TEXT}"
    assert captions(text, has_matters=True) == ([heading] if is_caption else [])


def test_what_follows_a_decision_wants_a_heading_of_its_own() -> None:
    assert captions(f"<Beslut>\n\n{TEXT}\n\n<Planen>\n|", has_matters=True) == []


@pytest.mark.parametrize(
    "said",
    [
        "Tabell 3 Vägar och parker",
        "Belopp i tkr",
        "Vägar (tkr)",
        "Antal kilometer väg och antal parker i varje kommundel under året",
        "Andel parker i procent av alla som kommunen sköter i sina delar",
    ],
)
def test_a_plain_line_is_a_caption_where_it_says_so(said: str) -> None:
    assert captions(f"{TEXT}\n\n{said}\n|") == [said]


@pytest.mark.parametrize(
    "said",
    [
        "Nedan redovisas kostnader och antal parker i varje kommundel",
        "Antal parker och kostnader per kommundel under hela året som gick",
        "Kostnaden har ökat i procent räknat på alla vägar i kommunen sedan",
    ],
)
def test_running_text_without_a_stop_is_no_caption(said: str) -> None:
    assert captions(f"{TEXT}\n\n{said}\n|") == []


def test_the_text_just_above_leads_a_table_in_and_no_heading_or_distant_text_does() -> None:
    page = draw(f"{TEXT}\n\nVäg   100   200\n\n\n\n\nPark   300   400")[0]
    text, *rows = text_lines(page, find_lines(page), [])
    blocks = [Block("text", (text,)), *(Block("table", (row,), table=at) for at, row in enumerate(rows))]
    assert [leads_in(blocks, at) for at in range(3)] == ["", TEXT, ""]
    assert leads_in([Block("heading", (text,)), blocks[1]], 1) == ""
    assert leads_in([blocks[0], blocks[2]], 1) == ""


def test_a_sentence_about_the_table_is_no_caption() -> None:
    assert captions(f"{TEXT}\n\nTabell 3 Kostnader\n|") == ["Tabell 3 Kostnader"]
    assert captions(f"{TEXT}\n\nTabellen visar kostnaderna per nämnd.\n|") == []
