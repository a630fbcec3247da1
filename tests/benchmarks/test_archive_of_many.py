"""Many documents made of two samples: keys are unique, references hold, nothing of the two is left."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive.documents import Versions, keep_document, list_changed, list_documents
from archive.index import has_index
from archive.layout import Archive
from archive.release import count_rows, read_rows_of
from archive.things_to_rows import Arrival
from benchmarks import archive_of_many
from benchmarks.archive_of_many import make_archive, read_protocols
from reconcilers.reconcile import reconcile, with_status
from schemas.tables import TABLES_OF_RELEASE
from tests.readings import read_pdf

SAMPLES = Path(__file__).parents[2] / "samples"
NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)
COPIES = 3
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive of two samples, as an ingest leaves it but for its release."""
    archive = Archive(tmp_path_factory.mktemp("read"))
    for name in ("protokoll", "utdrag-budget-fel"):
        pdf = SAMPLES / name / f"{name}.pdf"
        reading = read_pdf(pdf)
        proved = reconcile(reading)
        reading = with_status(reading, proved.checks)
        keep_document(archive, pdf.read_bytes(), reading, Arrival(pdf.name, "", NOON), Versions("1"), proved)
    return archive


@pytest.fixture(scope="module")
def made(read: Archive, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("many"))
    make_archive(archive, read, 2 * COPIES, seed=1)
    return archive


@pytest.fixture(scope="module")
def rows(made: Archive) -> Rows:
    return {table.name: read_rows_of(made, table.name).to_pylist() for table in TABLES_OF_RELEASE}


def test_each_sample_is_there_three_times_with_all_its_rows(read: Archive, rows: Rows) -> None:
    assert len(rows["documents"]) == 2 * COPIES
    for name in ("sections", "paragraphs", "decisions", "people", "tables", "cells", "facts", "findings"):
        assert len(rows[name]) > 2 * COPIES, name
        assert len(rows[name]) % COPIES == 0, name


def test_keys_are_unique(rows: Rows) -> None:
    for table in TABLES_OF_RELEASE:
        keys = [tuple(row[name] for name in table.key) for row in rows[table.name]]
        assert len(set(keys)) == len(keys), table.name


def test_no_id_of_a_sample_is_left(read: Archive, rows: Rows) -> None:
    told = repr(rows)
    assert not [sha256 for sha256 in list_documents(read) if sha256[:16] in told]


def test_references_lead_to_rows(rows: Rows) -> None:
    known = {
        f"{name[:-1]}_id": {row[f"{name[:-1]}_id"] for row in rows[name]}
        for name in (
            "documents",
            "parts",
            "sections",
            "paragraphs",
            "decisions",
            "tables",
            "facts",
            "amounts",
        )
    }
    for name, column in ((name, column) for name in rows for column in known):
        given = {row[column] for row in rows[name] if row.get(column)}
        assert given <= known[column], f"{name}.{column}"
    facts = {fact for check in rows["checks"] for fact in check["fact_ids"]}
    assert facts and facts <= known["fact_id"]
    claims = [claim for finding in rows["findings"] for claim in finding["evidence"]]
    assert claims and {claim["document_id"] for claim in claims} <= known["document_id"]
    assert {claim["paragraph_id"] for claim in claims if claim["paragraph_id"]} <= known["paragraph_id"]


def test_all_is_published_and_the_next_run_compares_only_what_is_new(made: Archive) -> None:
    assert not list_changed(made)
    assert has_index(made)
    assert not made.between.exists()


def test_in_two_processes_the_same_bytes_come_of_it(read: Archive, made: Archive, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "again")
    said: list[str] = []
    make_archive(archive, read, 2 * COPIES, seed=1, processes=2, say=said.append)
    assert contents(archive) == contents(made)
    assert said[0].startswith("        3 of 6 documents written")
    assert said[-1].startswith("6 documents: written in ")


def contents(archive: Archive) -> dict[str, bytes]:
    files = [*archive.documents.rglob("*"), *archive.release.resolve().rglob("*"), *archive.index.rglob("*")]
    return {path.relative_to(archive.root).as_posix(): path.read_bytes() for path in files if path.is_file()}


def test_protocols_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingested: list[list[Path]] = []
    monkeypatch.setattr(archive_of_many, "ingest", lambda pdfs, archive, workers: ingested.append(pdfs))
    maker = tmp_path / "make_scale.py"
    maker.write_text(
        "import pathlib, sys\n"
        "n, seed, out = sys.argv[1:4]\n"
        "folder = pathlib.Path(out)\n"
        "folder.mkdir(parents=True)\n"
        "(folder / 'a.pdf').touch()\n"
        "(folder / 'manifest.jsonl').write_text('{}\\n{\"totals\": {}}\\n')\n"
    )
    for _ in range(2):  # the second call would fail on the folder it finds
        read_protocols(maker, tmp_path / "read", 1, 1, 1)
    assert [[pdf.name for pdf in pdfs] for pdfs in ingested] == [["a.pdf"], ["a.pdf"]]


def test_without_the_shared_folder_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["archive_of_many", str(tmp_path / "out"), "--shared", str(tmp_path)])
    assert archive_of_many.main() == 2
    assert capsys.readouterr().out.endswith(
        "make_scale.py is not here: there are no protocols to make many of.\n"
    )


def test_a_folder_with_documents_is_left_alone(
    made: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "measure").mkdir()
    (tmp_path / "measure" / "make_scale.py").touch()
    before = count_rows(made)
    monkeypatch.setattr(sys, "argv", ["archive_of_many", str(made.root), "--shared", str(tmp_path)])
    assert archive_of_many.main() == 2
    assert "holds documents already" in capsys.readouterr().out
    assert count_rows(made) == before
