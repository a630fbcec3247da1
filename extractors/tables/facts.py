"""A logical table becomes what is published: cells with roles, and one fact a printed number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.pages.lines import join_words
from extractors.tables.alignment import is_year_or_day
from extractors.tables.header import join_lines
from extractors.tables.rows import CellRow, CellText
from extractors.tables.stitch import LogicalTable
from extractors.tables.stub import Naming, Stub, find_stub
from schemas.document import Fact
from schemas.kinds import CellRole
from schemas.place import Place
from schemas.table import Cell
from schemas.value import Number, Unit, Unread
from swedish.numbers.grammar import read_number
from swedish.numbers.notation import Style, find_style
from swedish.numbers.shapes import looks_blank
from swedish.numbers.units import COUNTED, find_unit, read_unit, to_kronor, unit_of_label
from swedish.periods import read_measure, read_year
from swedish.table_labels import holds_remarks, names_references, names_units, row_kind, without_footnote

_SAYS_UNIT = re.compile(r"^\(?(?:alla |samtliga )?belopp(?:en)? ", re.IGNORECASE)
_OF_COUNTS = re.compile(rf"\b(?:antal|personal|lärare|{COUNTED})\b", re.IGNORECASE)
_BY_ANOTHER = re.compile(r"[^\W\d_]+[²³]?/[^\W\d_]+[²³]?")


@dataclass(slots=True)
class Reading:
    """A table being cast: its cells and facts so far, and how many value cells could not be read."""

    cells: list[Cell] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    row_units: list[Unit | None] = field(default_factory=list)
    column_units: dict[int, Unit | None] = field(default_factory=dict)


def cast_table(table: LogicalTable, table_id: str) -> Reading:
    """Cells and facts of the table; a fact's unit is its cell's,
    its row's or its column's, else still None.
    """
    reading = Reading()
    labels = [without_footnote(label) for label in table.header.labels]
    stated = any(map(find_unit, table.header.labels[1:]))  # else a unit told elsewhere may hold for all
    unit_of = unit_of_label if stated else find_unit
    reading.column_units = {c: unit_of(label) for c, label in enumerate(table.header.labels) if c > 0}
    for index, row in enumerate(table.header.rows):
        reading.cells += _header_cells(row, index, table)
    style = find_style(cell.text for row in table.rows for cell in row.values)
    stub = find_stub(table.rows, labels)
    storeys = table.header.rows[0].cells.values() if len(table.header.rows) > 1 else ()
    tops = {
        column: without_footnote(cell_text(cell))
        for cell in storeys
        for column in range(cell.column, min(cell.column + cell.column_span, len(labels)))
    }
    caster = _Caster(table_id, labels, style, reading, stub, _note_column(table), _unit_columns(table), tops)
    for index, row in enumerate(table.rows, start=len(table.header.rows)):
        caster.cast_row(row, index, table.columns.count)
    return reading


def _header_cells(row: CellRow, index: int, table: LogicalTable) -> list[Cell]:
    cells = []
    covered: set[int] = set()
    for column in range(table.columns.count):
        cell = row.cells.get(column)
        if cell is not None:
            text = join_lines(cell.lines, None)
            cells.append(
                Cell(index, column, CellRole.HEADER, text, row.page.place(cell.box), 1, cell.column_span)
            )
            covered |= set(range(column, column + cell.column_span))
        elif column not in covered:
            cells.append(Cell(index, column, CellRole.HEADER, "", Place(row.page.number)))
    return cells


def _note_column(table: LogicalTable) -> int | None:
    """The column beside the labels that has no header and holds numbers of notes, if there is one.

    They rise, or stand alone without a header where every other column has one ("5" beside "2031" and
    "2030").
    """
    label = table.header.labels[1] if len(table.header.labels) > 2 else ""
    others = len(table.header.labels) > 3 and all(table.header.labels[2:])
    texts = [row.cells[1].text for row in table.rows if 1 in row.cells]
    numbers = [int(text) for text in texts if text.isdigit() and len(text) < 3]
    rising = all(a < b for a, b in pairwise(numbers))
    alone = 2 * len(numbers) < len(table.rows)
    told = rising and (others or len(numbers) > 1)
    return 1 if not label and texts and len(numbers) == len(texts) and told and alone else None


def _unit_columns(table: LogicalTable) -> tuple[int, ...]:
    """Columns that hold each row's unit ("tkr", "%") and nothing else, as far as their words are known; one
    that is called so may have others ("dagar").
    """
    texts: dict[int, list[str]] = {}
    for row in table.rows:
        for column, cell in row.cells.items():
            texts.setdefault(column, []).append(cell.text)
    labels = table.header.labels
    called = {c for c, label in enumerate(labels) if names_units(label)}
    return tuple(
        c
        for c, held in texts.items()
        if c > 0
        and ((len(held) > 1 and all(map(read_unit, held))) or (c in called and any(map(read_unit, held))))
    )


def _own_unit(text: str) -> Unit | None:
    """As printed where it is none that is known ("dagar", "kWh/m²")."""
    if unit := read_unit(text):
        return unit
    if text.isalpha():
        return Unit(text.casefold())
    return Unit(text) if _BY_ANOTHER.fullmatch(text) else None


@dataclass(slots=True)
class _Caster:
    table_id: str
    labels: list[str]
    style: Style
    reading: Reading
    stub: Stub
    notes: int | None
    units: tuple[int, ...]
    tops: dict[int, str]  # by column, where the header has more than one storey
    group: str | None = None
    unit: Unit | None = None  # that a row of its own says
    covered: dict[int, int] = field(default_factory=dict)  # by column, the last row that a cell above covers

    def cast_row(self, row: CellRow, index: int, n_columns: int) -> None:
        if (storey := _storey(row)) is not None:
            self._begin_under(storey)
        naming = self.stub.name(row)
        label = naming.label
        values = {c: self._value(cell) for c, cell in row.cells.items() if c > 0 and c not in self.stub.all}
        figures = {c: v for c, v in values.items() if isinstance(v, Number) and self._counts(c)}
        if label and all(self._refers(column) for column in values):
            if _SAYS_UNIT.match(label) and (unit := read_unit(label)):
                self.unit = unit  # of the rows below, whatever group they are in
            else:
                self.group = without_footnote(label)
                self.unit = None if _OF_COUNTS.search(label) else self.unit
        if figures:
            own = next((_own_unit(row.cells[c].text) for c in self.units if c in row.cells), None)
            self.reading.row_units.append(
                own or find_unit(label) or (find_unit(self.group) if self.group else None) or self.unit
            )
        for column in range(n_columns):
            cell = row.cells.get(column)
            if cell is None and self.covered.get(column, -1) >= index:
                continue
            role = (
                CellRole.LABEL
                if column == 0 or (cell and column in self.stub.all)
                else CellRole.HEADER
                if cell and cell is storey
                else _role(cell, values.get(column), bool(figures))
            )
            place = row.page.place(cell.box) if cell else Place(row.page.number)
            text, down = (cell_text(cell), cell.row_span) if cell else ("", 1)
            self.covered[column] = index + down - 1
            self.reading.cells.append(Cell(index, column, role, text, place, down))
            if column in figures:
                self._add_fact(row, index, column, naming, figures[column])

    def _begin_under(self, storey: CellText) -> None:
        """Words over several columns take the place of the header's upper storey where one stands over these;
        else they name a group.
        """
        said = without_footnote(cell_text(storey))
        over = range(storey.column, storey.column + storey.column_span)
        tops = {self.tops.get(column) for column in over}
        top = tops.pop() if len(tops) == 1 else None
        under = [c for c, held in self.tops.items() if held == top and self.labels[c].startswith(f"{top} / ")]
        is_period = top is not None and (read_year(top) or read_measure(top))
        if top is None or not under or (is_period and not (read_year(said) or read_measure(said))):
            self.group = said
            return
        self.group = None
        for column in under:
            self.labels[column] = said + self.labels[column].removeprefix(top)
            self.tops[column] = said

    def _counts(self, column: int) -> bool:
        """True where the column's figures are facts."""
        remarks = column < len(self.labels) and holds_remarks(self.labels[column])
        return not remarks and not self._refers(column)

    def _refers(self, column: int) -> bool:
        named = column < len(self.labels) and names_references(self.labels[column])
        return named or column == self.notes

    def _value(self, cell: CellText) -> object:
        if (text := cell.said) == "":
            return None  # struck out
        value = read_number(text, self.style)
        is_unit = cell.column in self.units and _own_unit(text) is not None
        said = is_unit or is_year_or_day(text)  # no figure, and not meant as one
        if isinstance(value, Unread) and _has_digit(text) and self._counts(cell.column) and not said:
            self.reading.unread.append(text)
        return value

    def _add_fact(self, row: CellRow, index: int, column: int, naming: Naming, number: Number) -> None:
        cell, label = row.cells[column], naming.label
        column_label = self.labels[column] if column < len(self.labels) else ""
        of_row, of_column = self.reading.row_units[-1], self.reading.column_units.get(column)
        if of_row is self.unit:  # said of all rows: the column's is nearer
            of_row, of_column = of_column, of_row
        unit = number.unit or of_row or of_column
        group = naming.group or self.group
        self.reading.facts.append(
            Fact(
                fact_id=f"{self.table_id}-r{index}c{column}",
                table_id=self.table_id,
                row=index,
                column=column,
                group_label=group,
                row_label=without_footnote(label),
                row_kind=row_kind(label, group),
                column_label=column_label,
                measure=read_measure(column_label) or read_measure(label),
                year=read_year(column_label) or read_year(label),
                raw=number.raw,
                value=number.value,
                unit=unit.name if unit else None,
                value_sek=to_kronor(number.value, unit),
                place=row.page.place(cell.box),
                row_code=naming.code,
            )
        )


def _storey(row: CellRow) -> CellText | None:
    """The row's only cell, where it covers several columns of figures."""
    [cell, *others] = row.cells.values() if row.cells else [None]
    return cell if cell and not others and cell.column and cell.column_span > 1 else None


def cell_text(cell: CellText) -> str:
    """The cell's lines as one text, a word hyphenated at a line's end whole again."""
    return join_lines(cell.lines, None) if len(cell.lines) > 1 else join_words(cell.lines[0])


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _role(cell: CellText | None, value: object, row_has_figures: bool) -> CellRole:
    if cell is None:
        return CellRole.EMPTY
    if isinstance(value, Number) or looks_blank(cell.text):
        return CellRole.VALUE
    return CellRole.NOTE if row_has_figures or not _has_digit(cell.text) else CellRole.VALUE
