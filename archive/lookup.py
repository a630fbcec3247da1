"""Finding a document by what a person has at hand."""

from __future__ import annotations

import pyarrow.parquet as pq

from archive.documents import list_documents, read_arrival
from archive.layout import Archive
from archive.snapshots import current_release

_NAMES = ("file_name", "source_uri")


def find_documents(archive: Archive, key: str) -> list[str]:
    """The sha256 of every document whose id, sha256, file name, or name with its folder or the file it lay in
    before it, begins with `key`; a file named just so goes first.
    """
    names = _file_names(archive)
    exact = {sha256 for sha256, name in names if name == key}
    alike = {sha256 for sha256, name in names if name.lower().startswith(key.lower())}
    return sorted(exact or {*alike, *_by_digits(archive, key)})


def _by_digits(archive: Archive, key: str) -> list[str]:
    digits = key.lower()
    if len(digits) < 2 or set(digits) - set("0123456789abcdef"):
        return []
    return [folder.name for folder in (archive.documents / digits[:2]).glob(f"{digits}*")]


def _file_names(archive: Archive) -> list[tuple[str, str]]:
    """(sha256, name) from the release, one small read;
    from the bundles where nothing is published yet.
    """
    parts = list((current_release(archive) / "documents").glob("shelf=*/*.parquet"))
    if parts:
        tables = [pq.ParquetFile(part).read(["sha256", *_NAMES]) for part in parts]
        rows = [row for table in tables for row in table.to_pylist()]
        return [(row["sha256"], row[name]) for row in rows for name in _NAMES if row[name]]
    arrivals = ((sha256, read_arrival(archive, sha256)) for sha256 in list_documents(archive))
    named = ((sha256, getattr(arrival, name)) for sha256, arrival in arrivals if arrival for name in _NAMES)
    return [(sha256, name) for sha256, name in named if name]
