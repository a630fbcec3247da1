"""What was read, in files that are read with nothing but eyes: CSV, and a data package that describes it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from app.eark.files import CSV, JSON, PackageFile, write_file
from app.eark.subject import Subject
from schemas.datapackage import describe_table
from schemas.published_table import CONTRACT_VERSION
from schemas.tables import TABLES_OF_RELEASE

PACKAGE = "datapackage.json"
_OF_PARQUET = ("format", "mediatype", "partition")


def write_reading(package: Path, folder: str, subject: Subject) -> list[PackageFile]:
    """One CSV file for each table with rows, and the description of them all."""
    files = [
        write_file(package, f"{folder}/{name}.csv", table_to_csv(table), CSV)
        for name, table in subject.tables.items()
    ]
    described = write_file(package, f"{folder}/{PACKAGE}", _description(subject, folder, files), JSON)
    return [*files, described]


def table_to_csv(table: pa.Table) -> bytes:
    """RFC 4180 in UTF-8: comma, CRLF, the names in the first line; nothing between two commas is null.

    Lists are JSON, moments ISO 8601, figures have a point and all their decimals.
    """
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(table.column_names)
    lines.writerows([_cell(value) for value in row.values()] for row in table.to_pylist())
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def _description(subject: Subject, folder: str, files: list[PackageFile]) -> bytes:
    package = {
        "profile": "tabular-data-package",
        "name": f"paragraf-{subject.document_id}",
        "title": subject.name,
        "version": CONTRACT_VERSION,
        "resources": [_resource(file.seen_from(folder), file, subject.tables) for file in files],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(path: str, file: PackageFile, tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    """As the release describes the table, without what is Parquet's and without keys of tables left out."""
    table = next(each for each in TABLES_OF_RELEASE if each.name == path.removesuffix(".csv"))
    told = {key: value for key, value in describe_table(table).items() if key not in _OF_PARQUET}
    keys = [key for key in told["schema"]["foreignKeys"] if key["reference"]["resource"] in tables]
    fields = [
        {key: value for key, value in field.items() if key != "arrowType"}
        for field in told["schema"]["fields"]
    ]
    return told | {
        "path": path,
        "format": "csv",
        "mediatype": file.format.media_type,
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": tables[table.name].num_rows,
        "schema": told["schema"] | {"fields": fields, "foreignKeys": keys},
    }
