"""A list that stands twice under other headers, as loans in a report and in its note: the same rows with the
same amounts, and a rate that may differ. Amounts are not held against each other: what was sought and what
was granted, the fee now and the next, are other columns, however many figures they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reconcilers.known.grid import Column, Grid
from schemas.document import Fact
from swedish.numbers.writing import significant_digits
from swedish.table_labels import fold

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Link = tuple[int, int]
FEWEST = 3  # rows that are the same in both, and equal figures in two columns told to be one
MOST = Decimal("0.6")  # of two columns' figures that are equal
RARE = 2  # significant digits of a figure by which, beside its name, a row is known


def link_lists(a: Grid, b: Grid) -> tuple[list[Link], list[Link]]:
    """Rows of the one and the other that speak of one thing, and the columns of rates that tell the same of
    it; nothing where no column of amounts is equal throughout, or the titles name different years.

    Several rows may have one name ("Stadshypotek"): then a rare figure that each table has but once tells
    which is which.
    """
    rows = _rows(a, b)
    if len(rows) < FEWEST or _are_of_other_years(a, b):
        return [], []
    columns = list(_columns(a, b, rows))
    amounts = [(x, y) for x, y in columns if not a.columns[x].is_share]
    if not any(_equal_throughout(a, b, rows, link) for link in amounts):
        return [], []
    return rows, [(x, y) for x, y in columns if a.columns[x].is_share]


def _are_of_other_years(a: Grid, b: Grid) -> bool:
    years = [set(_YEAR.findall(grid.table.title or "")) for grid in (a, b)]
    return all(years) and years[0] != years[1]


def _equal_throughout(a: Grid, b: Grid, rows: Sequence[Link], link: Link) -> bool:
    both = [(a.matrix.facts[i][link[0]], b.matrix.facts[j][link[1]]) for i, j in rows]
    return all(p is not None and q is not None and p.value == q.value for p, q in both)


def _rows(a: Grid, b: Grid) -> list[Link]:
    keys = [list(_keys(grid)) for grid in (a, b)]
    once = [{key for key, count in Counter(key for _, key in own).items() if count == 1} for own in keys]
    where = {key: row for row, key in keys[1] if key in once[1]}
    found = dict.fromkeys((row, where[key]) for row, key in keys[0] if key in once[0] and key in where)
    many = [Counter(link[side] for link in found) for side in (0, 1)]
    return [(i, j) for i, j in found if many[0][i] == 1 == many[1][j]]


def _keys(grid: Grid) -> Iterator[tuple[int, tuple[str, Decimal]]]:
    """Each row by its name and each rare amount in it; a share is none."""
    for at, (line, facts) in enumerate(zip(grid.lines, grid.matrix.facts, strict=True)):
        if line.says_sum or not line.label:
            continue
        for column, fact in zip(grid.columns, facts, strict=True):
            if fact is not None and not column.is_share and significant_digits(fact.value) >= RARE:
                for size in dict.fromkeys((fact.value, fact.value_sek or fact.value)):
                    yield at, (fold(line.label), abs(size))


def _columns(a: Grid, b: Grid, rows: Sequence[Link]) -> Iterator[Link]:
    """Columns of one unit and year whose figures are mostly equal, where neither is so like another."""
    alike = {
        (x, y)
        for x, one in enumerate(a.columns)
        for y, other in enumerate(b.columns)
        if _may_be_one(one, other)
        and _mostly_equal([(a.matrix.facts[i][x], b.matrix.facts[j][y]) for i, j in rows])
    }
    for x, y in sorted(alike):
        if sum(x == i for i, _ in alike) == 1 == sum(y == j for _, j in alike):
            yield x, y


def _may_be_one(one: Column, other: Column) -> bool:
    same_unit = one.unit == other.unit or (None in (one.unit, other.unit) and one.is_share == other.is_share)
    return same_unit and one.year == other.year and one.measure == other.measure


def _mostly_equal(pairs: Sequence[tuple[Fact | None, Fact | None]]) -> bool:
    both = [(p, q) for p, q in pairs if p is not None and q is not None]
    equal = sum(p.value == q.value for p, q in both)
    several = len({p.value for p, _ in both}) > 1
    return several and equal >= FEWEST and equal >= MOST * len(both)
