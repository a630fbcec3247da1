"""The release: what the documents hold, as tables; numbered snapshots, one of them current."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from archive.documents import list_changed, list_documents, read_document
from archive.durable import link_or_copy, move_into_place, new_aside, sync_tree, write_synced
from archive.layout import EMPTY_SHELF, PACKAGE, Archive, part_path, shelf_of
from archive.pairs import read_between
from archive.partitions import fold_rows, shelf_bytes
from archive.quarantine import list_records, read_record
from archive.search.write import build_index, is_current, prune_indexes
from archive.snapshots import (
    current_number,
    current_release,
    files_of,
    is_newest,
    list_releases,
    next_number,
    point_link,
    prune,
    release_path,
    restore_link,
    same_files,
)
from schemas.datapackage import describe_release
from schemas.tables import QUARANTINE, TABLES_OF_RELEASE


@dataclass(frozen=True, slots=True)
class Published:
    """The release that stands after publishing; `is_new` False means that nothing was to be changed."""

    number: int
    is_new: bool


def publish(archive: Archive, *, keep: int = 3, rebuild: bool = False) -> Published:
    """Bring the release up to date with the documents, in one rename; call it while holding the archive.

    Only the shelves of documents marked as changed are read and written, the rest is hard-linked from the
    previous release. All shelves are made anew where the published schema is another than last time, where
    the current release is not the newest (what came in since is not marked), or with `rebuild`. What a killed
    run left behind without making it current stays until it is pruned, for nothing tells it from a release
    whose link was lost.

    Raises UnclearRelease where what stands in the link's place is no release.
    """
    restore_link(archive)
    number = current_number(archive)
    marked = list_changed(archive)
    whole = rebuild or number is None or _is_outdated(archive, number)
    if number is not None and not marked and not whole:
        _make_searchable(archive, number)
        return Published(number, is_new=False)
    old = None if number is None else release_path(archive, number)
    aside = _build(archive, old, marked, whole=whole)
    if number is not None and old and same_files(aside, old):
        shutil.rmtree(aside)
        standing = Published(number, is_new=False)
        _make_searchable(archive, number)
    else:
        standing = Published(_swap_in(archive, aside, number, None if whole else marked), is_new=True)
    for sha256 in marked:
        (archive.changed / sha256).unlink()
    prune(archive, keep=keep)
    prune_indexes(archive, list_releases(archive))
    return standing


def count_rows(archive: Archive) -> dict[str, int]:
    """How many rows each table of the current release has."""
    described = current_release(archive) / PACKAGE
    if not described.exists():
        return {}
    package = json.loads(described.read_bytes())
    return {resource["name"]: resource["rows"] for resource in package["resources"]}


def read_rows_of(archive: Archive, table: str, columns: list[str] | None = None) -> pa.Table:
    """A table of the current release, or some of its columns; without rows where nothing is published."""
    parts = sorted((current_release(archive) / table).glob("shelf=*/*.parquet"))
    schema = next(each.schema for each in TABLES_OF_RELEASE if each.name == table)
    empty = schema.empty_table().select(columns or schema.names)
    return pa.concat_tables([empty, *(pq.ParquetFile(part).read(columns) for part in parts)])


def published_rows(archive: Archive, sha256: str) -> dict[str, pa.Table]:
    """What a release made now would say of one document, by table; tables without rows are not among them."""
    new = _rows_of(archive, [sha256])
    rows = {table.name: fold_rows(table, None, [sha256], new[table.name]) for table in TABLES_OF_RELEASE}
    return {name: table for name, table in rows.items() if table.num_rows}


def _build(archive: Archive, old: Path | None, marked: Iterable[str], *, whole: bool) -> Path:
    """The next release, complete, in a folder of its own; what did not change is linked from `old`."""
    aside = new_aside(archive.tmp, "release")
    everything = (
        {*list_documents(archive), *(record.sha256 for record in list_records(archive))} if whole else marked
    )
    shelves: dict[str, list[str]] = defaultdict(list)
    for sha256 in sorted(everything):
        shelves[shelf_of(sha256)].append(sha256)
    for shelf, changed in shelves.items():
        _build_shelf(archive, aside, None if whole else old, shelf, changed)
    if old:
        _carry_over(aside, old, touched=None if whole else shelves.keys())
    _fill_in_empty(aside)
    if old:
        _link_equal_files(aside, old)
    package = describe_release(*_inventory(aside))
    write_synced(aside / PACKAGE, (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode())
    sync_tree(aside)
    return aside


def _build_shelf(archive: Archive, aside: Path, old: Path | None, shelf: str, changed: list[str]) -> None:
    new = _rows_of(archive, changed)
    for table in TABLES_OF_RELEASE:
        part = part_path(table.name, shelf)
        before = old / part if old else None
        rows = fold_rows(table, before if before and before.exists() else None, changed, new[table.name])
        if rows.num_rows:
            write_synced(aside / part, shelf_bytes(rows))


def _rows_of(archive: Archive, changed: Sequence[str]) -> Mapping[str, list[pa.Table]]:
    """By table: what each changed document says of itself, then of its kin; and which are in quarantine."""
    rows: dict[str, list[pa.Table]] = defaultdict(list)
    for sha256 in changed:
        for tables in (read_document(archive, sha256), *read_between(archive, sha256)):
            for name, table in tables.items():
                rows[name].append(table)
    rows[QUARANTINE.name] = [_quarantine_rows(archive, changed)]
    return rows


def _quarantine_rows(archive: Archive, changed: Iterable[str]) -> pa.Table:
    records = [read_record(archive, sha256) for sha256 in changed]
    return pa.Table.from_pylist([record.published for record in records if record], schema=QUARANTINE.schema)


def _carry_over(aside: Path, old: Path, touched: Iterable[str] | None) -> None:
    """Link every file of the shelves nobody touched; `None` says that all were."""
    if touched is None:
        return
    made_anew = {f"shelf={shelf}" for shelf in (*touched, EMPTY_SHELF)}
    for table in TABLES_OF_RELEASE:
        for part in sorted((old / table.name).glob("shelf=*/*.parquet")):
            if part.parent.name not in made_anew:
                link_or_copy(part, aside / part.relative_to(old))


def _fill_in_empty(aside: Path) -> None:
    """A table without rows is there all the same, with its schema."""
    for table in TABLES_OF_RELEASE:
        if not (aside / table.name).exists():
            empty = shelf_bytes(table.schema.empty_table())
            write_synced(aside / part_path(table.name, EMPTY_SHELF), empty)


def _link_equal_files(aside: Path, old: Path) -> None:
    """A file that came out as it was becomes the old file again."""
    for name in files_of(aside) & files_of(old):
        new, before = aside / name, old / name
        if not new.samefile(before) and new.read_bytes() == before.read_bytes():
            new.unlink()
            link_or_copy(before, new)


def _swap_in(archive: Archive, aside: Path, before: int | None, changed: Sequence[str] | None) -> int:
    """Make the folder the next release and the current one; the last rename is what readers see.

    Its search index is there before it; `changed` are the documents that differ from release `before`, None
    where all may.
    """
    number = next_number(archive)
    build_index(archive, number, changed or (), before if changed is not None else None)
    move_into_place(aside, release_path(archive, number))
    point_link(archive, number)
    return number


def _make_searchable(archive: Archive, number: int) -> None:
    """Archives of before, and copies that were made without it, get the index that they lack."""
    if not is_current(archive, number):
        build_index(archive, number)


def _is_outdated(archive: Archive, number: int) -> bool:
    return not is_newest(archive, number) or not _has_todays_schema(release_path(archive, number))


def _has_todays_schema(release: Path) -> bool:
    package = json.loads((release / PACKAGE).read_bytes())
    paths = {resource["name"]: resource["path"] for resource in package["resources"]}
    rows = {resource["name"]: resource["rows"] for resource in package["resources"]}
    return paths.keys() == {t.name for t in TABLES_OF_RELEASE} and package == describe_release(paths, rows)


def _inventory(release: Path) -> tuple[Mapping[str, list[str]], Mapping[str, int]]:
    parts = {
        table.name: sorted((release / table.name).glob("shelf=*/*.parquet")) for table in TABLES_OF_RELEASE
    }
    paths = {name: [part.relative_to(release).as_posix() for part in found] for name, found in parts.items()}
    rows = {name: sum(pq.read_metadata(part).num_rows for part in found) for name, found in parts.items()}
    return paths, rows
