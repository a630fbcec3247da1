"""A part's tables, joined over sheets."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.stitch import LogicalTable, SheetTable, join_shares
from extractors.text.block import Block


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
