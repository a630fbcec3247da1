"""Where a group ends without a word: rows set in blocks, and a group's title inside one of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.tables.rows import CellRow
from swedish.table_labels import names_total

BLANK = 0.7  # of the row height, beyond the usual distance: an empty line parts two blocks
LEAST_BLOCKS = 3  # of a table whose empty lines mean something


def find_group_ends(rows: Sequence[CellRow]) -> frozenset[int]:
    """Positions of the rows at which the group above is over.

    A title that stands close under a row of figures, in a block that began without one, names what follows it
    in that block and no more.
    """
    starts = _starts_of_blocks(rows)
    if len(starts) < LEAST_BLOCKS:
        return frozenset()
    ends: set[int] = set()
    open_title = False
    titled = False  # the block began with a title
    for at, row in enumerate(rows):
        if at in starts:
            if open_title and row.has_figures:
                ends.add(at)
            open_title, titled = False, row.is_label_only
        elif row.is_label_only and at and rows[at - 1].has_figures and not titled:
            open_title = True
    return frozenset(ends)


def sums_group(label: str, group: str | None) -> bool:
    """True for the sum of the group, set apart below its rows.

    >>> sums_group("Summa kostnader", "Kostnader"), sums_group("Summa intäkter", "Kostnader")
    (True, False)
    """
    return group is not None and names_total(label) and group.casefold().rstrip(":") in label.casefold()


def _starts_of_blocks(rows: Sequence[CellRow]) -> set[int]:
    """The first row, and each below an empty line on the same sheet."""
    gaps = [b.top - a.bottom for a, b in pairwise(rows) if a.page is b.page]
    if not gaps:
        return set()
    usual, height = median(gaps), median(row.bottom - row.top for row in rows)
    below = (at for at, (a, b) in enumerate(pairwise(rows), start=1) if a.page is b.page)
    return {0, *(at for at in below if rows[at].top - rows[at - 1].bottom > usual + BLANK * height)}
