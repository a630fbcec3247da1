"""The keys of every document, a file a shelf, and which documents they make kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from archive.documents import list_documents, read_document
from archive.durable import move_into_place, new_aside, remove_tree, replace_file, sync_tree, write_synced
from archive.kinship import KEYS, KINDS, SCHEMA, Counts, are_kin, keys_of
from archive.layout import Archive, shelf_of
from archive.partitions import read_rows, table_bytes

_VERSION = "2"
_AT_ONCE = 200

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Keys:
    """Rows of key, kind and document; `document` is a place in `documents`, the sha256 in order."""

    documents: tuple[str, ...]
    rows: pa.Table

    def of(self, documents: Iterable[str]) -> pa.Table:
        numbers = {sha256: number for number, sha256 in enumerate(self.documents)}
        return _where_in(
            self.rows, "document", [numbers[sha256] for sha256 in documents if sha256 in numbers]
        )


_DOCUMENT = pa.field("document", pa.int32())
_EMPTY = SCHEMA.append(_DOCUMENT).empty_table()
_NOTHING = Keys((), _EMPTY)


def has_index(archive: Archive) -> bool:
    """Whether there is one of today's version."""
    return _folder(archive).exists()


def read_index(archive: Archive) -> Keys | None:
    """None where there is no index, or one of another version."""
    if not has_index(archive):
        return None
    return _stacked([read_rows(path) for path in sorted(_folder(archive).glob("*.parquet"))])


def index_with(archive: Archive, old: Keys | None, changed: Iterable[str]) -> Keys:
    """The index with the changed documents' keys as they are now; all documents' where there was none."""
    if old is None:
        return _with_documents(
            _NOTHING, {sha256: _keys(archive, sha256) for sha256 in list_documents(archive)}
        )
    new = {sha256: _keys(archive, sha256) for sha256 in changed}
    gone = [number for number, sha256 in enumerate(old.documents) if sha256 in new]
    kept = old.rows  # as it is, not copied, where nothing but new documents came in
    if gone:
        kept = kept.filter(pc.invert(pc.is_in(kept["document"], pa.array(gone, pa.int32()))))
    return _with_documents(Keys(old.documents, kept), new)


def write_index(archive: Archive, keys: Keys, changed: Iterable[str] | None) -> None:
    """Write the shelves of the changed documents;
    with None all of them, in one rename, and drop older versions.
    """
    if changed is None:
        aside = new_aside(archive.tmp, "index")
        for shelf in sorted({shelf_of(sha256) for sha256 in keys.documents}):
            write_synced(aside / f"{shelf}.parquet", _shelf_bytes(keys, shelf))
        sync_tree(aside)
        move_into_place(aside, _folder(archive))
        for older in [folder for folder in archive.index.iterdir() if folder.name != _VERSION]:
            remove_tree(older, archive.tmp)
        return
    for shelf in sorted({shelf_of(sha256) for sha256 in changed}):
        replace_file(_folder(archive) / f"{shelf}.parquet", _shelf_bytes(keys, shelf), archive.tmp)


def find_kin(index: Keys, documents: Iterable[str]) -> set[Pair]:
    """Every pair of kin that one of the documents is in, each as (smaller, larger) sha256."""
    places = {sha256: place for place, sha256 in enumerate(index.documents)}
    wanted = sorted(places[sha256] for sha256 in set(documents) & places.keys())
    sizes = _count(_numbers(index.rows, "document"), _numbers(index.rows, "kind"), len(places))
    return {
        _pair(index.documents[one], index.documents[other])
        for start in range(0, len(wanted), _AT_ONCE)
        for one, others in _kin_of_some(index.rows, wanted[start : start + _AT_ONCE], sizes)
        for other in others
    }


def _kin_of_some(rows: pa.Table, wanted: Sequence[int], sizes: Counts) -> Iterator[tuple[int, list[int]]]:
    """Each of the documents with its kin.
    A key that all documents have costs a row for each, never a pair.
    """
    own = pc.unique(_where_in(rows, "document", wanted)["key"])
    near = rows.filter(pc.is_in(rows["key"], own))
    codes = pc.index_in(near["key"], own).to_numpy()
    holders, kinds = _numbers(near, "document"), _numbers(near, "kind")
    for one in wanted:
        is_own = np.zeros(len(own), bool)
        is_own[codes[holders == one]] = True
        is_shared = is_own[codes]
        shared = _count(holders[is_shared], kinds[is_shared], len(sizes))
        kin = are_kin(shared, sizes[one], sizes)
        kin[one] = False
        yield one, np.flatnonzero(kin).tolist()


def _count(documents: NDArray[np.int32], kinds: NDArray[np.int32], most: int) -> Counts:
    """How many keys of each kind the documents have: a row a document, a column a kind."""
    cells = np.bincount(documents * len(KINDS) + kinds, minlength=most * len(KINDS))
    return cells.reshape(most, len(KINDS))


def _numbers(rows: pa.Table, column: str) -> NDArray[np.int32]:
    return np.asarray(rows[column].to_numpy(), np.int32)


def _where_in(rows: pa.Table, column: str, values: Sequence[int]) -> pa.Table:
    return rows.filter(pc.is_in(rows[column], pa.array(values, rows.schema.field(column).type)))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _folder(archive: Archive) -> Path:
    return archive.index / _VERSION


def _keys(archive: Archive, sha256: str) -> pa.Table:
    """As kept beside the reading; made from it where an older Paragraf kept it."""
    tables = read_document(archive, sha256)
    return tables[KEYS] if KEYS in tables else keys_of(tables)


def _shelf_bytes(keys: Keys, shelf: str) -> bytes:
    own = [sha256 for sha256 in keys.documents if shelf_of(sha256) == shelf]
    rows = keys.of(own)
    names = pa.array(keys.documents, pa.string()).take(rows["document"]).dictionary_encode()
    return table_bytes(rows.set_column(rows.column_names.index("document"), "document", names))


def _stacked(shelves: Sequence[pa.Table]) -> Keys:
    """Shelves as they are written, on top of each other."""
    names: list[str] = []
    tables = [_EMPTY]
    for shelf in shelves:
        coded = pa.concat_arrays(shelf["document"].chunks) if shelf.num_rows else pa.array([], pa.string())
        coded = coded if pa.types.is_dictionary(coded.type) else coded.dictionary_encode()
        places = pc.add(coded.indices.cast(pa.int32()), pa.scalar(len(names), pa.int32()))
        names += coded.dictionary.to_pylist()
        tables.append(shelf.select(SCHEMA.names).append_column(_DOCUMENT, places))
    return Keys(tuple(names), pa.concat_tables(tables))


def _with_documents(index: Keys, new: dict[str, pa.Table]) -> Keys:
    """The index with documents it does not hold; a known name keeps its place."""
    names = (*index.documents, *sorted(new.keys() - set(index.documents)))
    places = {sha256: place for place, sha256 in enumerate(names)}
    tables = [
        table.append_column(_DOCUMENT, pa.array([places[sha256]] * table.num_rows, pa.int32()))
        for sha256, table in sorted(new.items())
    ]
    return Keys(names, pa.concat_tables([index.rows, *tables]))
