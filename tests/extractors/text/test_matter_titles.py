"""A title that its line breaks goes on below; what is set otherwise, or is a whole, is no more of it."""

from __future__ import annotations

import pytest

from extractors.pages.lines import find_lines
from extractors.text.blocks import find_blocks
from extractors.text.matter_titles import with_wrapped
from extractors.text.text_lines import text_lines
from swedish.section_signs import read_sign
from tests.extractors.drawing import draw


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("<och lekplatser i staden>", "Plan för parker och lekplatser i staden"),
        ("<Beslut>", "Plan för parker"),
        ("och lekplatser i staden", "Plan för parker"),
        ("<KS 2031-118>", "Plan för parker"),
    ],
)
def test_only_what_goes_on_with_the_title_is_added(below: str, title: str) -> None:
    (page,) = draw(f"<§ 12 Plan för parker>\n{below}\n\nNämnden har behandlat ärendet i höst.")
    blocks = [block for line in text_lines(page, find_lines(page), []) for block in find_blocks([[line]])]
    sign = read_sign(blocks[0].text)
    assert sign is not None
    head = [0]
    assert with_wrapped(sign.title, head, blocks, None, sign) == title
    assert len(head) == (2 if title != sign.title else 1)
