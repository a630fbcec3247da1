"""What a reader of the release may rely on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from archive.documents import Versions, keep_document, list_documents
from archive.layout import Archive
from archive.lock import writing
from archive.partitions import owner_column, owner_id
from archive.quarantine import Record, leave_quarantine, quarantine
from archive.release import count_rows, publish, published_rows, read_rows_of
from archive.snapshots import list_releases, pin
from archive.things_to_rows import Arrival
from schemas.document import Source
from schemas.published_table import PublishedTable
from schemas.tables import TABLES_OF_RELEASE
from tests.flows.stand_ins import reading_of

NOON = datetime(2024, 6, 17, 12, 0, tzinfo=UTC)
LATER = datetime(2025, 1, 1, tzinfo=UTC)


def add(
    archive: Archive, *texts: str, version: str = "1", value: str = "1234.5", at: datetime = NOON
) -> list[str]:
    """Keep a made-up document for each text; their sha256."""
    shas = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    for text, sha256 in zip(texts, shas, strict=True):
        reading = reading_of(Source(sha256, f"{text}.pdf", f"{text}.pdf"), value=Decimal(value))
        keep_document(
            archive, text.encode(), reading, Arrival(f"{text}.pdf", f"{text}.pdf", at), Versions(version)
        )
    return shas


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def made(root: Path, texts: Iterable[str]) -> Archive:
    archive = Archive(root)
    with writing(archive):
        add(archive, *texts)
        publish(archive)
    return archive


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    with writing(archive):
        add(archive, *"abcdefgh")
        quarantine(archive, a_record("f" * 64))
        publish(archive)
    return archive


def a_record(sha256: str, at: datetime = NOON, reason: str = "damaged_pdf") -> Record:
    return Record(sha256, "x.pdf", "x.pdf", reason, "PDF-filen är skadad.", at, "in/x.pdf", at, {})


@pytest.mark.parametrize("table", TABLES_OF_RELEASE, ids=lambda table: table.name)
def test_every_reader_opens_every_table_with_its_full_schema(archive: Archive, table: PublishedTable) -> None:
    folder = archive.release / table.name
    names = [*(column.name for column in table.columns), "shelf"]
    rows = count_rows(archive)[table.name]
    pandas, arrow_backed = pd.read_parquet(folder), pd.read_parquet(folder, dtype_backend="pyarrow")
    polars = pl.scan_parquet(folder, hive_partitioning=True).collect()
    query = f"select * from read_parquet('{folder}/**/*.parquet', hive_partitioning=true)"
    duck = duckdb.connect().sql(query).pl()
    arrow = ds.dataset(folder, partitioning="hive").to_table()
    for frame in (pandas, arrow_backed, polars, duck):
        assert list(frame.columns) == names
        assert len(frame) == rows
    assert arrow.column_names == names and arrow.num_rows == rows
    for field in table.schema:
        assert arrow.schema.field(field.name).type.equals(field.type)
        assert arrow.schema.field(field.name).metadata[b"description"]
    assert set(polars["shelf"]) <= {f"s{n:02x}" for n in range(256)}


def test_amounts_stay_exact_in_every_reader(archive: Archive) -> None:
    folder = archive.release / "facts"
    assert pd.read_parquet(folder)["value"].map(type).eq(Decimal).all()
    assert pl.read_parquet(folder)["value"].dtype == pl.Decimal(38, 6)


def test_the_shelf_is_no_column_of_the_files(archive: Archive) -> None:
    part = next((archive.release / "facts").rglob("*.parquet"))
    assert "shelf" not in pq.read_schema(part).names
    assert part.parent.name.startswith("shelf=s")


def test_a_document_has_its_rows_in_one_shelf_in_key_order(archive: Archive) -> None:
    for part in (archive.release / "cells").rglob("*.parquet"):
        rows = pq.ParquetFile(part).read(["document_id", "table_id", "row", "column"]).to_pylist()
        assert [tuple(r.values()) for r in rows] == sorted(tuple(r.values()) for r in rows)
        assert {f"shelf=s{row['document_id'][:2]}" for row in rows} == {part.parent.name}


def test_the_order_of_arrival_leaves_no_trace(tmp_path: Path) -> None:
    forth, back = made(tmp_path / "1", "abcdefgh"), made(tmp_path / "2", "hgfedcba")
    assert contents(forth.release) == contents(back.release)


def test_added_one_by_one_or_all_at_once_the_release_is_the_same(tmp_path: Path) -> None:
    slow = Archive(tmp_path / "slow")
    for text in "abcdefgh":
        made(slow.root, text)
    assert contents(slow.release) == contents(made(tmp_path / "fast", "abcdefgh").release)
    with writing(slow):
        assert not publish(slow, rebuild=True).is_new


def test_nothing_new_makes_no_new_release(tmp_path: Path) -> None:
    archive = made(tmp_path, "abc")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    made(tmp_path, "")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    with writing(archive):
        add(archive, "a", at=LATER)
        assert not publish(archive).is_new
    assert list_releases(archive) == [1]


def test_files_of_untouched_shelves_are_the_same_files(tmp_path: Path) -> None:
    archive = made(tmp_path, "abc")
    made(tmp_path, "d")
    old, new = archive.releases / "1", archive.releases / "2"
    parts = [path.relative_to(old) for path in old.rglob("*.parquet")]
    assert parts and all((old / part).samefile(new / part) for part in parts)


def test_a_new_reading_replaces_the_old_and_keeps_the_first_arrival(tmp_path: Path) -> None:
    archive = made(tmp_path, "ab")
    with writing(archive):
        add(archive, "a", version="2", value="9", at=LATER)
        publish(archive)
    documents = pl.read_parquet(archive.release / "documents").sort("extractor_version")
    assert documents["extractor_version"].to_list() == ["1", "2"]
    assert documents["ingested_at"].unique().to_list() == [NOON]
    facts = pl.read_parquet(archive.release / "facts")
    assert Decimal(9) in facts["value"].to_list() and facts.height == 6
    assert len(list(archive.documents.glob("??/*/reading-*"))) == 2


def test_quarantine_keeps_the_first_day_and_forgets_on_leaving(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        quarantine(archive, a_record("1" * 64))
        assert publish(archive).is_new
        quarantine(archive, a_record("1" * 64, at=LATER))
        assert not publish(archive).is_new
    assert pl.read_parquet(archive.release / "quarantine")["first_seen"].to_list() == [NOON]
    with writing(archive):
        assert leave_quarantine(archive, "1" * 64)
        assert publish(archive).is_new
    assert count_rows(archive)["quarantine"] == 0


def test_old_releases_go_but_pinned_ones_stay(tmp_path: Path) -> None:
    for text in "abcdef":
        archive = made(tmp_path, text)
        if text == "b":
            pin(archive, 2)
    assert list_releases(archive) == [2, 4, 5, 6]
    assert archive.release.resolve().name == "6"


def test_the_package_names_every_table_column_and_file(archive: Archive) -> None:
    package = json.loads((archive.release / "datapackage.json").read_bytes())
    assert [resource["name"] for resource in package["resources"]] == [
        table.name for table in TABLES_OF_RELEASE
    ]
    for resource, table in zip(package["resources"], TABLES_OF_RELEASE, strict=True):
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in table.columns]
        assert all(field["description"] for field in fields)
        assert resource["schema"]["primaryKey"] == list(table.key)
        assert resource["path"] and all((archive.release / path).is_file() for path in resource["path"])


def test_a_table_of_an_older_contract_is_written_anew(tmp_path: Path) -> None:
    archive = made(tmp_path, "ab")
    package = archive.release / "datapackage.json"
    package.write_text(
        package.read_text(encoding="utf-8").replace("A number printed", "An older"), encoding="utf-8"
    )
    assert made(tmp_path, "") and list_releases(archive) == [1, 2]
    assert "A number printed" in package.read_text(encoding="utf-8")


def test_the_rows_of_one_document_are_those_of_the_release(tmp_path: Path) -> None:
    archive = made(tmp_path, ["a", "b"])
    for sha256 in list_documents(archive):
        for name, rows in published_rows(archive, sha256).items():
            table = next(each for each in TABLES_OF_RELEASE if each.name == name)
            released = read_rows_of(archive, name)
            own = pc.equal(released[owner_column(table)], owner_id(table, sha256))
            assert rows.num_rows and released.filter(own).equals(rows)
