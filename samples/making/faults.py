"""Faults planted on purpose in a copy of a sound sample: words in one part, figures in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from making.model import Figure, Row, Table, grouped


@dataclass(frozen=True, slots=True)
class WordFault:
    part: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class CellFault:
    """`group` None where the table has no group rows."""

    table: str
    group: str | None
    row: str
    column: str
    printed: int


@dataclass(frozen=True, slots=True)
class Faults:
    words: Sequence[WordFault] = ()
    cells: Sequence[CellFault] = ()

    def in_text(self, part: int, text: str) -> str:
        for fault in self.words:
            text = text.replace(fault.old, fault.new) if fault.part == part else text
        return text

    def in_table(self, table: Table) -> Table:
        rows, group = [], None
        for row in table.rows:
            group = row.label if row.kind == "group" else group
            rows.append(self._in_row(table, row, group))
        return replace(table, rows=tuple(rows))

    def _in_row(self, table: Table, row: Row, group: str | None) -> Row:
        cells = list(row.cells)
        for fault in self.cells:
            if (fault.table, fault.group, fault.row) == (table.title, group, row.label):
                printed = ("-" if fault.printed < 0 else "") + grouped(fault.printed)
                cells[table.columns.index(fault.column) - 1] = Figure(printed, Decimal(fault.printed))
        return replace(row, cells=tuple(cells))
