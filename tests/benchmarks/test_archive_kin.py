"""An archive of made-up documents: each has keys of its own, and all have the forms of words in common."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa

from archive.index import Keys
from archive.kinship import KINDS
from benchmarks.archive_kin import KEYS_EACH, _with_made_up, told


def real_keys(texts: int = 10, own: int = 3) -> Keys:
    kinds = [KINDS.index("text")] * texts + [KINDS.index("own")] * own
    columns = [
        pa.array(range(len(kinds)), pa.uint64()),
        pa.array(kinds, pa.uint8()),
        pa.array([0] * len(kinds), pa.int32()),
    ]
    return Keys(("ab" * 32,), pa.table(columns, names=["key", "kind", "document"]))


def test_every_made_up_document_has_as_many_keys_and_shares_the_forms() -> None:
    keys = _with_made_up(real_keys(), 20)
    assert len(set(keys.documents)) == 21 and keys.documents[0] == "ab" * 32
    rows = keys.rows.to_pydict()
    key, kind, place = rows.values()
    counts = Counter(place)
    forms = 5 + 1
    assert set(counts) == set(range(21))
    assert {counts[n] for n in range(1, 21)} == {sum(KEYS_EACH.values()) + forms}
    shared = [each for each, n in Counter(key).items() if n == 21]
    assert sorted(shared) == [0, 1, 2, 3, 4, 10], "half of the words and one figure"
    assert len(set(key)) == 13 + 20 * sum(KEYS_EACH.values()), "all others are a document's own"
    assert Counter(kind)[KINDS.index("day")] == 20 * KEYS_EACH["day"]


def test_the_same_archive_is_made_each_time() -> None:
    assert _with_made_up(real_keys(), 3).rows.equals(_with_made_up(real_keys(), 3).rows)


def test_what_was_measured_is_told_beside_its_limits() -> None:
    measured = {"documents": 10_000, "seconds": 1.234, "mb": 512.4, "reader_mb": 300.0, "pairs": 1}
    assert told(measured) == (
        "One new document against 10,000: 1.23 s (at most 5), 512 MB and 300 MB in the reader "
        "(at most 1024), 1 pair compared"
    )
