"""Finding a document by what a person has at hand."""

from __future__ import annotations

import pyarrow.parquet as pq

from archive.bundles import list_documents, read_arrival
from archive.layout import Archive


def find_documents(archive: Archive, key: str) -> list[str]:
    """The sha256 of every document whose id or sha256 begins with `key`, or whose file is named so."""
    return sorted({*_by_name(archive, key), *_by_digits(archive, key)})


def _by_digits(archive: Archive, key: str) -> list[str]:
    digits = key.lower()
    if len(digits) < 2 or set(digits) - set("0123456789abcdef"):
        return []
    return [folder.name for folder in (archive.documents / digits[:2]).glob(f"{digits}*")]


def _by_name(archive: Archive, name: str) -> list[str]:
    """From the release, which is one small read; from the bundles where nothing is published yet."""
    parts = list((archive.release / "documents").glob("shelf=*/*.parquet"))
    if parts:
        tables = [pq.ParquetFile(part).read(["sha256", "file_name"]) for part in parts]
        return [row["sha256"] for table in tables for row in table.to_pylist() if row["file_name"] == name]
    arrivals = ((sha256, read_arrival(archive, sha256)) for sha256 in list_documents(archive))
    return [sha256 for sha256, arrival in arrivals if arrival and arrival.file_name == name]
