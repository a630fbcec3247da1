"""A table as a file of its own: as it is printed, and its facts beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.tables import FACTS

Row = dict[str, Any]
CSV, XLSX, PARQUET = "csv", "xlsx", "parquet"
FORMS = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    PARQUET: "application/vnd.apache.parquet",
}
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_to_bytes(
    table: Row, cells: Sequence[Row], facts: Sequence[Row], form: str, *, for_excel: bool = False
) -> bytes:
    """CSV of the printed cells (`for_excel`: with semicolons and a byte order mark), an Excel workbook of the
    printed cells and the facts, or Parquet of the facts under the published schema.
    """
    grid = grid_of(table, cells)
    if form == CSV:
        return grid_to_csv(grid, for_excel=for_excel)
    if form == PARQUET:
        sink = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(list(facts), schema=FACTS.schema), sink, compression="zstd")
        return sink.getvalue()
    return _workbook(table, grid, cells, facts)


def grid_of(table: Row, cells: Sequence[Row]) -> list[list[str]]:
    """As it is printed: a cell's text in the first of the places that it spans."""
    grid = [[""] * table["n_columns"] for _ in range(table["n_rows"])]
    for cell in cells:
        grid[cell["row"]][cell["column"]] = cell["text"]
    return grid


def grid_to_csv(rows: Sequence[Sequence[Any]], *, for_excel: bool = False) -> bytes:
    """For Excel in Swedish: semicolons, a byte order mark, and no cell that it would run as a formula.

    >>> grid_to_csv([["a", "1,5"], ["=1+1", None]], for_excel=True).decode("utf-8-sig").splitlines()
    ['a;1,5', "'=1+1;"]
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if for_excel else ",", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_safe(value) if for_excel else _plain(value) for value in row])
    return out.getvalue().encode("utf-8-sig" if for_excel else "utf-8", "replace")


def _plain(value: Any) -> Any:
    return "" if value is None else value


def _safe(value: Any) -> Any:
    """A text that a spreadsheet would take for a formula, with an apostrophe; figures as they are."""
    text = "" if value is None else str(value)
    is_figure = (
        text.lstrip("-−+").replace(" ", "").replace("\u00a0", "").replace(",", "").replace(".", "").isdigit()
    )
    return f"'{text}" if text.startswith(_BEGINS_FORMULA) and not is_figure else text


def _workbook(table: Row, grid: Sequence[Sequence[str]], cells: Sequence[Row], facts: Sequence[Row]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    printed = book.active
    printed.title = "Tryckt"
    values = {(fact["row"], fact["column"]): fact["value"] for fact in facts}
    for number, row in enumerate(grid):
        for column, text in enumerate(row):
            _put(printed, number + 1, column + 1, text, values.get((number, column)))
    for cell in cells:
        if cell["row_span"] > 1 or cell["column_span"] > 1:
            last = cell["row"] + cell["row_span"], cell["column"] + cell["column_span"]
            printed.merge_cells(
                start_row=cell["row"] + 1,
                start_column=cell["column"] + 1,
                end_row=last[0],
                end_column=last[1],
            )
    for column in range(table["n_columns"]):
        longest = max((len(row[column]) for row in grid), default=0)
        printed.column_dimensions[get_column_letter(column + 1)].width = min(60, max(8, longest + 2))
    _put_facts(book.create_sheet("Fakta"), facts)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def _put(sheet: Any, row: int, column: int, text: str, value: Any) -> None:
    """A figure as a number with its printed decimals, anything else as text, never as a formula."""
    cell = sheet.cell(row=row, column=column)
    if value is None:
        cell.value = _without_control(text)
        cell.data_type = "s"
        return
    cell.value = value
    decimals = len(text.partition(",")[2].rstrip("% )-−")) if "," in text else 0
    cell.number_format = "#,##0" + (f".{'0' * decimals}" if 0 < decimals < 7 else "")


def _put_facts(sheet: Any, facts: Sequence[Row]) -> None:
    names = [field.name for field in FACTS.schema]
    sheet.append(names)
    for fact in facts:
        sheet.append([None] * len(names))
        for column, name in enumerate(names, 1):
            value = fact[name]
            cell = sheet.cell(row=sheet.max_row, column=column)
            cell.value = _without_control(value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
    sheet.freeze_panes = "A2"


def _without_control(text: str) -> str:
    """A workbook is XML, which has no place for control characters."""
    return "".join(letter for letter in text if letter in "\t\n" or ord(letter) >= 32)
