"""A table's figures as lines and columns of whole numbers, which is how sums are tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from schemas.document import Fact, Source
from schemas.table import Table
from swedish.numbers.writing import decimals
from swedish.table_labels import fold, is_of_which, names_total

T = TypeVar("T")
_SHARES = ("procent", "procentenheter")
_SUMMED_UP = ("total", "subtotal", "net")


class Figures(Protocol):
    """A document's tables: of a whole reading, or of one that is still being made."""

    @property
    def source(self) -> Source: ...
    @property
    def tables(self) -> tuple[Table, ...]: ...
    @property
    def facts(self) -> tuple[Fact, ...]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures; `run` counts the stretches of rows under one group row."""

    row: int
    label: str
    group: str | None
    kind: str
    run: int
    of_which: bool

    @property
    def says_sum(self) -> bool:
        """True where label or group tells that the row adds up others."""
        return self.kind in _SUMMED_UP or names_total(self.label)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures; all its figures have one unit, or None is stated."""

    index: int
    label: str
    unit: str | None
    measure: str | None
    year: int | None

    @property
    def is_share(self) -> bool:
        return self.unit in _SHARES


def _turn(rows: tuple[tuple[T, ...], ...]) -> tuple[tuple[T, ...], ...]:
    return tuple(zip(*rows, strict=True))


def _pick(rows: tuple[tuple[T, ...], ...], columns: tuple[int, ...]) -> tuple[tuple[T, ...], ...]:
    return tuple(tuple(row[column] for column in columns) for row in rows)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Figures by line and column: `numbers` is the value times `scale`,
    `halves` half a printed unit of each.
    """

    facts: tuple[tuple[Fact | None, ...], ...]
    numbers: tuple[tuple[int | None, ...], ...]
    halves: tuple[tuple[int, ...], ...]
    scale: int

    def turned(self) -> Matrix:
        """Lines as columns and columns as lines."""
        return Matrix(_turn(self.facts), _turn(self.numbers), _turn(self.halves), self.scale)

    def only(self, columns: Iterable[int]) -> Matrix:
        """The same lines with these columns, in this order."""
        kept = tuple(columns)
        return Matrix(
            _pick(self.facts, kept), _pick(self.numbers, kept), _pick(self.halves, kept), self.scale
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as reconciliation sees it."""

    table: Table
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    matrix: Matrix


def find_grids(reading: Figures) -> tuple[Grid, ...]:
    """One grid for each table with figures, in reading order."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        facts[fact.table_id].append(fact)
    return tuple(
        facts_to_grid(table, facts[table.table_id]) for table in reading.tables if facts[table.table_id]
    )


def facts_to_grid(table: Table, facts: Iterable[Fact]) -> Grid:
    """The table's facts, set in lines and columns as printed."""
    at = {(fact.row, fact.column): fact for fact in facts}
    rows, columns = sorted({row for row, _ in at}), sorted({column for _, column in at})
    cells = tuple(tuple(at.get((row, column)) for column in columns) for row in rows)
    return Grid(table, _lines(cells), _columns(cells), _matrix(cells))


def _lines(cells: tuple[tuple[Fact | None, ...], ...]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for row in cells:
        fact = next(fact for fact in row if fact)
        run = lines[-1].run if lines else 0
        run += bool(lines and fold(lines[-1].group) != fold(fact.group_label))
        of_which = is_of_which(fact.row_label) or is_of_which(fact.group_label or "")
        lines.append(Line(fact.row, fact.row_label, fact.group_label, fact.row_kind, run, of_which))
    return tuple(lines)


def _columns(cells: tuple[tuple[Fact | None, ...], ...]) -> tuple[Column, ...]:
    return tuple(_column([fact for fact in column if fact]) for column in zip(*cells, strict=True))


def _column(facts: list[Fact]) -> Column:
    units = [fact.unit for fact in facts]
    unit = max(units, key=units.count)
    first = facts[0]
    return Column(first.column, first.column_label, unit, first.measure, first.year)


def _matrix(cells: tuple[tuple[Fact | None, ...], ...]) -> Matrix:
    most = max((decimals(fact.value) for row in cells for fact in row if fact), default=0)
    scale = 2 * 10**most  # twice, so that half a unit is a whole number
    numbers = tuple(tuple(int(fact.value * scale) if fact else None for fact in row) for row in cells)
    halves = tuple(tuple(10 ** (most - decimals(fact.value)) if fact else 0 for fact in row) for row in cells)
    return Matrix(cells, numbers, halves, scale)
