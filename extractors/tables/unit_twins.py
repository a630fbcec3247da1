"""A unit that a table took from elsewhere, held against the same figures in other tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from schemas.document import Fact
from schemas.kinds import UnitSource
from schemas.table import Table
from swedish.numbers.units import UNITS
from swedish.numbers.writing import decimals
from swedish.table_labels import fold

_LEAST = 100  # printed size from which the same figure under the same name is no chance
_THOUSAND = Decimal(1000)
_INHERITED = (UnitSource.TEXT, UnitSource.PART)
_Key = tuple[str, str]
_BY_KRONOR = {unit.kronor: unit.name for unit in UNITS.values() if unit.kronor}


def refute_by_twins(tables: Sequence[Table], facts: Sequence[Sequence[Fact]]) -> list[Table]:
    """The tables; one that inherited a unit in which its figures stand a thousand times larger or smaller in
    other tables, and nowhere as large, has the unit these give it.

    Where the other table states its unit itself, that gives it. Two tables that both inherited kronor: the
    one with the smaller figures is in thousands. Else neither of them has a unit.
    `facts` are those of each table, with the units of their own.
    """
    inherited = [index for index, table in enumerate(tables) if _inherits(table)]
    if not inherited:
        return list(tables)
    places = _by_name(tables, facts)
    mended = {}
    for index in inherited:
        told = [each for fact in facts[index] for each in _beside(fact, index, tables, places)]
        if told and all(told):
            (name,) = set(told) if len(set(told)) == 1 else (None,)
            own = UnitSource.PART if name in UNITS else None
            mended[index] = replace(tables[index], unit=name if own else None, unit_source=own)
    return [mended.get(index, table) for index, table in enumerate(tables)]


def _inherits(table: Table) -> bool:
    return table.unit_source in _INHERITED and _is_in_kronor(table.unit)


def _is_in_kronor(unit: str | None) -> bool:
    return unit in UNITS and UNITS[unit].kronor is not None


def _by_name(tables: Sequence[Table], facts: Sequence[Sequence[Fact]]) -> dict[_Key, list[tuple[int, Fact]]]:
    """Figures of money by their row's name and their year, each with its table's index."""
    places: dict[_Key, list[tuple[int, Fact]]] = defaultdict(list)
    for index, table in enumerate(tables):
        for fact in facts[index]:
            if _is_in_kronor(fact.unit or table.unit) and (key := _key(fact)):
                places[key].append((index, fact))
    return places


def _key(fact: Fact) -> _Key | None:
    when = str(fact.year) if fact.year else fold(fact.column_label)
    is_named = fact.row_label and when and abs(fact.value) >= _LEAST
    return (fold(fact.row_label), when) if is_named else None


def _beside(
    fact: Fact, index: int, tables: Sequence[Table], places: dict[_Key, list[tuple[int, Fact]]]
) -> Iterator[str | None]:
    """What each twin of the figure says of its unit: None for "as it is", a name, or "?"."""
    key = _key(fact)
    if fact.unit is not None or key is None:
        return
    own = _kronor(fact, tables[index])
    for other, twin in places[key]:
        if other == index:
            continue
        theirs = _kronor(twin, tables[other])
        if _is_same(fact, own, twin, theirs):
            yield None
        for kronor in (own * _THOUSAND, own / _THOUSAND):
            if kronor in _BY_KRONOR and _is_same(fact, kronor, twin, theirs):
                yield _meant(tables[index], tables[other], twin, kronor)


def _kronor(fact: Fact, table: Table) -> Decimal:
    kronor = UNITS[fact.unit or table.unit or ""].kronor
    assert kronor is not None, "figures of money alone are held against each other"
    return kronor


def _is_same(a: Fact, in_a: Decimal, b: Fact, in_b: Decimal) -> bool:
    """By no more than one printed unit of the coarser, for one of them may be cut and not rounded."""
    coarser = max(in_a.scaleb(-decimals(a.value)), in_b.scaleb(-decimals(b.value)))
    exact = in_a == in_b and decimals(a.value) == decimals(b.value)
    return abs(abs(a.value) * in_a - abs(b.value) * in_b) <= (0 if exact else coarser)


def _meant(table: Table, other: Table, twin: Fact, kronor: Decimal) -> str:
    """The unit of so many kronor, where the twin's is sure or there is no smaller one."""
    sure = twin.unit is not None or not _inherits(other) or (table.unit == "kr" and kronor > 1)
    return _BY_KRONOR[kronor] if sure else "?"
