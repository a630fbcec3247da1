"""Bringing the index up to date with a release: in a folder of its number, whole before it has that name.

tantivy never changes a file of a segment that it has written. What did not change is therefore linked from
the last index, as the release links its shelves, and the cost is that of what is new.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import pyarrow.parquet as pq
import tantivy

from archive.documents import list_documents, read_document
from archive.durable import link_or_copy, move_into_place, new_aside, remove_tree, sync_tree, write_synced
from archive.layout import Archive
from archive.pairs import read_between
from archive.search.fields import FORMAT, about_of, schema, to_document
from archive.search.units import Tables, units_of
from archive.snapshots import release_path

_STATE = "paragraf.json"
_MADE_BY = ("tantivy", "hunspell-sv", "wordfreq")
_HEAP = 64_000_000  # bytes
_UNCHANGED_AFTER_WRITING = (".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm", ".del")


def index_path(archive: Archive, number: int) -> Path:
    """The index of release `number`."""
    return archive.search / str(number)


def is_current(archive: Archive, number: int) -> bool:
    """Whether release `number` has an index, in the form of today."""
    return _format_of(index_path(archive, number)) == _today()


def build_index(
    archive: Archive, number: int, changed: Iterable[str] = (), before: int | None = None
) -> None:
    """Make the index of release `number`; call it while holding the archive, before readers see the release.

    `changed` are the sha256 of the documents that differ from those of release `before`. Where that one has
    no index, or one of another form, every document is read anew.
    """
    old = index_path(archive, before) if before is not None else None
    aside = new_aside(archive.tmp, "search")
    if old is not None and _format_of(old) == _today():
        _link_all(old, aside)
        documents = sorted(changed)
    else:
        tantivy.Index(schema(), path=str(aside))
        documents = _documents_of(archive, number)
    _write(archive, aside, documents)
    write_synced(aside / _STATE, (json.dumps(_today()) + "\n").encode())
    sync_tree(aside)
    there = index_path(archive, number)
    if there.exists():  # of a run that was killed before its release was seen, or of an older form
        remove_tree(there, archive.tmp)
    move_into_place(aside, there)


def _documents_of(archive: Archive, number: int) -> list[str]:
    """Those that the release names; of one that is only being made, all that are kept."""
    parts = sorted((release_path(archive, number) / "documents").glob("shelf=*/*.parquet"))
    if not parts:
        return list_documents(archive)
    named = (pq.ParquetFile(part).read(["sha256"])["sha256"].to_pylist() for part in parts)
    return sorted(chain.from_iterable(named))


def prune_indexes(archive: Archive, kept: Iterable[int]) -> None:
    """Delete the indexes of releases that are gone."""
    names = {str(number) for number in kept}
    for folder in archive.search.glob("*"):
        if folder.name not in names:
            remove_tree(folder, archive.tmp)


def _write(archive: Archive, folder: Path, documents: Iterable[str]) -> None:
    writer = tantivy.Index.open(str(folder)).writer(_HEAP, num_threads=1)
    for sha256 in documents:
        writer.delete_documents_by_term("document_id", sha256[:16])
        tables = read_document(archive, sha256)
        if "documents" in tables:
            _add(writer, tables, read_between(archive, sha256))
    writer.commit()
    writer.wait_merging_threads()


def _add(writer: tantivy.IndexWriter, tables: Tables, between: Sequence[Tables]) -> None:
    about = about_of(tables["documents"].to_pylist()[0])
    for unit in units_of(tables, between):
        writer.add_document(to_document(unit, about))


def _link_all(old: Path, aside: Path) -> None:
    for path in old.iterdir():
        if path.suffix in _UNCHANGED_AFTER_WRITING:
            link_or_copy(path, aside / path.name)
        elif path.suffix == ".json" and path.name != _STATE:
            shutil.copyfile(path, aside / path.name)


def _today() -> dict[str, str | int]:
    """What an index is made by: of another one, words may be kept otherwise than they are asked for."""
    return {"format": FORMAT} | {name: version(name) for name in _MADE_BY}


def _format_of(folder: Path) -> dict[str, str | int] | None:
    try:
        state: dict[str, str | int] = json.loads((folder / _STATE).read_bytes())
    except (OSError, ValueError):
        return None
    return state
