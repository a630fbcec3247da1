"""Where those who signed stand below the last §: names with their offices, or lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.text.attendance import read_signatures, signs
from extractors.text.block import Block


def find_signatures(blocks: Sequence[Block]) -> int:
    """How many of the blocks stand before the first signature: all of them where nobody signs.

    A name is one where "ordförande", "sekreterare" or "justerare" stands alone on the line below, or behind a
    comma; "Underskrifter" says it too.
    """
    owners = [(at, line) for at, block in enumerate(blocks) for line in block.lines if block.kind != "table"]
    for n, (at, line) in enumerate(owners):
        if signs(line.text) or any(True for _ in read_signatures([own for _, own in owners[n : n + 2]])):
            return at
    return len(blocks)
