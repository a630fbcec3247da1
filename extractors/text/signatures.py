"""Where those who signed stand below the last §: names with their offices, or lines to sign on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.attendance import read_signatures, signs
from extractors.text.block import Block
from extractors.text.text_lines import TextLine
from swedish.headings import kind_of_heading

_ELECTED = re.compile(
    r",\s*(?:ledamot|ersättare|suppleant|revisor|(?:vice|v\.)\s*ordförande)\b", re.IGNORECASE
)
LONGEST = 60  # characters of what stands among signatures: a sentence is longer


def find_signatures(blocks: Sequence[Block]) -> int:
    """How many of the blocks stand before the first signature: all of them where nobody signs.

    A name is one where "ordförande", "sekreterare" or "justerare" stands alone on the line below, or behind a
    comma; "Underskrifter" says it too. Nothing of the § follows: those who are elected are named so as well.
    """
    start = 1 + max((at for at, block in enumerate(blocks) if _is_of_a_matter(block)), default=-1)
    lines = [line for block in blocks for line in block.lines]
    owners = [at for at, block in enumerate(blocks) for _ in block.lines]
    elected = max((n for n, line in enumerate(lines) if _ELECTED.search(line.text)), default=-1)
    for n in range(elected + 1, len(lines)):
        below = lines[n + 1 : n + 2]
        signed = signs(lines[n].text) or _count([lines[n], *below]) > _count(below)
        if signed and owners[n] >= start and blocks[owners[n]].kind != "table":
            return owners[n]
    return len(blocks)


def _count(lines: Sequence[TextLine]) -> int:
    return sum(1 for _ in read_signatures(lines))


def _is_of_a_matter(block: Block) -> bool:
    """True for a clause, a sub-heading or a paragraph of a §."""
    headed = block.kind == "heading" and kind_of_heading(block.text) is not None
    return headed or block.text.startswith("att ") or any(len(line.text) > LONGEST for line in block.lines)
