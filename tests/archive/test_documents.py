"""The manifest of a document that is kept: what read it, and whether that reading is finished."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from archive.documents import Versions, altered_files, keep_document, read_document, versions_of
from archive.layout import Archive
from schemas.document import Source
from tests.archive.test_things_to_rows import ARRIVAL
from tests.flows.stand_ins import reading_of

SHA = "ab" * 32
VERSIONS = Versions("0.2.0", "0.3.0", "k")


def _kept(folder: Path, versions: Versions) -> Archive:
    archive = Archive(folder)
    keep_document(archive, b"%PDF", reading_of(Source(SHA, "a.pdf")), ARRIVAL, versions)
    return archive


def test_an_unfinished_reading_is_another_than_a_finished_one(tmp_path: Path) -> None:
    unfinished = replace(VERSIONS, is_unfinished=True)
    archive = _kept(tmp_path, unfinished)
    assert versions_of(archive, SHA) == unfinished != VERSIONS
    [row] = read_document(archive, SHA)["documents"].to_pylist()
    assert row["extractor_version"] == "0.2.0"
    assert versions_of(_kept(tmp_path, VERSIONS), SHA) == VERSIONS


def test_a_manifest_that_bears_the_state_in_its_version_is_understood(tmp_path: Path) -> None:
    archive = _kept(tmp_path, VERSIONS)
    path = archive.bundle(SHA) / "reading.json"
    manifest = json.loads(path.read_bytes())
    del manifest["is_unfinished"]
    path.write_text(json.dumps(manifest))
    assert versions_of(archive, SHA) == VERSIONS
    path.write_text(json.dumps(manifest | {"extractor_version": "0.2.0, ofullständigt"}))
    assert versions_of(archive, SHA) == replace(VERSIONS, is_unfinished=True)


def test_files_of_a_reading_that_are_gone_or_other_are_named(tmp_path: Path) -> None:
    archive = _kept(tmp_path, VERSIONS)
    assert altered_files(archive, SHA) == []
    facts, parts = (next(tmp_path.rglob(f"reading-*/{name}.parquet")) for name in ("facts", "parts"))
    facts.unlink()
    parts.write_bytes(b"PAR1")
    assert [path.rpartition("/")[2] for path in altered_files(archive, SHA)] == [
        "facts.parquet",
        "parts.parquet",
    ]
