"""A paragraph's signature: a few bytes by which one paragraph is held against a million."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from reconcilers.spelling import is_common

SLOTS = 64  # minimum hashes of 16 bits each: 128 bytes a paragraph, 256 MB for two million
_ALIKE = 0.2  # estimated share of words of weight in common, below which two paragraphs are not worth reading
_MOST = 24  # paragraphs that one may resemble: what stands in more places than that is a form, not a copy
_BANDS = 2  # bands of two slots that must agree before the other slots are looked at
_MOST_AGREEING = 100  # paragraphs with the same band, in a small archive; in a large one a thousandth of it
_MIX = np.random.default_rng(20240617)  # fixed: signatures are stored and must not change from run to run
_FACTORS = _MIX.integers(1, 2**63, SLOTS, dtype=np.uint64) | np.uint64(1)
_TERMS = _MIX.integers(0, 2**63, SLOTS, dtype=np.uint64)

Signatures = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Match:
    """A new paragraph and one in the archive, by their rows, and the estimated share of words in common."""

    new: int
    row: int
    share: float


def signature(text: str) -> bytes:
    """MinHash of the words that carry weight, punctuation and case aside; always `2 * SLOTS` bytes.

    >>> len(signature("Nämnden antar budgeten.")), signature("Ny budget.") == signature("ny, budget")
    (128, True)
    """
    words = set(re.findall(r"\w+", text.casefold()))
    weighty = {word for word in words if not is_common(word)} or words or {""}
    return kept(slots_of(sorted(weighty)).min(axis=0)).tobytes()


def slots_of(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """A row a word: the hashes of which a signature keeps the smallest in each column."""
    hashes = np.array([_hash(word) for word in words], dtype=np.uint64)
    return hashes[:, None] * _FACTORS[None, :] + _TERMS[None, :]


def kept(smallest: npt.NDArray[np.uint64]) -> Signatures:
    """The 16 bits of each smallest hash that a signature consists of."""
    return (smallest >> np.uint64(24)).astype(np.uint16)


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def stack(signatures: Sequence[bytes]) -> Signatures:
    """Signatures as the table that `find_matches` reads: one column a paragraph."""
    return np.frombuffer(b"".join(signatures), dtype=np.uint16).reshape(-1, SLOTS).T.copy()


def find_matches(new: Signatures, held: Signatures, alike: float = _ALIKE) -> list[Match]:
    """Paragraphs in the archive that a new one may repeat, at most 24 each; to be measured word for word.

    `held` has a row a slot and a column a paragraph (`stack`), and may be a memory map: it is read once, slot by slot.
    """
    if not new.size or not held.size:
        return []
    matches: list[Match] = []
    by_new: dict[int, list[Match]] = {}
    for number, row, share in _estimated(new, held):
        if share >= alike:
            by_new.setdefault(number, []).append(Match(number, row, share))
    for found in by_new.values():
        matches += found if len(found) <= _MOST else []
    return sorted(matches, key=lambda match: (match.new, match.row))


def _estimated(new: Signatures, held: Signatures) -> Iterator[tuple[int, int, float]]:
    """Pairs that agree in enough bands of two neighbouring slots, with the share of all slots in which they agree."""
    width = np.int64(held.shape[1])
    found = [_agreeing(new[s : s + 2], held[s : s + 2]) for s in range(0, SLOTS, 2)]
    keys, bands = np.unique(np.concatenate(found), return_counts=True)
    keys = keys[bands >= _BANDS]
    numbers, rows = keys // width, keys % width
    agree = np.zeros(len(keys), dtype=np.uint8)
    for slot in range(SLOTS):
        agree += new[slot][numbers] == held[slot][rows]
    for number, row, count in zip(numbers.tolist(), rows.tolist(), agree.tolist(), strict=True):
        yield number, row, count / SLOTS


def _agreeing(new: Signatures, held: Signatures) -> npt.NDArray[np.int64]:
    """Pairs that agree in both of two slots, each as one number; what very many agree in is left out."""
    keys = _joined(new)
    order = np.argsort(keys, kind="stable")
    wanted = np.zeros(2**16, dtype=bool)
    wanted[_short(keys)] = True
    there = _joined(held)
    rows = np.flatnonzero(wanted[_short(there)])
    first = np.searchsorted(keys[order], there[rows], side="left")
    last = np.searchsorted(keys[order], there[rows], side="right")
    rows, first, last = (each[last > first] for each in (rows, first, last))
    most = max(_MOST_AGREEING, held.shape[1] // 1000)
    often = np.bincount(first, minlength=len(keys))[first] > most
    rows, first, count = rows[~often], first[~often], (last - first)[~often]
    steps = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    numbers = order[np.repeat(first, count) + steps]
    result: npt.NDArray[np.int64] = numbers.astype(np.int64) * held.shape[1] + np.repeat(rows, count)
    return result


def _joined(slots: Signatures) -> npt.NDArray[np.uint32]:
    joined: npt.NDArray[np.uint32] = slots[0].astype(np.uint32) << np.uint32(16) | slots[1]
    return joined


def _short(keys: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """16 bits of a key: a table of them tells at once which keys cannot be wanted."""
    return (keys * np.uint32(2654435761)) >> np.uint32(16)
