"""A cell as it is printed, and what follows: its fact, or the labels of the facts it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from extractors.corrections.carry import carry_into_people
from extractors.corrections.target import Target
from schemas.correction import Correction
from schemas.document import Extraction, Fact
from schemas.kinds import CellRole
from schemas.table import Cell, Table
from schemas.value import Number, Unit
from swedish.numbers.grammar import find_style, read_number
from swedish.numbers.shapes import looks_blank
from swedish.numbers.units import UNITS, find_unit, to_kronor
from swedish.periods import read_measure, read_year
from swedish.table_labels import names_references, row_kind, without_footnote


def correct_cell(reading: Extraction, correction: Correction, target: Target) -> Extraction:
    """The reading with the cell's characters as printed; a fact follows through the grammar of figures."""
    old = next(t for t in reading.tables if t.table_id == target.table_id)
    before = next(c for c in old.cells if (c.row, c.column) == (target.row, target.column))
    after = replace(
        before,
        text=correction.printed,
        correction_id=correction.correction_id,
        raw_read=before.text if before.raw_read is None else before.raw_read,
    )
    if correction.kind == "header" and before.role != "header":
        return _as_header(reading, old, before, after)
    if before.role == "header":
        return _with_header(reading, old, before, after)
    if before.column == 0:
        return _with_label(reading, old, before, after)
    number = _read(old, after) if correction.kind != "no_fact" else None
    after = replace(after, role=_role(after.text, number))
    table = _with_cell(old, after)
    reading = carry_into_people(_with_table(reading, table), before.text, after.text, before.place.page)
    facts = [fact for fact in reading.facts if not _is_of(fact, table, after)]
    if number is not None and not names_references(_column_label(table, after.column)):
        known = next((fact for fact in reading.facts if _is_of(fact, table, after)), None)
        fact = known or _new_fact(reading, table, after, number)
        facts.append(_with_number(fact, number, _unit_behind(fact, number, table, reading), after))
    return replace(reading, facts=_in_order(facts, reading))


def _read(table: Table, cell: Cell) -> Number | None:
    values = (
        c.text for c in table.cells if c.column > 0 and c.role in ("value", "note") and not _is_same(c, cell)
    )
    value = read_number(cell.text, find_style([*values, cell.text]))
    return value if isinstance(value, Number) else None


def _role(text: str, number: Number | None) -> CellRole:
    if not text:
        return CellRole.EMPTY
    return CellRole.VALUE if number is not None or looks_blank(text) else CellRole.NOTE


def _with_number(fact: Fact, number: Number, unit: Unit | None, cell: Cell) -> Fact:
    return replace(
        fact,
        raw=number.raw,
        value=number.value,
        unit=unit.name if unit else fact.unit,
        value_sek=_kronor(number.value, unit, fact.unit),
        correction_id=cell.correction_id,
        raw_read=cell.raw_read,
    )


def _kronor(value: Decimal, unit: Unit | None, name: str | None) -> Decimal | None:
    return to_kronor(value, unit or UNITS.get(name or ""))


def _unit_behind(fact: Fact, number: Number, table: Table, reading: Extraction) -> Unit | None:
    """The cell's own unit; where a misread one falls away, that of the rest of its column."""
    if number.unit is not None:
        return number.unit
    before = read_number(fact.raw)
    if isinstance(before, Number) and before.unit is not None:
        return UNITS.get(_unit_of_column(reading, table, fact.column) or "")
    return UNITS.get(fact.unit or "")


def _new_fact(reading: Extraction, table: Table, cell: Cell, number: Number) -> Fact:
    """A figure where none was read: labels from the row and the column that it stands in."""
    beside = next((f for f in reading.facts if f.table_id == table.table_id and f.row == cell.row), None)
    label = beside.row_label if beside else _text(table, cell.row, 0)
    group = beside.group_label if beside else _group_above(reading, table, cell.row)
    column_label = _column_label(table, cell.column)
    unit = find_unit(label) or (find_unit(group) if group else None) or find_unit(column_label)
    name = unit.name if unit else _unit_of_column(reading, table, cell.column)
    return Fact(
        fact_id=f"{table.table_id}-r{cell.row}c{cell.column}",
        table_id=table.table_id,
        row=cell.row,
        column=cell.column,
        group_label=group,
        row_label=without_footnote(label),
        row_kind=row_kind(label, group),
        column_label=column_label,
        measure=read_measure(column_label) or read_measure(label),
        year=read_year(column_label) or read_year(label),
        raw=number.raw,
        value=number.value,
        unit=name,
        value_sek=None,
        place=cell.place,
    )


def _unit_of_column(reading: Extraction, table: Table, column: int) -> str | None:
    units = Counter(f.unit for f in reading.facts if f.table_id == table.table_id and f.column == column)
    return units.most_common(1)[0][0] if units else table.unit


