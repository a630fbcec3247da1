"""A shelf: the rows of one table for the documents whose sha256 begins with the same two digits, as
Parquet bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas.published_table import PublishedTable

_ROWS_A_GROUP = 128 * 1024


def owner_column(table: PublishedTable) -> str:
    """The column that says which document a row belongs to."""
    names = {column.name for column in table.columns}
    return next(name for name in ("document_id", "document_id_a", "sha256") if name in names)


def owner_id(table: PublishedTable, sha256: str) -> str:
    return sha256 if owner_column(table) == "sha256" else sha256[:16]


def fold_rows(
    table: PublishedTable, old: Path | None, changed: Iterable[str], new: Sequence[pa.Table]
) -> pa.Table:
    """The shelf as it should be: its old rows but those of the `changed` documents,
    and the new ones, in key order.
    """
    kept = [_without(table, read_rows(old), changed)] if old else []
    rows = pa.concat_tables([conform(table, part) for part in (*kept, *new)] or [table.schema.empty_table()])
    order = dict.fromkeys((owner_column(table), *table.key))
    return rows.combine_chunks().sort_by([(name, "ascending") for name in order]).combine_chunks()


def conform(table: PublishedTable, rows: pa.Table) -> pa.Table:
    """The rows under today's schema; a column added since they were written is null in them."""
    columns = [
        rows[field.name].cast(field.type)
        if field.name in rows.column_names
        else pa.nulls(len(rows), field.type)
        for field in table.schema
    ]
    return pa.table(columns, schema=table.schema)


def shelf_bytes(rows: pa.Table) -> bytes:
    """The same rows give the same bytes:
    nothing in them depends on the clock, the machine or the order of work.
    """
    sink = io.BytesIO()
    pq.write_table(
        rows,
        sink,
        compression="zstd",
        compression_level=3,
        row_group_size=_ROWS_A_GROUP,
        use_dictionary=True,
        write_statistics=True,
        version="2.6",
    )
    return sink.getvalue()


def table_bytes(rows: pa.Table) -> bytes:
    """A small table of a document's own, as Parquet."""
    sink = io.BytesIO()
    pq.write_table(rows, sink, compression="zstd")
    return sink.getvalue()


def read_rows(path: Path) -> pa.Table:
    return pq.ParquetFile(path).read()


def _without(table: PublishedTable, rows: pa.Table, changed: Iterable[str]) -> pa.Table:
    gone = pa.array([owner_id(table, sha256) for sha256 in changed], pa.string())
    return rows.filter(pc.invert(pc.is_in(rows[owner_column(table)], value_set=gone)))
