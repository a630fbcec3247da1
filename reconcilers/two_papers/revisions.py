"""Two revisions of one report held against each other:
figures of the same table, row and column that have changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcilers.telling.tellings import Telling, to_findings
from schemas.document import Extraction, Fact
from schemas.finding import Claim, Finding
from schemas.kinds import FindingKind, Severity
from schemas.table import Table
from swedish.align import share

OTHER_TITLE = 0.05  # off the likeness of two tables with other titles: it decides between equals only
SAME_LABELS = 0.6  # share of row and column labels that two tables have in common if they are the same table
SAME_TABLES = 0.5  # share of the smaller document's tables found again in the other if it is a revision
Key = tuple[str | None, str, str, int]


@dataclass(frozen=True, slots=True)
class TablePair:
    """The same table in two documents."""

    older: Table
    newer: Table


def find_revision_findings(older: Extraction, newer: Extraction) -> tuple[Finding, ...]:
    """Figures that have changed; the findings belong to the newer document."""
    document_id = newer.source.document_id
    return to_findings(tell_changes(newer, older), document_id, f"{document_id}-{older.source.document_id}-v")


def tell_changes(newer: Extraction, older: Extraction) -> Iterator[Telling]:
    """A notice for each figure that has another value than in the older revision, a change being no error;
    none where they are no revisions.
    """
    pairs = pair_tables(older, newer)
    fewest = SAME_TABLES * min(len(older.tables), len(newer.tables))
    if not pairs or len(pairs) < fewest:
        return
    before, after = _by_table(older.facts), _by_table(newer.facts)
    for pair in pairs:
        for a, b in _changed(before[pair.older.table_id], after[pair.newer.table_id]):
            yield _tell(older, newer, pair, a, b)


def pair_tables(older: Extraction, newer: Extraction) -> list[TablePair]:
    """Tables with the same labels, each in at most one pair; where two fit equally well, the order decides.

    Tables of two documents that print the same labels in the same order are told apart by their order alone.
    """
    free = [(table, _labels(table)) for table in newer.tables]
    pairs = []
    for table in older.tables:
        labels = _labels(table)
        likeness = [
            share(labels, others) - (0.0 if table.title == other.title else OTHER_TITLE)
            for other, others in free
        ]
        best = max(likeness, default=0.0)
        if best >= SAME_LABELS:
            newer_table, _ = free.pop(likeness.index(best))
            pairs.append(TablePair(table, newer_table))
    return pairs


def _labels(table: Table) -> Counter[str]:
    return Counter(cell.text for cell in table.cells if cell.role in ("label", "header") and cell.text)


def _by_table(facts: Iterable[Fact]) -> Mapping[str, Sequence[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.table_id].append(fact)
    return found


def _keyed(facts: Iterable[Fact]) -> dict[Key, Fact]:
    """The table's facts by labels; labels that repeat are told apart by how often they have stood before."""
    seen: Counter[tuple[str | None, str, str]] = Counter()
    keyed: dict[Key, Fact] = {}
    for fact in facts:
        labels = (fact.group_label, fact.row_label, fact.column_label)
        keyed[(*labels, seen[labels])] = fact
        seen[labels] += 1
    return keyed


def _changed(older: Iterable[Fact], newer: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    before, after = _keyed(older), _keyed(newer)
    for key, fact in before.items():
        other = after.get(key)
        if other is not None and (other.value != fact.value or other.unit != fact.unit):
            yield fact, other


def _tell(older: Extraction, newer: Extraction, pair: TablePair, a: Fact, b: Fact) -> Telling:
    row = f"{a.group_label} / {a.row_label}" if a.group_label else a.row_label
    where = f"“{pair.newer.title or 'Tabellen'}”, {row}, {a.column_label}".rstrip(", ")
    says = f"{where}: {a.raw} i {older.source.file_name} har blivit {b.raw} i {newer.source.file_name}."
    return Telling(
        FindingKind.NUMBER, Severity.NOTICE, says, a.raw, b.raw, (_claim(older, a), _claim(newer, b))
    )


def _claim(reading: Extraction, fact: Fact) -> Claim:
    return Claim(reading.source.document_id, fact.place, fact.raw, fact_id=fact.fact_id)
