"""By which documents find their kin: a sample of what they say word for word, and their diary numbers.

A key is a hash. Of every four words in a row one in sixteen becomes a key, chosen by its own value, so that
two texts that share words share keys whatever else they hold. A key that many documents have is a form of
words ("Hur man överklagar") and says nothing of kinship. Whether two documents are kin follows from what is
in the archive and from nothing else: not from the order in which it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b

import pyarrow as pa

from schemas.document import Extraction

KEYS = "keys"
SCHEMA = pa.schema([pa.field("key", pa.uint64()), pa.field("is_text", pa.bool_())])
_ONE_IN = 16
_IN_A_ROW = 4
_SHORTEST = 46  # characters of a paragraph that may be published as a duplicate
_WORD = re.compile(r"\w+")


def keys_of(reading: Extraction) -> pa.Table:
    """The reading's keys, each once."""
    text = {key for paragraph in reading.paragraphs for key in _text_keys(paragraph.text)}
    numbers = {_hash(f"dnr {number}") for number in _diary_numbers(reading)}
    keys = sorted(text), sorted(numbers)
    columns = [[*keys[0], *keys[1]], [True] * len(keys[0]) + [False] * len(keys[1])]
    return pa.table(columns, schema=SCHEMA)


def _text_keys(text: str) -> Iterator[int]:
    if len(text) < _SHORTEST:
        return
    words = _WORD.findall(text.casefold())
    for start in range(len(words) - _IN_A_ROW + 1):
        key = _hash(" ".join(words[start : start + _IN_A_ROW]))
        if key % _ONE_IN == 0:
            yield key


def _diary_numbers(reading: Extraction) -> Iterable[str]:
    """Without the plan number behind it, spaces or case ("KS 2024-00375 1.1.2.1").

    A number is a municipality's own; two documents of different ones share no text either.
    """
    numbers = (reading.diary_number, *(decision.diary_number for decision in reading.decisions))
    return {_plain(number) for number in numbers if number}


def _plain(number: str) -> str:
    """
    >>> _plain("KS 2024-00375 1.1.2.1"), _plain("ks 2024-00375")
    ('ks2024-00375', 'ks2024-00375')
    """
    return re.sub(r"\s+", "", re.sub(r"\s+\d+(?:\.\d+)+$", "", number.strip())).casefold()


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
