"""The archive's current release as the pages read it: its documents in memory, the rest from its files.

A release is opened whole, index and all, and stays open until a newer one stands in its place: every answer
is of one release.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from archive.documents import original_path
from archive.layout import Archive, part_path, shelf_of
from archive.partitions import owner_column
from archive.search.find import SearchIndex
from archive.search.write import index_path, is_current
from archive.snapshots import current_number, release_path
from schemas.errors import ExitStatus, ParagrafError
from schemas.tables import TABLES_OF_RELEASE
from swedish.search_words import find_words
from swedish.slugs import slug

Row = dict[str, Any]
Answer = TypeVar("Answer")
_TABLES = {table.name: table for table in TABLES_OF_RELEASE}
_OF_A_VERSION = ("source_uri", "file_name", "municipality", "body", "meeting_date")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TABLES_IN_MEMORY = 512  # each of one document
_ANSWERS_IN_MEMORY = 512
_CATALOGUE = (
    *(
        "document_id",
        "sha256",
        "file_name",
        "source_uri",
        "municipality",
        "body",
        "meeting_date",
        "meeting_id",
    ),
    *("title", "diary_number", "page_count", "text_source", "language", "status", "ingested_at"),
)


class NoRelease(ParagrafError):
    """The archive has nothing to show yet, or no index of what it has."""

    code = "no_release"
    exit_status = ExitStatus.NOTHING_FOUND
    sentence = "Arkivet {detail} har inget att söka i än. Läs in filer med paragraf ingest först."


class NoIndex(ParagrafError):
    code = "no_search_index"
    exit_status = ExitStatus.NOTHING_FOUND
    sentence = (
        "Arkivet {detail} saknar sökregister för sin utgåva. Det görs vid nästa paragraf ingest, eller nu "
        "med paragraf index."
    )


class Snapshot:
    """One release, open."""

    def __init__(self, archive: Archive, number: int) -> None:
        self.archive, self.number = archive, number
        self.folder = release_path(archive, number)
        self.index = SearchIndex(index_path(archive, number))
        self._read = lru_cache(_TABLES_IN_MEMORY)(self._read_document)
        self._remembered = lru_cache(_ANSWERS_IN_MEMORY)(self._work_out)

    @cached_property
    def documents(self) -> dict[str, Row]:
        """Every document by its id, the newest meeting first."""
        rows = self.all_rows("documents", list(_CATALOGUE))
        rows.sort(
            key=lambda row: (str(row["meeting_date"] or ""), row["ingested_at"], row["document_id"]),
            reverse=True,
        )
        return {row["document_id"]: row for row in rows}

    @cached_property
    def as_they_came(self) -> list[str]:
        """The ids of the documents, the one that came in last first."""
        return sorted(
            self.documents, key=lambda each: (self.documents[each]["ingested_at"], each), reverse=True
        )

    @cached_property
    def superseded(self) -> dict[str, str]:
        """By id of each document that a later one stands for, the id of that one.

        A version has the name, the address and the meeting of the one before, all of them known: many files
        are called "protokoll.pdf", and what is not known is not the same.
        """
        by_name: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for row in self.documents.values():
            if all(row[name] for name in _OF_A_VERSION):
                by_name[tuple(row[name] for name in _OF_A_VERSION)].append(row)
        newest: dict[str, str] = {}
        for rows in by_name.values():
            *older, last = sorted(rows, key=lambda row: (row["ingested_at"], row["document_id"]))
            newest |= {row["document_id"]: last["document_id"] for row in older}
        return newest

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """What slugs of municipalities and bodies stand for, as printed most."""
        kinds = ("municipality", "body")
        rows = self.documents.values()
        held = {kind: dict.fromkeys(row[kind] for row in rows if row[kind]) for kind in kinds}
        return {kind: {slug(name): name for name in reversed(names)} for kind, names in held.items()}

    @cached_property
    def meetings(self) -> dict[str, list[Row]]:
        """By meeting_id, its documents."""
        meetings: dict[str, list[Row]] = defaultdict(list)
        for row in self.documents.values():
            if row["meeting_id"]:
                meetings[row["meeting_id"]].append(row)
        return dict(meetings)

    def remember(self, work: Callable[..., Answer], *given: Any) -> Answer:
        """What `work` makes of this release and what is given, worked out once and forgotten with it."""
        answer: Answer = self._remembered(work, *given)
        return answer

    def _work_out(self, work: Callable[..., Answer], *given: Any) -> Answer:
        return work(self, *given)

    def main_document(self, meeting_id: str) -> str:
        """Of the files of a meeting, the id of the one that shows its §§: of the newest versions that with
        most.
        """
        return self.remember(Snapshot._find_main, meeting_id)

    def shows_meeting(self, document: Row) -> bool:
        """Whether the §§ at the meeting's address are this document's."""
        meeting_id = document["meeting_id"]
        held = self.meetings.get(meeting_id, ())
        return len(held) == 1 or (bool(held) and self.main_document(meeting_id) == document["document_id"])

    def rank(self, document: Row) -> tuple[bool, int, str, str]:
        """The greater shows the meeting before the lesser."""
        document_id = document["document_id"]
        is_newest = document_id not in self.superseded
        return is_newest, len(self.rows("decisions", document_id)), str(document["ingested_at"]), document_id

    def _find_main(self, meeting_id: str) -> str:
        main: str = max(self.meetings[meeting_id], key=self.rank)["document_id"]
        return main

    def printed_pages(self, document_id: str) -> dict[int, str]:
        """By sheet, the page number printed on it."""
        rows = self.rows("pages", document_id)
        return {row["page"]: row["printed_page"] for row in rows if row["printed_page"]}

    def finding(self, finding_id: str) -> Row | None:
        """An id begins with that of the document that owns the finding."""
        rows = self.rows("findings", finding_id.partition("-")[0])
        return next((row for row in rows if row["finding_id"] == finding_id), None)

    def page_of(self, table: str, start: int, size: int, column: str, value: str) -> tuple[int, list[Row]]:
        """How many rows of a table have the value in the column (all where it is ""), and those from `start`
        on.

        Shelf by shelf: a table that would fill the memory need not be read for a page of it.
        """
        total, rows = 0, list[Row]()
        for part in self._parts(table):
            with pq.ParquetFile(part, memory_map=True) as file:
                held = file.metadata.num_rows
                fits = _fits(file, column, value) if value else pa.array(range(held))
                wanted = fits[max(0, start - total) : max(0, start + size - total)]
                if len(wanted):
                    rows += _to_rows(file.read(use_threads=False).take(wanted))
                total += len(fits)
        return total, rows

    def warm(self) -> None:
        """Read what every page needs, so that the first reader need not wait for it."""
        for _ in (self.documents, self.superseded, self.names, self.meetings):
            pass

    def rows(self, table: str, document_id: str) -> list[Row]:
        """The document's rows of a table, in the order of the release."""
        return _to_rows(self._read(table, document_id))

    def rows_of(self, table: str, document_ids: Iterable[str]) -> list[Row]:
        return [row for document_id in document_ids for row in self.rows(table, document_id)]

    def original(self, document_id: str) -> Path:
        """Where the file's bytes lie."""
        return original_path(self.archive, self.documents[document_id]["sha256"])

    def all_rows(self, table: str, columns: list[str] | None = None) -> list[Row]:
        """Every row of a table: for what is small in any archive, such as findings."""
        with ThreadPoolExecutor() as threads:  # a file is read while another one waits for its bytes
            tables = list(threads.map(lambda part: pq.ParquetFile(part).read(columns), self._parts(table)))
        return _to_rows(pa.concat_tables(tables).combine_chunks()) if tables else []

    def _parts(self, table: str) -> list[Path]:
        return sorted((self.folder / table).glob("shelf=*/*.parquet"))

    def _read_document(self, table: str, document_id: str) -> pa.Table:
        """The document's rows alone: a shelf of a large archive, kept whole, would fill the memory."""
        part = self.folder / part_path(table, shelf_of(document_id))
        if not part.exists():
            if not self.folder.exists():  # pruned while it was open: no table of it is empty for that
                raise NoRelease(str(self.archive.root))
            return _TABLES[table].schema.empty_table()
        with pq.ParquetFile(part, memory_map=True) as file:
            whole = file.read(use_threads=False)
        return whole.filter(pc.equal(whole[owner_column(_TABLES[table])], document_id))


