"""A document as it is kept: the original, where it came from,
and what was read from it. The unit of commit.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from archive.durable import move_into_place, new_aside, remove_tree, replace_file, sync_tree, write_synced
from archive.kept_warnings import with_warnings
from archive.kinship import KEYS, keys_of
from archive.layout import Archive
from archive.ocr import OCR_FILE, by_ocr_to_bytes
from archive.partitions import read_rows, table_bytes
from archive.things_to_rows import Arrival, extraction_to_tables, reconciliation_to_tables, with_decimals
from schemas.document import Extraction
from schemas.finding import Reconciliation
from schemas.page import SheetsByOcr
from schemas.published_table import CONTRACT_VERSION

_ORIGINALS = {"markdown": "original.md"}  # by text source; of all others
_ORIGINAL = "original.pdf"
_SOURCE = "source.json"
_READING = "reading.json"
_OLD_MARK = ", ofullständigt"


@dataclass(frozen=True, slots=True)
class Versions:
    """Of what read a document, of what held it against itself, and of its corrections;
    another one reads it anew.

    So does `is_unfinished`: a sheet could not be read for a reason that may pass.
    """

    extractors: str
    reconcilers: str = ""
    corrections: str = ""
    is_unfinished: bool = False


def keep_document(
    archive: Archive,
    original: bytes,
    reading: Extraction,
    arrival: Arrival,
    versions: Versions,
    reconciliation: Reconciliation | None = None,
    by_ocr: SheetsByOcr | None = None,
) -> bool:
    """Commit the document in one rename;
    of bytes already here only the reading is replaced. True if it was new.

    The first arrival stands, whatever name or time is given later.
    What OCR made of it is kept where it is given.
    """
    sha256 = reading.source.sha256
    first = read_arrival(archive, sha256)
    published = extraction_to_tables(reading, first or arrival, versions.extractors)
    tables = with_warnings(with_decimals(published, reading), reading)
    proved = reconciliation_to_tables(reconciliation) if reconciliation else {}
    files = _reading_files(tables | proved | {KEYS: keys_of(tables)}, versions)
    mark_changed(archive, sha256)
    looked = {OCR_FILE: by_ocr_to_bytes(by_ocr)} if by_ocr and by_ocr.sheets else {}
    if first is None:
        _write_bundle(archive, sha256, {_name_of(reading): original} | looked, arrival, files)
    else:
        for name, content in looked.items():
            replace_file(archive.bundle(sha256) / name, content, archive.tmp)
        _replace_reading(archive, sha256, files)
    return first is None


def read_arrival(archive: Archive, sha256: str) -> Arrival | None:
    """None where the document is not in the archive."""
    source = _read_json(archive.bundle(sha256) / _SOURCE)
    if source is None:
        return None
    return Arrival(source["file_name"], source["source_uri"], datetime.fromisoformat(source["ingested_at"]))


def versions_of(archive: Archive, sha256: str) -> Versions | None:
    """The versions that read and proved it; None where the document is not in the archive."""
    manifest = _read_json(archive.bundle(sha256) / _READING)
    if manifest is None:
        return None
    reconcilers, corrections = (manifest.get(name, "") for name in ("reconciler_version", "corrections"))
    extractors, was_unfinished = _without_mark(manifest["extractor_version"])
    is_unfinished = manifest.get("is_unfinished", was_unfinished)
    return Versions(extractors, reconcilers, corrections, is_unfinished)


def _without_mark(version: str) -> tuple[str, bool]:
    """The bare version, and whether it bears the mark by which manifests once called a reading unfinished.

    >>> _without_mark("0.2.0, ofullständigt"), _without_mark("0.2.0")
    (('0.2.0', True), ('0.2.0', False))
    """
    return version.removesuffix(_OLD_MARK), version != version.removesuffix(_OLD_MARK)


def read_document(archive: Archive, sha256: str) -> dict[str, pa.Table]:
    """The reading's tables by name; a table without rows is not among them."""
    manifest = _read_json(archive.bundle(sha256) / _READING)
    if manifest is None:
        return {}
    folder = archive.bundle(sha256) / manifest["folder"]
    return {Path(name).stem: read_rows(folder / name) for name in manifest["files"]}


