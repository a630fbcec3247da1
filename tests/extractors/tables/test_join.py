"""A part's tables joined over sheets, and each with the caption that stands above it."""

from __future__ import annotations

import pytest

from extractors.pages.lines import find_lines
from extractors.pages.running_heads import find_margins
from extractors.protocol.part_reading import PartReading, read_part
from extractors.text.parts import ANNEX, PartCut
from extractors.text.sections import Counted
from tests.extractors.drawing import draw

HEADER = "Nämnd        Budget 2025   Utfall 2025"
ROWS = "Skola             41 275        41 590\nVård              94 115        93 207"
MORE = "Kultur             1 240           904\nSumma            136 630       135 701"


def part(text: str) -> PartReading:
    pages = draw(text)
    margins = find_margins([(page, find_lines(page)) for page in pages])
    return read_part(pages, margins, PartCut(ANNEX, 1, len(pages), "drawn"), Counted("d"))


def test_a_table_that_goes_on_overleaf_with_nothing_between_is_one() -> None:
    (draft,) = part(f"{HEADER}\n{ROWS}\n=====\n{MORE}\n").tables
    assert [share.page for share in draft.table.shares] == [1, 2]


def test_text_between_makes_them_two() -> None:
    text = f"{HEADER}\n{ROWS}\n\n\nDet här är en text om något annat.\n=====\n{HEADER}\n{MORE}\n"
    assert len(part(text).tables) == 2


@pytest.mark.parametrize("caption", ["Tabell 3 Nämndernas utfall", "Belopp i tkr", "(tkr)"])
def test_what_names_the_table_or_its_unit_just_above_is_its_caption(caption: str) -> None:
    (draft,) = part(f"{caption}\n\n{HEADER}\n{ROWS}\n").tables
    assert draft.caption == caption


def test_a_title_with_its_unit_at_the_other_end_of_the_line_is_a_caption() -> None:
    (draft,) = part(f"UTFALL PER AUGUSTI                 TKR\n\n{HEADER}\n{ROWS}\n").tables
    assert draft.caption == "UTFALL PER AUGUSTI TKR"
    (other,) = part(f"UTFALL PER AUGUSTI                 Bilaga\n\n{HEADER}\n{ROWS}\n").tables
    assert other.caption is None


def test_a_sentence_above_is_no_caption_and_neither_is_one_far_off() -> None:
    above = "Nämndernas utfall visas här nedan."
    (draft,) = part(f"{above}\n\n{HEADER}\n{ROWS}\n").tables
    assert draft.caption is None
    (far,) = part(f"Tabell 3 Utfall\n\n\n\n\n{HEADER}\n{ROWS}\n").tables
    assert far.caption is None
