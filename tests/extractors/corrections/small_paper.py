"""A reading of one small table under a sentence, for corrections tried one function at a time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from extractors.corrections.target import Target
from schemas.correction import Correction
from schemas.document import Amount, Extraction, Fact, Person, Source
from schemas.kinds import CellRole, CorrectionKind, Role, RowKind
from schemas.place import Box, Place
from schemas.table import Cell
from tests.flows.stand_ins import reading_of

SOURCE = Source("ab" * 32, "påhittad.pdf")
TEXT = "Bo Lindval redovisar att skolan kostar 41,2 mnkr."
GRID = (("", "Utfall 2024"), ("Drift", ""), ("Skola", "41 275"), ("Vård", "94 115"), ("Summa", "135 390"))


def place(row: int, column: int) -> Place:
    return Place(1, Box(100.0 * column, 20.0 * row, 100.0 * column + 60, 20.0 * row + 12))


def reading() -> Extraction:
    made = reading_of(SOURCE, n_facts=1, texts=(TEXT,))
    cells = tuple(
        Cell(row, column, _role(row, column, text), text, place(row, column))
        for row, texts in enumerate(GRID)
        for column, text in enumerate(texts)
    )
    table = replace(
        made.tables[0], title="Drift per nämnd", column_labels=("Utfall 2024",), n_rows=5, cells=cells
    )
    facts = tuple(_fact(made.facts[0], row) for row in (2, 3, 4))
    amount = Amount(
        "a0", made.paragraphs[0].paragraph_id, "41,2 mnkr", Decimal("41.2"), "mnkr", Decimal(41200000), False,
        Place(1),
    )  # fmt: skip
    person = Person(0, None, "Bo Lindval", None, Role.OFFICIAL, None, 1)
    return replace(made, tables=(table,), facts=facts, amounts=(amount,), people=(person,), words=())


def _role(row: int, column: int, text: str) -> CellRole:
    if not text:
        return CellRole.EMPTY
    return CellRole.HEADER if row == 0 else CellRole.LABEL if column == 0 else CellRole.VALUE


def _fact(fact: Fact, row: int) -> Fact:
    label, raw = GRID[row]
    value = Decimal(raw.replace(" ", ""))
    return replace(
        fact, fact_id=f"{fact.table_id}-r{row}c1", row=row, group_label="Drift", row_label=label,
        row_kind=RowKind.TOTAL if label == "Summa" else RowKind.DATA, column_label="Utfall 2024", raw=raw,
        value=value, value_sek=value * 1000, place=place(row, 1),
    )  # fmt: skip


def said(read: str, printed: str, **more: Any) -> Correction:
    return replace(Correction(SOURCE.document_id, 1, read, printed), **more)


def cell_at(row: int, column: int, kind: CorrectionKind = CorrectionKind.CELL) -> Target:
    table_id = reading().tables[0].table_id
    raw = GRID[row][column]
    return Target(kind, table_id, place(row, column), raw, table_id=table_id, row=row, column=column)


def phrase(raw: str, text: str = TEXT, target_id: str = "") -> Target:
    """The words where they stand first in the text."""
    own_id = target_id or reading().paragraphs[0].paragraph_id
    return Target(CorrectionKind.TEXT, own_id, reading().paragraphs[0].place, raw, text=text,
                  start=text.index(raw))  # fmt: skip
