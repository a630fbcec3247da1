"""Two revisions of one report held against each other:
figures of the same table, row and column that have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.document import Extraction, Fact
from schemas.finding import Claim, Finding
from schemas.table import Table

SAME_LABELS = 0.6  # share of row and column labels that two tables have in common if they are the same table
SAME_TABLES = 0.5  # share of the smaller document's tables found again in the other if it is a revision
Key = tuple[str | None, str, str, int]


@dataclass(frozen=True, slots=True)
class TablePair:
    """The same table in two documents."""

    older: Table
    newer: Table


def find_revision_findings(older: Extraction, newer: Extraction) -> tuple[Finding, ...]:
    """A notice for each figure that has another value in the newer revision;
    none where they are no revisions.

    A change is no error of either: the severity is `notice`. The findings belong to the newer document.
    """
    pairs = pair_tables(older, newer)
    if not pairs or len(pairs) < SAME_TABLES * min(len(older.tables), len(newer.tables)):
        return ()
    changed = [(pair, a, b) for pair in pairs for a, b in _changed(pair, older.facts, newer.facts)]
    return tuple(
        _finding(
            f"{newer.source.document_id}-{older.source.document_id}-v{index:03d}", older, newer, pair, a, b
        )
        for index, (pair, a, b) in enumerate(changed)
    )


def pair_tables(older: Extraction, newer: Extraction) -> list[TablePair]:
    """Tables with the same labels, each in at most one pair; where two fit equally well, the order decides.

    Tables of two documents that print the same labels in the same order are told apart by their order alone.
    """
    free = list(newer.tables)
    pairs = []
    for table in older.tables:
        scored = [(_likeness(table, other), -index) for index, other in enumerate(free)]
        best, position = max(scored, default=(0.0, 0))
        if best >= SAME_LABELS:
            pairs.append(TablePair(table, free.pop(-position)))
    return pairs


def _likeness(one: Table, other: Table) -> float:
    """2·M/T over labels and headers; titles that differ count a little against."""
    a, b = _labels(one), _labels(other)
    shared = sum((a & b).values())
    total = sum(a.values()) + sum(b.values())
    return (2 * shared / total if total else 0.0) - (0.0 if one.title == other.title else 0.05)


def _labels(table: Table) -> Counter[str]:
    return Counter(cell.text for cell in table.cells if cell.role in ("label", "header") and cell.text)


def _keyed(facts: Iterable[Fact], table_id: str) -> dict[Key, Fact]:
    """The table's facts by labels; labels that repeat are told apart by how often they have stood before."""
    seen: Counter[tuple[str | None, str, str]] = Counter()
    keyed: dict[Key, Fact] = {}
    for fact in facts:
        if fact.table_id != table_id:
            continue
        labels = (fact.group_label, fact.row_label, fact.column_label)
        keyed[(*labels, seen[labels])] = fact
        seen[labels] += 1
    return keyed


def _changed(pair: TablePair, older: Iterable[Fact], newer: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    before, after = _keyed(older, pair.older.table_id), _keyed(newer, pair.newer.table_id)
    for key, fact in before.items():
        other = after.get(key)
        if other is not None and (other.value != fact.value or other.unit != fact.unit):
            yield fact, other


def _finding(
    finding_id: str, older: Extraction, newer: Extraction, pair: TablePair, a: Fact, b: Fact
) -> Finding:
    row = f"{a.group_label} / {a.row_label}" if a.group_label else a.row_label
    where = f"“{pair.newer.title or 'Tabellen'}”, {row}, {a.column_label}".rstrip(", ")
    says = f"{where}: {a.raw} i {older.source.file_name} har blivit {b.raw} i {newer.source.file_name}."
    return Finding(
        finding_id=finding_id,
        document_id=newer.source.document_id,
        kind="number",
        severity="notice",
        says=says,
        expected=a.raw,
        found=b.raw,
        evidence=(_claim(older, a), _claim(newer, b)),
    )


def _claim(reading: Extraction, fact: Fact) -> Claim:
    return Claim(reading.source.document_id, fact.place, fact.raw, fact_id=fact.fact_id)
