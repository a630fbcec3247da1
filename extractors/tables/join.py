"""A part's tables: joined over sheets, and each with the caption that stands above it."""

from __future__ import annotations

import re

from extractors.tables.stitch import LogicalTable, SheetTable, continue_table
from extractors.tables.units import OF_ANOTHER
from extractors.text.blocks import Block
from swedish.numbers.units import find_unit, find_unit_in_sentence

_CAPTION = re.compile(r"^(?:tabell|tab\.)\s*\d*|^\(?(?:alla )?belopp\w*\b.{0,40}$", re.IGNORECASE)


def join_tables(blocks: list[Block], tables: dict[int, SheetTable]) -> list[tuple[Block, LogicalTable]]:
    """Table blocks joined where one goes on from the sheet before with nothing between;
    joined blocks are emptied.

    `tables` is by id of block.
    """
    joined: list[tuple[Block, LogicalTable]] = []
    before: Block | None = None
    for block in blocks:
        own = tables.get(id(block))
        if own is not None:
            share = None
            if before is not None and joined and id(before) in tables:
                last = joined[-1][1].shares[-1]
                share = continue_table(last, own) if own.page == last.page + 1 else None
            if share is not None:
                joined[-1] = (joined[-1][0], LogicalTable((*joined[-1][1].shares, share)))
            else:
                joined.append((block, LogicalTable((own,))))
        before = block
    return joined


def take_caption(blocks: list[Block], block: Block) -> str | None:
    """The caption just above the table ("Tabell 3 …", "Belopp i tkr"), taken out of the running text."""
    index = next(i for i, b in enumerate(blocks) if b is block)
    above = blocks[index - 1] if index else None
    if above is None or above.kind not in ("text", "heading") or len(above.lines) > 2:
        return None
    near = above.page is block.page and block.lines[0].box.top - above.lines[-1].box.bottom < 30
    text = above.text
    states_unit = len(text) < 40 and above.kind == "text" and find_unit(text.rstrip(": ")) is not None
    # what is said just above is of this table
    of_this = OF_ANOTHER.search(text) and find_unit_in_sentence(text)
    if near and len(text) < 160 and (_CAPTION.match(text) or states_unit or of_this):
        above.kind = "caption"
        return text
    return None
