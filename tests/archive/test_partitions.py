"""A shelf of a table: the rows of the documents whose sha256 begins alike."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from archive.partitions import conform, fold_rows, owner_column, owner_id, read_rows, shelf_bytes
from schemas.published_table import PublishedTable
from schemas.tables import TABLES_OF_RELEASE

TABLES = {table.name: table for table in TABLES_OF_RELEASE}
A, B = "aa" * 32, "ab" * 32


def rows(table: PublishedTable, *owners: str) -> pa.Table:
    """Rows of the table with whom they belong to; of its other columns what is text is "x"."""
    said = {
        field.name: pa.array(["x"] * len(owners))
        if field.type == pa.string()
        else pa.array([0] * len(owners))
        for field in table.schema
    }
    said[owner_column(table)] = pa.array([owner_id(table, sha256) for sha256 in owners])
    return pa.table(said)


def owners(table: PublishedTable, held: pa.Table) -> list[str]:
    return list(held[owner_column(table)].to_pylist())


def test_rows_of_changed_documents_give_way_and_others_stay_in_key_order(tmp_path: Path) -> None:
    table = TABLES["quarantine"]
    old = tmp_path / "old.parquet"
    old.write_bytes(shelf_bytes(fold_rows(table, None, (), [rows(table, B, A)])))
    assert owners(table, read_rows(old)) == [A, B]
    assert owners(table, fold_rows(table, old, [A], [])) == [B]
    assert owners(table, fold_rows(table, old, [B], [rows(table, B)])) == [A, B]


def test_a_shelf_without_anything_is_an_empty_table_of_todays_schema() -> None:
    empty = fold_rows(TABLES["facts"], None, (), [])
    assert empty.num_rows == 0 and empty.schema.equals(TABLES["facts"].schema)


def test_a_column_added_since_is_null_in_older_rows() -> None:
    table = TABLES["quarantine"]
    older = rows(table, A).drop_columns(["source_uri"])
    assert conform(table, older)["source_uri"].to_pylist() == [None]


def test_the_same_rows_give_the_same_bytes() -> None:
    table = TABLES["quarantine"]
    one = fold_rows(table, None, (), [rows(table, A), rows(table, B)])
    other = fold_rows(table, None, (), [rows(table, B), rows(table, A)])
    assert shelf_bytes(one) == shelf_bytes(other)


def test_a_row_belongs_to_the_document_whose_id_or_sha_it_bears() -> None:
    assert {name: owner_column(TABLES[name]) for name in ("facts", "duplicates", "quarantine")} == {
        "facts": "document_id", "duplicates": "document_id_a", "quarantine": "sha256",
    }  # fmt: skip
    assert (owner_id(TABLES["facts"], A), owner_id(TABLES["quarantine"], A)) == (A[:16], A)
