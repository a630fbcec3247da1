"""A part's tables: joined over sheets, and each with the caption that stands above it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.tables.stitch import LogicalTable, SheetTable, join_shares
from extractors.tables.units import OF_ANOTHER
from extractors.text.blocks import Block
from swedish.numbers.units import find_unit, find_unit_in_sentence, read_unit

_CAPTION = re.compile(r"^(?:tabell|tab\.)\s*\d*|^\(?(?:alla )?belopp\w*\b.{0,40}$", re.IGNORECASE)


def join_tables(blocks: Sequence[Block], shares: Sequence[SheetTable]) -> dict[int, LogicalTable]:
    """The part's tables by the position of the block where each begins,
    joined where one goes on from the sheet before with nothing between.

    `shares` are what `Block.table` counts.
    """
    joined: dict[int, LogicalTable] = {}
    start = -1  # of the table that the block before ended
    for at, block in enumerate(blocks):
        if block.table is None:
            start = -1
            continue
        own = shares[block.table]
        held = joined[start].shares if start >= 0 else ()
        shares_of_one = join_shares(held, own) if held and own.page == held[-1].page + 1 else None
        start = at if shares_of_one is None else start
        joined[start] = LogicalTable(shares_of_one or (own,))
    return joined


def find_captions(blocks: Sequence[Block], tables: Mapping[int, LogicalTable]) -> dict[int, str]:
    """The captions of those tables that have one, by the position of the table's block;
    each stands just above it.
    """
    found = {at: _caption(blocks[at - 1], blocks[at]) for at in tables if at}
    return {at: caption for at, caption in found.items() if caption is not None}


def _caption(above: Block, block: Block) -> str | None:
    """What stands above, where it is the table's caption ("Tabell 3 …", "Belopp i tkr")."""
    unit_apart = _ends_in_unit_apart(above)
    if (above.kind not in ("text", "heading") and not unit_apart) or len(above.lines) > 2:
        return None
    near = above.page is block.page and block.lines[0].box.top - above.lines[-1].box.bottom < 30
    text = above.text
    states_unit = len(text) < 40 and above.kind == "text" and find_unit(text.rstrip(": ")) is not None
    states_unit = states_unit or unit_apart
    # what is said just above is of this table
    of_this = OF_ANOTHER.search(text) and find_unit_in_sentence(text)
    if near and len(text) < 160 and (_CAPTION.match(text) or states_unit or of_this):
        return text
    return None


def _ends_in_unit_apart(block: Block) -> bool:
    """True for a title with the unit at the other end of its line: "DRIFTREDOVISNING       TKR"."""
    if block.kind != "columns" or len(block.lines) > 1:
        return False
    title, *_, last = (run.text for run in block.lines[0].runs)
    unit = last.strip("().: ")
    return any(map(str.isalpha, title)) and (read_unit(unit) or find_unit(last)) is not None