def _group_above(reading: Extraction, table: Table, row: int) -> str | None:
    """Of the nearest row above that has a label and nothing else,
    or that has a fact and hence a known group.
    """
    for above in range(row - 1, -1, -1):
        beside = next((f for f in reading.facts if f.table_id == table.table_id and f.row == above), None)
        if beside is not None:
            return beside.group_label
        cells = [cell for cell in table.cells if cell.row == above]
        if any(cell.role == "header" for cell in cells):
            return None
        if [cell.column for cell in cells if cell.text] == [0]:
            return without_footnote(_text(table, above, 0))
    return None


def _with_label(reading: Extraction, old: Table, before: Cell, after: Cell) -> Extraction:
    """A label corrected: of its own row's facts, or of the group that stands under it."""
    was, label = without_footnote(before.text), without_footnote(after.text)
    below = _rows_of_group(reading, old, before.row, was)

    def relabelled(fact: Fact) -> Fact:
        if fact.table_id != old.table_id or fact.row not in (before.row, *below):
            return fact
        own, code = fact.row_label, fact.row_code
        if fact.row == before.row:  # the label may be of several columns, or the code beside it
            own, code = own.replace(was, label) if was else own or label, label if code == was else code
        group = label if fact.row in below else fact.group_label
        return replace(
            fact,
            group_label=group,
            row_label=own,
            row_code=code,
            row_kind=row_kind(own, group),
            measure=read_measure(fact.column_label) or read_measure(own),
            year=read_year(fact.column_label) or read_year(own),
        )

    reading = _with_facts(_with_table(reading, _with_cell(old, after)), relabelled)
    return carry_into_people(reading, before.text, after.text, before.place.page)


def _rows_of_group(reading: Extraction, table: Table, row: int, label: str) -> set[int]:
    """The rows below that stand in the row's group, to the first one that does not."""
    rows = sorted(
        {(f.row, f.group_label) for f in reading.facts if f.table_id == table.table_id and f.row >= row}
    )
    held: set[int] = set()
    for number, group in rows:
        if group != label or number == row:
            break
        held.add(number)
    return held


def _with_header(reading: Extraction, old: Table, before: Cell, after: Cell) -> Extraction:
    """A header corrected: the labels of the columns under it that its words stand in once."""
    span = range(max(1, before.column), before.column + before.column_span)
    labels = list(old.column_labels)
    for column in span:
        if column <= len(labels) and labels[column - 1].count(before.text) == 1 and before.text:
            labels[column - 1] = labels[column - 1].replace(before.text, after.text)
    return _relabelled(reading, replace(_with_cell(old, after), column_labels=tuple(labels)), span)


def _as_header(reading: Extraction, old: Table, before: Cell, after: Cell) -> Extraction:
    """A cell that was taken for a figure heads its column:
    it gives no fact, and the facts below get its words.
    """
    header = replace(after, role=CellRole.HEADER)
    if before.column == 0:
        return _with_table(reading, _with_cell(old, header))
    labels = [*old.column_labels, *[""] * (before.column - len(old.column_labels))]
    column = before.column - 1
    labels[column] = " / ".join(filter(None, (labels[column], after.text)))
    table = replace(_with_cell(old, header), column_labels=tuple(labels))
    facts = tuple(fact for fact in reading.facts if not _is_of(fact, table, before))
    return _relabelled(replace(reading, facts=facts), table, range(before.column, before.column + 1))


def _relabelled(reading: Extraction, table: Table, span: range) -> Extraction:
    """The reading with the table, and its facts in those columns as their labels say."""

    def relabelled(fact: Fact) -> Fact:
        if fact.table_id != table.table_id or fact.column not in span:
            return fact
        label = _column_label(table, fact.column)
        own = _text(table, fact.row, 0)
        measure, year = read_measure(label) or read_measure(own), read_year(label) or read_year(own)
        return replace(fact, column_label=label, measure=measure, year=year)

    return _with_facts(_with_table(reading, table), relabelled)


def _with_cell(table: Table, cell: Cell) -> Table:
    return replace(table, cells=tuple(cell if _is_same(other, cell) else other for other in table.cells))


def _with_table(reading: Extraction, table: Table) -> Extraction:
    tables = tuple(table if other.table_id == table.table_id else other for other in reading.tables)
    return replace(reading, tables=tables)


def _with_facts(reading: Extraction, changed: Callable[[Fact], Fact]) -> Extraction:
    return replace(reading, facts=tuple(changed(fact) for fact in reading.facts))


def _in_order(facts: list[Fact], reading: Extraction) -> tuple[Fact, ...]:
    """As they are printed: table by table, row by row."""
    tables = {table.table_id: number for number, table in enumerate(reading.tables)}
    return tuple(sorted(facts, key=lambda fact: (tables[fact.table_id], fact.row, fact.column)))


def _is_same(one: Cell, other: Cell) -> bool:
    return (one.row, one.column) == (other.row, other.column)


def _is_of(fact: Fact, table: Table, cell: Cell) -> bool:
    return (fact.table_id, fact.row, fact.column) == (table.table_id, cell.row, cell.column)


def _column_label(table: Table, column: int) -> str:
    return without_footnote(table.column_labels[column - 1]) if 0 < column <= len(table.column_labels) else ""


def _text(table: Table, row: int, column: int) -> str:
    return next((cell.text for cell in table.cells if (cell.row, cell.column) == (row, column)), "")
