"""The Frictionless data package that goes with each release, generated from the published tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from schemas.columns import STRINGS, Column
from schemas.published_table import CONTRACT_VERSION, PublishedTable
from schemas.tables import TABLES_OF_RELEASE

_ALONE = {
    table.key[0]: table.name
    for table in TABLES_OF_RELEASE
    if len(table.key) == 1 and table.name != "quarantine"
}


def describe_release(paths: Mapping[str, Sequence[str]], rows: Mapping[str, int]) -> dict[str, Any]:
    """The package; `paths` are each table's files from the release's root, `rows` how many rows they hold."""
    return {
        "profile": "data-package",
        "name": "paragraf",
        "title": "Paragraf: kommunala protokoll som data",
        "version": CONTRACT_VERSION,
        "resources": [
            describe_table(table) | {"path": list(paths[table.name]), "rows": rows[table.name]}
            for table in TABLES_OF_RELEASE
        ],
    }


def describe_table(table: PublishedTable) -> dict[str, Any]:
    """A resource, without its files."""
    return {
        "name": table.name,
        "description": table.says,
        "profile": "tabular-data-resource",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "partition": {
            "key": "shelf",
            "type": "string",
            "description": "s and the first two hex digits of the sha256.",
        },
        "schema": {
            "fields": [_describe_column(table, column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": column.name, "reference": {"resource": _ALONE[column.name], "fields": column.name}}
                for column in table.columns
                if _ALONE.get(column.name, table.name) != table.name
            ],
        },
    }


def type_name(kind: pa.DataType) -> str:
    """The Frictionless name of an Arrow type.

    >>> type_name(pa.decimal128(38, 6)), type_name(pa.list_(pa.string()))
    ('number', 'array')
    """
    tests = {
        "string": pa.types.is_string,
        "integer": pa.types.is_integer,
        "boolean": pa.types.is_boolean,
        "date": pa.types.is_date,
        "datetime": pa.types.is_timestamp,
        "array": pa.types.is_list,
    }
    return next((name for name, fits in tests.items() if fits(kind)), "number")


def _describe_column(table: PublishedTable, column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": type_name(column.type), "description": column.says}
    unit = {"unit": column.unit} if column.unit else {}
    words = {"enum": [member.value for member in column.kind]} if column.kind else {}
    if column.type == STRINGS:
        of_words = {"arrayItem": {"type": "string", "constraints": words}} if words else {}
        return field | unit | of_words | {"arrowType": str(column.type)}
    required = {} if column.nullable else {"required": True}
    unique = {"unique": True} if table.key == (column.name,) else {}
    constraints = required | unique | words
    return (
        field | unit | ({"constraints": constraints} if constraints else {}) | {"arrowType": str(column.type)}
    )