def altered_files(archive: Archive, sha256: str) -> list[str]:
    """Those files of the reading that are gone or hold other bytes than were kept, by path in the bundle."""
    manifest = _read_json(archive.bundle(sha256) / _READING)
    kept = {f"{manifest['folder']}/{name}": file["sha256"] for name, file in manifest["files"].items()}
    return [path for path, digest in kept.items() if _digest(archive.bundle(sha256) / path) != digest]


def read_original(archive: Archive, sha256: str) -> bytes:
    return original_path(archive, sha256).read_bytes()


def original_path(archive: Archive, sha256: str) -> Path:
    """The file's bytes, as they came in."""
    bundle = archive.bundle(sha256)
    return next(
        (bundle / name for name in _ORIGINALS.values() if (bundle / name).exists()), bundle / _ORIGINAL
    )


def list_documents(archive: Archive) -> list[str]:
    """The sha256 of every document kept, in order."""
    return sorted(folder.name for folder in archive.documents.glob("??/*") if (folder / _READING).exists())


def list_changed(archive: Archive) -> list[str]:
    """The sha256 of all that the release does not show yet as it is, in order."""
    return sorted(path.name for path in archive.changed.glob("*"))


def mark_changed(archive: Archive, sha256: str) -> None:
    """Said before the change is made: a kill in between costs a needless look, never a forgotten document."""
    write_synced(archive.changed / sha256, b"")


def _name_of(reading: Extraction) -> str:
    """By what it is, not by what it was called:
    whoever looks into the archive opens it with what opens such files.
    """
    return _ORIGINALS.get(reading.text_source, _ORIGINAL)


def _write_bundle(
    archive: Archive, sha256: str, original: dict[str, bytes], arrival: Arrival, files: dict[str, bytes]
) -> None:
    source = {
        "sha256": sha256,
        "file_name": arrival.file_name,
        "source_uri": arrival.source_uri,
        "ingested_at": arrival.at.isoformat(),
    }
    aside = new_aside(archive.tmp, "document")
    for name, content in {**original, _SOURCE: _json(source), **files}.items():
        write_synced(aside / name, content)
    sync_tree(aside)
    move_into_place(aside, archive.bundle(sha256))


def _replace_reading(archive: Archive, sha256: str, files: dict[str, bytes]) -> None:
    """The new reading goes in beside the old one; replacing the manifest is the moment of change."""
    bundle = archive.bundle(sha256)
    folder = json.loads(files[_READING])["folder"]
    if not (bundle / folder).exists():  # named by its content: one that is there is whole
        aside = new_aside(archive.tmp, "reading")
        for name in files.keys() - {_READING}:
            write_synced(aside / name, files[name])
        sync_tree(aside)
        move_into_place(aside / folder, bundle / folder)
        aside.rmdir()
    replace_file(bundle / _READING, files[_READING], archive.tmp)
    for other in [other for other in bundle.iterdir() if other.is_dir() and other.name != folder]:
        remove_tree(other, archive.tmp)


def _reading_files(tables: dict[str, pa.Table], versions: Versions) -> dict[str, bytes]:
    """The manifest and the tables, by path inside the bundle."""
    contents = {f"{name}.parquet": table_bytes(table) for name, table in sorted(tables.items())}
    listed = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "rows": tables[Path(name).stem].num_rows}
        for name, content in contents.items()
    }
    folder = "reading-" + hashlib.sha256(_json(listed)).hexdigest()[:16]
    manifest = {
        "extractor_version": versions.extractors,
        "reconciler_version": versions.reconcilers,
        "corrections": versions.corrections,
        "is_unfinished": versions.is_unfinished,
        "contract_version": CONTRACT_VERSION,
        "folder": folder,
        "files": listed,
    }
    return {_READING: _json(manifest)} | {f"{folder}/{name}": content for name, content in contents.items()}


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
