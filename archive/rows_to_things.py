"""Rows of the published tables as the things they were made of:
what `archive/things_to_rows.py` does, undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import pyarrow as pa

from archive.kept_warnings import warnings_of
from archive.things_to_rows import DECIMALS
from schemas.correction import Corrected
from schemas.document import (
    Amount,
    Ballot,
    ContentsEntry,
    Decision,
    Extraction,
    Fact,
    Paragraph,
    Part,
    Person,
    Section,
    Sheet,
    SheetWord,
    Source,
)
from schemas.finding import Check, Claim, Difference, Duplicate, Finding
from schemas.place import Box, Place
from schemas.table import Cell, Table

Row = dict[str, Any]
Kind = TypeVar("Kind")
_MADE_OF: dict[str, type] = {
    "pages": Sheet, "parts": Part, "sections": Section, "contents": ContentsEntry,
    "paragraphs": Paragraph, "decisions": Decision,
    "people": Person, "votes": Ballot, "facts": Fact, "amounts": Amount, "words": SheetWord,
    "corrections": Corrected,
}  # fmt: skip


def tables_to_extraction(tables: Mapping[str, pa.Table]) -> Extraction:
    """The reading as it was kept; amounts with more decimals than the published type holds are rounded in
    it.
    """
    [document] = tables["documents"].to_pylist()
    held: Row = {name: tuple(_things(kind, tables, name)) for name, kind in _MADE_OF.items()}
    held["tables"] = tuple(_tables(tables))
    held["source"] = Source(document["sha256"], document["file_name"], document["source_uri"] or "")
    held["warnings"] = warnings_of(document)
    return _thing(Extraction, document | held)


def row_to_finding(row: Row) -> Finding:
    return _thing(
        Finding, row | {"evidence": tuple(_thing(Claim, _placed(claim)) for claim in row["evidence"])}
    )


def row_to_check(row: Row) -> Check:
    return _thing(Check, row)


def row_to_duplicate(row: Row) -> Duplicate:
    return _thing(
        Duplicate, row | {"differences": tuple(_thing(Difference, each) for each in row["differences"])}
    )


def _things(kind: type, tables: Mapping[str, pa.Table], name: str) -> list[Any]:
    rows = tables[name].to_pylist() if name in tables else []
    return [_thing(kind, _as_read(_placed(_warned(row)))) for row in rows]


def _tables(tables: Mapping[str, pa.Table]) -> list[Table]:
    cells: dict[str, list[Cell]] = defaultdict(list)
    for row in tables["cells"].to_pylist() if "cells" in tables else []:
        cells[row["table_id"]].append(_thing(Cell, _placed(row)))
    rows = tables["tables"].to_pylist() if "tables" in tables else []
    return [_thing(Table, row | {"cells": tuple(cells[row["table_id"]])}) for row in rows]


def _warned(row: Row) -> Row:
    return row | {"warnings": warnings_of(row)} if "warnings" in row else row


def _as_read(row: Row) -> Row:
    """The row with its amounts as exact as they were read, where that was kept."""
    known = {name: row[column] for name, column in DECIMALS.items() if row.get(column) is not None}
    return row | {name: _with_decimals(row[name], decimals) for name, decimals in known.items()}


def _with_decimals(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals))


def _placed(row: Row) -> Row:
    """The row with its page and box as one Place."""
    if "x0" not in row:
        return row
    box = None if row["x0"] is None else Box(row["x0"], row["top"], row["x1"], row["bottom"])
    return row | {"place": Place(row["page"], box)}


def _thing(kind: Callable[..., Kind], row: Row) -> Kind:
    """`kind` with its fields from the row's columns of the same name; lists become tuples.

    A field that came later than the row keeps its default.
    """
    closed = _closed_lists(kind)
    names = [field.name for field in fields(kind) if field.name in row]  # type: ignore[arg-type]
    return kind(**{name: _as_field(row[name], closed.get(name)) for name in names})


def _as_field(value: Any, words: type[StrEnum] | None) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return value if words is None or value is None else words(value)


@cache
def _closed_lists(kind: Callable[..., Any]) -> Mapping[str, type[StrEnum]]:
    """By field, the list that its word is of."""
    hints = {name: (hint, *get_args(hint)) for name, hint in get_type_hints(kind).items()}
    enums = ((name, each) for name, parts in hints.items() for each in parts if isinstance(each, type))
    return {name: each for name, each in enums if issubclass(each, StrEnum)}
