"""Those who signed stand below the last §; a sentence about a chair is no signature."""

from __future__ import annotations

import pytest

from extractors.pages.lines import find_lines
from extractors.text.blocks import find_blocks
from extractors.text.signatures import find_signatures
from extractors.text.text_lines import text_lines
from tests.extractors.drawing import draw


@pytest.mark.parametrize(
    ("below", "before"),
    [
        ("Eva Berg            Bo Al\nsekreterare         ordförande", 1),
        ("Underskrifter\n\nEva Berg", 1),
        ("Eva Berg, ordförande", 1),
        ("Eva Berg\n\nordförande", 3),
        ("Eva Berg, ordförande\nBo Al, ledamot", 3),
        ("att välja dessa:\n\nEva Berg, ordförande\n\natt mandattiden är fyra år.", 4),
        ("Mötets ordförande tackar alla för i år.", 2),
    ],
)
def test_blocks_before_the_first_signature(below: str, before: int) -> None:
    (page,) = draw(f"Nämnden tackar för informationen i dag.\n\n\n{below}")
    blocks = find_blocks([list(text_lines(page, find_lines(page), []))])
    assert find_signatures(blocks) == before
