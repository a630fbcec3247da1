"""A table as it is read is what is published, column by column."""

from __future__ import annotations

import dataclasses

import pytest

from schemas.columns import BOX, PAGE
from schemas.kinds import CellRole
from schemas.place import Place
from schemas.table import Cell, Table
from schemas.tables import TABLES_OF_RELEASE


@pytest.mark.parametrize(("row", "name"), [(Table, "tables"), (Cell, "cells")])
def test_every_field_is_a_column_under_its_name(row: type, name: str) -> None:
    (table,) = (each for each in TABLES_OF_RELEASE if each.name == name)
    columns = {column.name for column in table.columns}
    assert {field.name for field in dataclasses.fields(row)} - {"place", "cells"} <= columns
    if row is Cell:
        assert {column.name for column in (PAGE, *BOX)} <= columns, "its place"


def test_a_cell_covers_one_row_and_one_column_unless_said() -> None:
    cell = Cell(0, 1, CellRole.HEADER, "Utfall", Place(None))
    assert (cell.row_span, cell.column_span, cell.raw_read) == (1, 1, None)
