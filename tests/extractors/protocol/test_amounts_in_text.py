"""Amounts in running text: where they stand, and what is no longer said."""

from __future__ import annotations

from dataclasses import replace

from extractors.pages.lines import find_lines
from extractors.pages.running_heads import find_margins
from extractors.protocol.amounts_in_text import find_amounts_in
from extractors.protocol.part_reading import read_part
from extractors.text.parts import ANNEX, PartCut
from extractors.text.sections import Counted
from schemas.document import Amount
from schemas.page import Page
from tests.extractors.drawing import CELL, LEFT, draw

TEXT = """Nämnden begär 4,5 mnkr till en ny bro och 120 tkr
till skyltar. Räntan antas bli 3,2 procent."""


def amounts(*pages: Page) -> tuple[Amount, ...]:
    margins = find_margins([(page, find_lines(page)) for page in pages])
    part = read_part(list(pages), margins, PartCut(ANNEX, 1, len(pages), "drawn"), Counted("drawn"))
    return find_amounts_in("d", [part])


def test_each_amount_has_its_value_and_the_place_of_its_own_words() -> None:
    found = amounts(*draw(TEXT))
    assert [(each.raw, each.unit) for each in found] == [
        ("4,5 mnkr", "mnkr"), ("120 tkr", "tkr"), ("3,2 procent", "procent"),
    ]  # fmt: skip
    box = found[0].place.box
    assert box is not None and box.x0 == LEFT + CELL * TEXT.index("4,5")
    assert [each.amount_id for each in found] == ["d-a0000", "d-a0001", "d-a0002"]


def test_an_amount_struck_out_is_not_said() -> None:
    (page,) = draw(TEXT)
    words = [replace(word, struck=word.text in ("120", "tkr")) for word in page.words]
    assert [each.raw for each in amounts(replace(page, words=tuple(words)))] == ["4,5 mnkr", "3,2 procent"]
