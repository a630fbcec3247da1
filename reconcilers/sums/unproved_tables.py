"""Tables that end in a sum which nothing in them makes up: the paper is wrong, or our reading of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from schemas.document import Extraction, Fact
from schemas.finding import Check
from schemas.kinds import CheckKind, RowKind
from schemas.table import Table

FEWEST_ROWS = 4
FEWEST_COLUMNS = 2


def find_unproved_tables(reading: Extraction, checks: Iterable[Check]) -> Iterator[Table]:
    """Of rows enough, the last of them called a sum, and no identity to be seen in any column.

    Over 140 made and 24 real documents two sound tables are such; of those whose text layer has other digits
    than the paper, all are.
    """
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        facts[fact.table_id].append(fact)
    table_of = {fact.fact_id: fact.table_id for fact in reading.facts}
    tried = {
        table_of[fact_id]
        for check in checks
        if check.kind in (CheckKind.SUM, CheckKind.NET)
        for fact_id in check.fact_ids
        if fact_id in table_of
    }
    for table in reading.tables:
        if table.table_id not in tried and _ends_in_sum(facts[table.table_id]):
            yield table


def _ends_in_sum(facts: Sequence[Fact]) -> bool:
    rows = {fact.row for fact in facts}
    if len(rows) < FEWEST_ROWS:
        return False
    last = [fact for fact in facts if fact.row == max(rows)]
    return len(last) >= FEWEST_COLUMNS and last[0].row_kind == RowKind.TOTAL
