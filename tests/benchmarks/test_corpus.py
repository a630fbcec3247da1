"""What is measured: our own samples, and the shared documents where they lie beside the checkout."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from benchmarks.corpus import Measured, find_pdfs, find_reference, find_samples, source_of


def test_every_sample_with_a_gold_is_measured_against_its_own_pdf() -> None:
    samples = find_samples()
    assert len(samples) > 5
    for sample in samples:
        assert sample.pdf.exists() and sample.gold["document"]["file"] == sample.pdf.name


def test_sheets_with_tables_are_named_once_in_order(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"tables": [{"pages": [7, 8]}, {"pages": [3]}, {"pages": [8]}]}))
    assert Measured(tmp_path / "x.pdf", gold).table_sheets == [3, 7, 8]


def test_the_reference_is_the_pdf_that_its_gold_names(tmp_path: Path) -> None:
    assert find_reference(tmp_path) is None
    folder = tmp_path / "reference"
    folder.mkdir()
    (folder / "a.gold.json").write_text(json.dumps({"document": {"file": "protokoll.pdf"}}))
    reference = find_reference(tmp_path)
    assert reference is not None and reference.pdf == folder / "protokoll.pdf"


def test_shared_pdfs_come_behind_our_own(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "x.pdf").touch()
    *own, last = find_pdfs(tmp_path)
    assert last == tmp_path / "deep" / "x.pdf" and own and all("samples" in path.parts for path in own)


def test_a_document_is_known_by_its_bytes() -> None:
    source = source_of(b"%PDF", Path("in/protokoll.pdf"))
    assert (source.sha256, source.file_name) == (hashlib.sha256(b"%PDF").hexdigest(), "protokoll.pdf")
