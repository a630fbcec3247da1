"""The keys of every document, a file a shelf, and which documents they make kin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from archive.documents import list_documents, read_document
from archive.durable import move_into_place, new_aside, replace_file, sync_tree, write_synced
from archive.kinship import KEYS, SCHEMA, keys_of
from archive.layout import Archive, shelf_of
from archive.partitions import read_rows, table_bytes
from archive.rows_to_things import tables_to_extraction

MOST_DOCUMENTS = 24  # that a key may stand in; what stands in more is a form of words
_VERSION = "1"
# keys in common: much text; or this share of the smaller document, but so many
_MUCH, _SHARE, _LEAST = 12, 0.2, 3
_AT_ONCE = 200

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Keys:
    """Rows of key, is_text and document; `document` is a place in `documents`, the sha256 in order."""

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


def read_index(archive: Archive) -> Keys | None:
    """None where there is no index, or one of another version."""
    folder = _folder(archive)
    if not folder.exists():
        return None
    return _stacked([read_rows(path) for path in sorted(folder.glob("*.parquet"))])


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
    """Write the shelves of the changed documents; with None all of them, in one rename."""
    if changed is None:
        aside = new_aside(archive.tmp, "index")
        for shelf in sorted({shelf_of(sha256) for sha256 in keys.documents}):
            write_synced(aside / f"{shelf}.parquet", _shelf_bytes(keys, shelf))
        sync_tree(aside)
        move_into_place(aside, _folder(archive))
        return
    for shelf in sorted({shelf_of(sha256) for sha256 in changed}):
        replace_file(_folder(archive) / f"{shelf}.parquet", _shelf_bytes(keys, shelf), archive.tmp)


def find_affected(old: Keys | None, new: Keys, changed: Sequence[str]) -> set[str]:
    """The changed documents, and those that share a key with them which has become a form of words, or
    ceased to be.
    """
    if old is None:
        return set(new.documents)
    touched = pc.unique(
        pa.chunked_array([*old.of(changed)["key"].chunks, *new.of(changed)["key"].chunks], pa.uint64())
    )
    before, after = (_counts(index.rows.filter(pc.is_in(index.rows["key"], touched))) for index in (old, new))
    turned = [key for key in touched.to_pylist() if _is_common(before, key) != _is_common(after, key)]
    holders = pc.unique(_where_in(new.rows, "key", turned)["document"]).to_pylist()
    return {*changed, *(new.documents[number] for number in holders)}


def find_kin(index: Keys, documents: Iterable[str]) -> set[Pair]:
    """Every pair of kin that one of the documents is in, each as (smaller, larger) sha256."""
    wanted = sorted(set(documents) & set(index.documents))
    return {
        pair
        for start in range(0, len(wanted), _AT_ONCE)
        for pair in _kin_of_some(index, wanted[start : start + _AT_ONCE])
    }


def _kin_of_some(index: Keys, documents: Sequence[str]) -> Iterable[Pair]:
    own = index.of(documents)
    near = index.rows.filter(pc.is_in(index.rows["key"], pc.unique(own["key"])))
    rare = pa.array([key for key, count in _counts(near).items() if 1 < count <= MOST_DOCUMENTS], pa.uint64())
    near, own = (rows.filter(pc.is_in(rows["key"], rare)) for rows in (near, own))
    holders: dict[int, list[tuple[int, bool]]] = {}
    for key, is_text, document in zip(*(near[name].to_pylist() for name in near.column_names), strict=True):
        holders.setdefault(key, []).append((document, is_text))
    shared: dict[tuple[int, int], list[int]] = {}
    for key, document in zip(own["key"].to_pylist(), own["document"].to_pylist(), strict=True):
        for other, is_text in holders[key]:
            if other != document:
                shared.setdefault((document, other), [0, 0])[is_text] += 1
    sizes = _sizes(index, {number for pair in shared for number in pair})
    for (one, other), (numbers, texts) in shared.items():
        if _are_kin(numbers, texts, min(sizes.get(one, 0), sizes.get(other, 0))):
            yield _pair(index.documents[one], index.documents[other])


def _are_kin(numbers: int, texts: int, smaller: int) -> bool:
    """One diary number and some words in common, or many words, or a good share of the smaller one's."""
    return (numbers > 0 and texts > 0) or texts >= _MUCH or (texts >= _LEAST and texts >= _SHARE * smaller)


def _sizes(index: Keys, numbers: set[int]) -> dict[int, int]:
    rows = _where_in(index.rows, "document", sorted(numbers))
    counted = pc.value_counts(rows.filter(rows["is_text"])["document"]).to_pylist()
    return {each["values"]: each["counts"] for each in counted}


def _counts(rows: pa.Table) -> dict[int, int]:
    return {each["values"]: each["counts"] for each in pc.value_counts(rows["key"]).to_pylist()}


def _is_common(counts: dict[int, int], key: int) -> bool:
    return counts.get(key, 0) > MOST_DOCUMENTS


def _where_in(rows: pa.Table, column: str, values: Sequence[int]) -> pa.Table:
    return rows.filter(pc.is_in(rows[column], pa.array(values, rows.schema.field(column).type)))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _folder(archive: Archive) -> Path:
    return archive.index / _VERSION


def _keys(archive: Archive, sha256: str) -> pa.Table:
    """As kept beside the reading; made from it where an older Paragraf kept it."""
    tables = read_document(archive, sha256)
    return tables[KEYS] if KEYS in tables else keys_of(tables_to_extraction(tables))


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
