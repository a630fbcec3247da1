"""The release as the pages read it: rows by document, versions, a page of a table, and a newer release."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.library import NoIndex, NoRelease, open_library
from archive.layout import Archive
from archive.lock import writing
from archive.release import publish, read_rows_of
from archive.search.write import index_path
from archive.snapshots import current_number
from tests.archive.test_release import made


def test_rows_are_those_of_the_release(tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte", "majkväll"])
    snapshot = open_library(archive.root).now()
    for table in ("documents", "paragraphs", "cells", "facts", "findings"):
        every = read_rows_of(archive, table).to_pylist()
        own = [row for document_id in sorted(snapshot.documents) for row in snapshot.rows(table, document_id)]
        assert len(own) == len(every) and all(row in every for row in own)


def test_a_page_of_a_table_goes_over_shelves(tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte", "majkväll", "junimöte"])
    snapshot = open_library(archive.root).now()
    total, every = snapshot.page_of("paragraphs", 0, 1000, "document_id", "")
    assert total == len(every) == len(read_rows_of(archive, "paragraphs"))
    pages = [
        row for start in range(0, total, 2) for row in snapshot.page_of("paragraphs", start, 2, "x", "")[1]
    ]
    assert pages == every
    document_id = every[-1]["document_id"]
    count, own = snapshot.page_of("paragraphs", 0, 1000, "document_id", document_id)
    assert count == len(own) and {row["document_id"] for row in own} == {document_id}


def test_a_newer_release_is_shown_and_the_older_one_while_that_has_no_index(tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte"])
    library = open_library(archive.root)
    first = library.now()
    made(tmp_path, ["majmöte", "majkväll"])
    number = current_number(archive)
    assert number is not None and number > first.number
    aside = index_path(archive, number).rename(tmp_path / "aside")
    assert library.now() is first
    aside.rename(index_path(archive, number))
    assert library.now().number == number and len(library.now().documents) == 2


def test_an_archive_without_a_release_or_an_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoRelease, match="paragraf ingest"):
        open_library(tmp_path / "tomt").now()
    archive = made(tmp_path, ["majmöte"])
    index_path(archive, 1).rename(tmp_path / "aside")
    with pytest.raises(NoIndex, match="paragraf index"):
        open_library(archive.root).now()
    with writing(archive):
        publish(archive)
    assert len(open_library(archive.root).now().documents) == 1


def test_a_finding_is_found_by_its_id(tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte"])
    snapshot = open_library(archive.root).now()
    for row in read_rows_of(Archive(archive.root), "findings").to_pylist():
        assert snapshot.finding(row["finding_id"]) == row
    assert snapshot.finding("finns-inte") is None


def test_a_release_that_was_pruned_while_it_was_open_is_not_taken_for_empty(tmp_path: Path) -> None:
    archive = made(tmp_path, ["majmöte"])
    snapshot = open_library(archive.root).now()
    [document_id] = snapshot.documents
    assert snapshot.rows("paragraphs", document_id)
    snapshot.folder.rename(tmp_path / "aside")
    with pytest.raises(NoRelease):
        snapshot.rows("cells", document_id)
