"""The §§ of a protocol in all their prints, with title and diary number around them."""

from __future__ import annotations

import pytest

from extractors.pages.lines import find_lines
from extractors.text.block import Block
from extractors.text.blocks import find_blocks
from extractors.text.matters import Matter, find_matters
from extractors.text.text_lines import TextLine, text_lines
from tests.extractors.drawing import draw

BODY = "\n\nNämnden har tagit del av skrivelsen och beslutar att lägga den till handlingarna."


def matters(text: str) -> list[Matter]:
    sheets: list[list[TextLine | Block]] = [
        list(text_lines(page, find_lines(page), [])) for page in draw(text + BODY)
    ]
    return list(find_matters(find_blocks(sheets)).found)


@pytest.mark.parametrize(
    ("head", "title", "diary"),
    [
        ("<§ 208   Taxa för vatten>", "Taxa för vatten", None),
        ("<§ 208>\n\n<Taxa för vatten>", "Taxa för vatten", None),
        ("<39 §>\n\n<Taxa för vatten>", "Taxa för vatten", None),
        ("<§ 208   Dnr KS 2024-00375>\n\n<Taxa för vatten>", "Taxa för vatten", "KS 2024-00375"),
        ("<§ 208   Taxa för vatten>\nDnr KS 2024-00375", "Taxa för vatten", "KS 2024-00375"),
        ("Dnr KS 2024-00375\n\n<§ 208   Taxa för vatten>", "Taxa för vatten", "KS 2024-00375"),
        (
            "<§ 208   Taxa för vatten>\nVesihuoltolaitoksen vesimaksujen korottaminen\n\nDnr KS 2024-00375",
            "Taxa för vatten",
            "KS 2024-00375",
        ),
    ],
)
def test_a_matter_is_found_however_it_is_set(head: str, title: str, diary: str | None) -> None:
    (matter,) = matters(head)
    assert (matter.title, matter.diary_number) == (title, diary)


def test_a_sentence_that_a_line_breaks_before_its_sign_begins_no_matter() -> None:
    assert matters("Så står det i protokollets\n\n§ 31, och har sedan dess gällt.") == []


def test_the_head_holds_all_that_belongs_to_it_and_no_text() -> None:
    (matter,) = matters("Dnr KS 2024-00375\n\n<§ 208>\n\n<Taxa för vatten>")
    assert (matter.head, matter.at, matter.title_at) == ((0, 1, 2), 1, 2)


def test_each_matter_is_found_in_order() -> None:
    assert [m.title for m in matters(f"<§ 7   Vägar>{BODY}\n\n<§ 8   Parker>")] == ["Vägar", "Parker"]
