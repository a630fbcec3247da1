"""What two documents say of each other, a folder a side."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from archive.documents import list_changed
from archive.layout import Archive
from archive.pairs import drop_pair, keep_pair, partners_of, read_between, read_side

A, B, C = "a" * 64, "b" * 64, "c" * 64
ROWS = pa.table({"finding_id": ["f1", "f2"]})


def keep(archive: Archive, rows: pa.Table = ROWS) -> None:
    keep_pair(archive, {A: (B, {"findings": rows, "duplicates": rows.slice(0, 0)}), B: (A, {})})


def test_each_side_holds_the_rows_it_owns_and_both_know_they_were_compared(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    keep(archive)
    assert (partners_of(archive, A), partners_of(archive, B)) == ([B], [A])
    assert read_side(archive, A, B)["findings"].equals(ROWS)
    assert read_between(archive, B) == [{}]


def test_a_table_without_rows_has_no_file(tmp_path: Path) -> None:
    keep(Archive(tmp_path))
    assert list(read_side(Archive(tmp_path), A, B)) == ["findings"]


def test_what_they_said_before_is_replaced(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    keep(archive)
    keep(archive, ROWS.slice(1))
    assert read_side(archive, A, B)["findings"].column(0).to_pylist() == ["f2"]


def test_a_pair_forgotten_is_gone_on_both_sides_and_no_other_is(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    keep(archive)
    keep_pair(archive, {A: (C, {}), C: (A, {})})
    drop_pair(archive, A, B)
    assert (partners_of(archive, A), partners_of(archive, B)) == ([C], [])


def test_the_release_is_told_of_both_documents(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    keep(archive)
    assert set(list_changed(archive)) == {A, B}
