"""By which documents find their kin: samples of what they say word for word. What makes two of them kin.

A key is the hash of some words in a row. What says something of a document alone is kept whole: the words
around its own figures. Of other words a sample is kept, chosen by its own value, so that two texts that share
words share keys whatever else they hold. Whether two documents are kin follows from their own keys: no
document beside them, and no size of the archive, has a say in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from archive.windows import find_windows

KEYS = "own_keys"
# Of which kind a key is, by its place here. In a matter: the words together with the matter's diary number.
KINDS = ("own", "day", "text", "own_in_matter", "text_in_matter")
SCHEMA = pa.schema([pa.field("key", pa.uint64()), pa.field("kind", pa.uint8())])
_ONE_IN = {"text": 8, "text_in_matter": 4}  # of these a sample is kept: a protocol has some 10,000
_SHORTEST = 46  # characters of a paragraph that may be published as a duplicate

# Own figures in common. Annual reports of one bookkeeper and reports made of the same phrases share 2 at
# most.
_MUCH = 12  # a quoted page, however long the two documents are
_SOME, _SHARE = 4, 0.25  # a short extract: this share of the figures of the one that has fewer
# Under one diary number. A city's protocols repeat up to 28 windows of standing items ("Redovisning av
# motioner") word for word at every meeting, some 7 in the sample, and no figure of its own.
_FIGURES_OF_A_MATTER = 1
_TEXT_OF_A_MATTER = 20  # in the sample: some 80 words
_LEAST_OF_A_MATTER = (
    5  # where it is all that one of the two says under any diary number: an extract in a file of its own
)
# A text that stands whole in another one, or in a revision of it: its words, and its figures and days too,
# for two notices of meetings are alike but for their dates.
_WHOLE, _SAME = 0.8, 0.6
_LEAST = 10  # in the sample: some 80 words; of fewer too much is chance
# The scan of a report of tables has 50 windows of text, of which OCR spoils some. Formulas are up to two
# thirds of such a report, so that it is the figures that decide.
_FIGURES, _HALF, _LEAST_BESIDE = 2, 0.5, 5

Counts = NDArray[np.int64]


def keys_of(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The keys of a reading's tables, each once."""
    found = {key for text in _column(tables, "paragraphs", "text") for key in _text_keys(text)}
    found |= {key for number, text in _matters(tables) for key in _text_keys(text, number)}
    ordered = sorted(found)
    return pa.table([[key for _, key in ordered], [kind for kind, _ in ordered]], schema=SCHEMA)


def are_kin(shared: Counts, one: Counts, others: Counts) -> NDArray[np.bool_]:
    """For each other document; `shared` and `others` have a row for each, all have a column for each kind.

    >>> has = np.array([20, 5, 60, 0, 0])
    >>> are_kin(np.array([[2, 4, 40, 0, 0], [5, 0, 3, 0, 0]]), has, np.array([has, has])).tolist()
    [False, True]
    """
    smaller = np.minimum(one, others)
    own, days, texts, own_in_matter, text_in_matter = shared.T
    figures = (own >= _MUCH) | ((own >= _SOME) & (own >= _SHARE * smaller[:, 0]))
    matter = (own_in_matter >= _FIGURES_OF_A_MATTER) | (text_in_matter >= _TEXT_OF_A_MATTER)
    extract = (text_in_matter >= _LEAST_OF_A_MATTER) & (text_in_matter >= _WHOLE * smaller[:, 4])
    same_figures = own >= _SAME * smaller[:, 0]
    same_days = days >= _SAME * smaller[:, 1]
    whole = same_figures & same_days & (texts >= _LEAST) & (texts >= _WHOLE * smaller[:, 2])
    proved = same_figures & (own >= _FIGURES) & (texts >= _LEAST_BESIDE) & (texts >= _HALF * smaller[:, 2])
    return np.asarray(figures | matter | extract | whole | proved)


def _text_keys(text: str, number: str = "") -> Iterator[tuple[int, int]]:
    """Kind and key of each; of a matter with its diary number the windows that say something of it."""
    if len(text) < _SHORTEST:
        return
    for window in find_windows(text):
        kind = f"{window.kind}_in_matter" if number else window.kind
        if kind not in KINDS:
            continue
        key = _hash(f"{kind} {number} {window.words}")
        if key % _ONE_IN.get(kind, 1) == 0:
            yield KINDS.index(kind), key


def _matters(tables: Mapping[str, pa.Table]) -> Iterator[tuple[str, str]]:
    """Diary number and text of what is said under it: in a § of a protocol, or in a paper of one matter."""
    decisions = tables["decisions"].to_pylist() if "decisions" in tables else []
    for each in decisions:
        for text in (each["body"] or "", *each["decision_text"], *each["proposals"]):
            if each["diary_number"]:
                yield _plain(each["diary_number"]), text
    [number] = _column(tables, "documents", "diary_number")
    if number and len(decisions) <= 1:  # a protocol's own number would bind its formulas too
        for text in _column(tables, "paragraphs", "text"):
            yield _plain(number), text


def _column(tables: Mapping[str, pa.Table], table: str, column: str) -> list[str]:
    found: list[str] = tables[table][column].to_pylist() if table in tables else []
    return found


def _plain(number: str) -> str:
    """Without the plan number behind it, spaces or case.

    >>> _plain("KS 2024-00375 1.1.2.1"), _plain("ks 2024-00375")
    ('ks2024-00375', 'ks2024-00375')
    """
    return re.sub(r"\s+", "", re.sub(r"\s+\d+(?:\.\d+)+$", "", number.strip())).casefold()


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
