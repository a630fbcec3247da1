"""Type sizes measured on pictures made the few sizes that were set:
a measure differs by a pixel or by a letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.pdf.words import DESCENT
from schemas.page import Page, Word
from schemas.place import Box

NEAR = 1.08  # factor: around the size that most letters have
SMALLER, LARGER = 1.25, 1.17  # factors: still the same size; capitals and thin type are measured small
SAME_ROW = 0.25  # of the type size: how far baselines of one row differ
# of a larger run's characters: as many of running text's size beside it, and it is of that size
LEAST_COMPANY = 0.4


def settle_sizes(pages: Sequence[Page]) -> list[Page]:
    """The sheets with one size for all that is about as large, through the document and along each row."""
    counts: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            counts[word.size] += len(word.text)
    if not counts:
        return list(pages)
    sizes = common_sizes(counts)
    body: Counter[float] = Counter()
    for size, count in counts.items():
        body[sizes[size]] += count
    usual = body.most_common(1)[0][0]
    return [replace(page, words=tuple(_settled(page.words, sizes, usual))) for page in pages]


def common_sizes(counts: Counter[float]) -> dict[float, float]:
    """For each size that was measured, with its number of characters, the size it stands for.

    >>> sorted(common_sizes(Counter({8.9: 300, 9.3: 200, 9.9: 80, 13.6: 20})).items())
    [(8.9, 8.9), (9.3, 8.9), (9.9, 8.9), (13.6, 13.6)]
    """
    left, common = Counter(counts), dict[float, float]()
    while left:
        mode = max(left, key=lambda size: (sum(n for s, n in left.items() if _is_near(s, size, NEAR)), -size))
        group = {size for size in left if mode / SMALLER <= size <= mode * LARGER}
        common.update(dict.fromkeys(group, _middle({size: left.pop(size) for size in group})))
    return common


def _is_near(a: float, b: float, factor: float) -> bool:
    return b / factor <= a <= b * factor


def _middle(counts: dict[float, int]) -> float:
    """The size in the middle, each counted as often as it has characters."""
    half, seen = sum(counts.values()) / 2, 0
    for size in sorted(counts):
        seen += counts[size]
        if seen >= half:
            return size
    raise ValueError("no sizes")


def _settled(words: Sequence[Word], sizes: dict[float, float], usual: float) -> Iterable[Word]:
    settled = [_resized(word, sizes[word.size]) for word in words]
    rows: dict[int, list[Word]] = {}
    for word in settled:
        rows.setdefault(round(_baseline(word) / (SAME_ROW * usual)), []).append(word)
    for word in settled:
        if word.size > usual:
            near = round(_baseline(word) / (SAME_ROW * usual))
            row = [other for n in (near - 1, near, near + 1) for other in rows.get(n, ())]
            company = sum(len(other.text) for other in row if other.size == usual)
            if company > LEAST_COMPANY * sum(len(other.text) for other in row if other.size > usual):
                word = _resized(word, usual)
        yield word


def _baseline(word: Word) -> float:
    return word.box.bottom - DESCENT * word.size


def _resized(word: Word, size: float) -> Word:
    """The word in another size on the same baseline."""
    if size == word.size:
        return word
    factor, baseline = size / word.size, _baseline(word)
    top, bottom = baseline - factor * (baseline - word.box.top), baseline + DESCENT * size
    return replace(word, size=size, box=Box(word.box.x0, top, word.box.x1, bottom))
