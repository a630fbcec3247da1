"""A second reading where the first is in doubt: the one under which more identities hold is kept.

An engine moves borders between columns and nothing else, so it is asked only where one moved could give other
figures, whatever sums fail: of 176 tables of the shared corpus, cases and competition that were asked about
without this, no other reading was kept, at half the cost of the whole reading.
Where every reading gives the same figures, the disagreement is the document's own and stays to be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from extractors.tables.drafts import Draft
from extractors.tables.publish import Casting, Published
from extractors.tables.second_reading import ENGINES, may_be_otherwise, read_again
from reconcilers.sums.checks import find_checks
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


def look_again(pdf: bytes, tables: Casting) -> Published:
    """The tables, the doubtful ones read again by each other engine;
    `Table.engine` says which reading was kept.

    An engine that gave up on a table costs its opinion only, and `warnings` says so.
    """
    first = tables.published()
    open_ones = [index for index, cast in enumerate(tables.casts) if may_be_otherwise(cast.draft)]
    if not open_ones:  # most documents: no identity need be looked for
        return first
    scores = _scores(first)
    doubtful = [index for index in _doubtful(first, scores) if index in open_ones]
    if not doubtful:
        return first
    asked = doubtful[:MOST_TABLES]
    told = [warn(Code.TABLES_NOT_READ_AGAIN, most=MOST_TABLES)] if len(doubtful) > MOST_TABLES else []
    kept: dict[int, Draft] = {}
    for engine in ENGINES:
        again = {index: read_again(pdf, tables.casts[index].draft, engine) for index in asked}
        told += [warning for draft in again.values() for warning in draft.warnings]
        tried = _scores(tables.recast(again).published())
        better = [index for index in asked if tried[index].beats(scores[index])]
        scores |= {index: tried[index] for index in better}
        kept |= {index: again[index] for index in better}
    best = tables.recast(kept).published() if kept else first
    new = [each for each in dict.fromkeys(told) if each not in best.warnings]
    return replace(best, warnings=(*best.warnings, *new))


def _doubtful(first: Published, scores: Mapping[int, Score]) -> list[int]:
    sums = {fact.table_id for fact in first.facts if fact.row_kind in ("total", "subtotal")}
    return [t.table_index for t in first.tables if _is_doubtful(t, scores[t.table_index], t.table_id in sums)]


def _is_doubtful(table: Table, score: Score, has_sums: bool) -> bool:
    """True where a check fails, cells could not be read, or a table with sums has none that holds."""
    return score.failed > 0 or table.confidence < DOUBTFUL or (has_sums and not score.held)


def _scores(tables: Published) -> dict[int, Score]:
    checks = find_checks(tables)
    of = {fact.fact_id: fact.table_id for fact in tables.facts}
    held = _tables_of((check for check in checks if check.holds), of)
    failed = _tables_of((check for check in checks if not check.holds), of)
    facts = Counter(fact.table_id for fact in tables.facts)
    return {
        table.table_index: Score(held[table.table_id], failed[table.table_id], facts[table.table_id])
        for table in tables.tables
    }


def _tables_of(checks: Iterable[Check], of: Mapping[str, str]) -> Counter[str]:
    """How many of the checks each table takes part in; `of` has the table of each fact."""
    return Counter(table_id for check in checks for table_id in {of[fact_id] for fact_id in check.fact_ids})
