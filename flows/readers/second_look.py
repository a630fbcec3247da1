"""A second reading where the first is in doubt: the one under which more identities hold is kept.

Where every reading gives the same figures, the disagreement is the document's own and stays to be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractors.document import read_sheets_as
from extractors.sheets import Sheets
from extractors.tables.second_reading import ENGINES
from reconcilers.sums.checks import find_checks
from schemas.document import Extraction, Source
from schemas.finding import Check
from schemas.table import Table
from schemas.warnings import Code, warn

DOUBTFUL = 0.7  # confidence: cells that could not be read, or neither rules nor a header
MOST_TABLES = 12  # an engine costs 0.02 to 0.5 s a table


@dataclass(frozen=True, slots=True)
class Score:
    """How a table's figures bear each other out."""

    held: int
    failed: int
    facts: int

    def beats(self, other: Score) -> bool:
        """More identities hold or fewer fail, neither is worse,
        and no figures are lost (a torn one counts twice).
        """
        no_worse = self.held >= other.held and self.failed <= other.failed and 2 * self.facts >= other.facts
        return no_worse and (self.held, -self.failed) != (other.held, -other.failed)


def read_twice(pdf: bytes, source: Source, sheets: Sheets) -> Extraction:
    """As `extract`, with the doubtful tables read again by each other engine;
    `tables.engine` says which was kept.

    An engine that gave up on a table costs its opinion only, and `warnings` says so.
    """
    first = read_sheets_as(sheets, source, pdf)
    scores = _scores(first)
    sums = {fact.table_id for fact in first.facts if fact.row_kind in ("total", "subtotal")}
    doubtful = [
        t.table_index for t in first.tables if _is_doubtful(t, scores[t.table_index], t.table_id in sums)
    ]
    if not doubtful:
        return first
    kept: dict[int, str] = {}
    told = [] if len(doubtful) <= MOST_TABLES else [warn(Code.TABLES_NOT_READ_AGAIN, most=MOST_TABLES)]
    for engine in ENGINES:
        again = read_sheets_as(sheets, source, pdf, dict.fromkeys(doubtful[:MOST_TABLES], engine))
        told += [each for each in again.warnings if each.code is Code.TABLE_NOT_READ_AGAIN]
        for index, score in _scores(again).items():
            if index in doubtful[:MOST_TABLES] and score.beats(scores[index]):
                scores[index], kept[index] = score, engine
    best = read_sheets_as(sheets, source, pdf, kept) if kept else first
    return replace(
        best, warnings=(*best.warnings, *(each for each in dict.fromkeys(told) if each not in best.warnings))
    )


def _is_doubtful(table: Table, score: Score, has_sums: bool) -> bool:
    """True where a check fails, cells could not be read, or a table with sums has none that holds."""
    return score.failed > 0 or table.confidence < DOUBTFUL or (has_sums and not score.held)


def _scores(reading: Extraction) -> dict[int, Score]:
    checks = find_checks(reading)
    held, failed = _tables_of(c for c in checks if c.holds), _tables_of(c for c in checks if not c.holds)
    facts = Counter(fact.table_id for fact in reading.facts)
    return {
        table.table_index: Score(held[table.table_id], failed[table.table_id], facts[table.table_id])
        for table in reading.tables
    }


def _tables_of(checks: Iterable[Check]) -> Counter[str]:
    """How many of the checks each table takes part in."""
    return Counter(
        table_id for check in checks for table_id in {fact.rsplit("-", 1)[0] for fact in check.fact_ids}
    )
