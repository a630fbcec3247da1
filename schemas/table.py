"""A logical table: continued sheets joined, every cell kept."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.kinds import CellRole, Engine, UnitSource
from schemas.place import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. Rows and columns count from 0, the label column is 0.

    `raw_read` is what the extractors read where a person's correction says what is printed.
    """

    row: int
    column: int
    role: CellRole
    text: str
    place: Place
    row_span: int = 1
    column_span: int = 1
    correction_id: str | None = None
    raw_read: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A row of `tables`, with its cells in reading order."""

    table_id: str
    part_id: str
    section_id: str | None
    table_index: int
    title: str | None
    unit: str | None
    unit_source: UnitSource | None
    column_labels: tuple[str, ...]
    first_page: int | None
    last_page: int | None
    n_rows: int
    n_columns: int
    engine: Engine
    confidence: float
    cells: tuple[Cell, ...]