def _fits(file: pq.ParquetFile, column: str, value: str) -> pa.Array:
    """The numbers of the rows that have the value."""
    return pc.indices_nonzero(pc.equal(file.read([column], use_threads=False)[column], value))


def _to_rows(table: pa.Table) -> list[Row]:
    """A dict a row, three times as fast as `to_pylist`; and Arrow has no need of pandas for its moments."""
    held = {name: _to_list(table[name]) for name in table.column_names}
    return [dict(zip(held, row, strict=True)) for row in zip(*held.values(), strict=True)]


def _to_list(column: pa.ChunkedArray) -> list[Any]:
    if not pa.types.is_timestamp(column.type):
        values: list[Any] = column.to_pylist()
        return values
    moments = column.cast("int64").to_pylist()
    return [None if each is None else _EPOCH + timedelta(microseconds=each) for each in moments]


@dataclass
class Library:
    """The newest release of an archive, whenever it is asked for."""

    archive: Archive
    _open: Snapshot | None = None

    def __post_init__(self) -> None:
        self._lock = Lock()

    def now(self) -> Snapshot:
        """The current release, opened anew where another one has become it.

        Raises NoRelease or NoIndex. An older release goes on being shown while the newer one cannot be
        opened.
        """
        number = current_number(self.archive)
        if self._open is not None and self._open.number == number:
            return self._open
        with self._lock:
            if self._open is None or self._open.number != number:
                try:
                    self._open = _open(self.archive, number)
                except NoIndex:
                    if self._open is None:
                        raise
            return self._open


def warm_words() -> None:
    """Read the word lists that a search needs."""
    for _ in find_words("förvärmning av kommunstyrelsens ordlistor"):
        pass


def open_library(folder: Path) -> Library:
    return Library(Archive(folder))


def _open(archive: Archive, number: int | None) -> Snapshot:
    if number is None:
        raise NoRelease(str(archive.root))
    if not is_current(archive, number):
        raise NoIndex(str(archive.root))
    try:
        return Snapshot(archive, number)
    except ValueError as error:  # the engine's word for a file of the index that is missing or damaged
        raise NoIndex(str(archive.root)) from error
