"""One new document held against an archive of 10,000 made-up ones: time, memory, and how many copies are found.

python -m benchmarks.archive_scale [DOCUMENTS]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from wordfreq import top_n_list

from reconcilers.duplicates import Passage, find_repeats
from reconcilers.signatures import SLOTS, find_matches, kept, signature, slots_of, stack
from reconcilers.spelling import is_common

DOCUMENTS, PARAGRAPHS, WORDS = 10_000, 150, 35
NEW, COPIED, CHANGED = 200, 60, 6  # paragraphs of the new document, how many of them are copies, words changed in each
_LEFT_OUT = 300  # commonest words: the made-up texts share more words than two texts picked at random do
_BATCH = 500


def main() -> None:
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "signatures"
        write_archive(path, documents)
        subprocess.run([sys.executable, "-m", "benchmarks.archive_scale", "search", str(path)], check=True)


def write_archive(path: Path, documents: int) -> None:
    """Signatures of paragraphs of words drawn as often as Swedish has them, a row a slot, as an archive keeps them."""
    count = documents * PARAGRAPHS
    table = np.memmap(path, dtype=np.uint16, mode="w+", shape=(SLOTS, count))
    of_word = _slots_of_words()
    for start in range(0, count, _BATCH * PARAGRAPHS):
        rows = np.arange(start, min(start + _BATCH * PARAGRAPHS, count))
        words = drawn(rows)
        smallest = of_word[words[:, 0]].copy()
        for column in range(1, words.shape[1]):
            np.minimum(smallest, of_word[words[:, column]], out=smallest)
        table[:, rows] = kept(smallest).T
    table.flush()


def drawn(rows: np.ndarray) -> np.ndarray:
    """The words of made-up paragraphs, the same for a row whenever it is asked for; few common ones are weighed."""
    reach = np.log((len(_vocabulary()) + _LEFT_OUT) / _LEFT_OUT)
    out = np.empty((len(rows), WORDS), dtype=np.int64)
    for batch in np.unique(rows // PARAGRAPHS):
        dice = np.random.default_rng(int(batch))
        chance = dice.random((PARAGRAPHS, WORDS))
        words = (_LEFT_OUT * (np.exp(chance * reach) - 1)).astype(np.int64)  # Zipf: rank r as often as 1/r
        mine = rows // PARAGRAPHS == batch
        out[mine] = words[rows[mine] % PARAGRAPHS]
    return out


def _vocabulary() -> list[str]:
    return [word for word in top_n_list("sv", 60_000) if word.isalpha()][_LEFT_OUT:]


def _slots_of_words() -> np.ndarray:
    """What each word adds to a signature: a common one nothing."""
    slots = slots_of(_vocabulary())
    slots[[is_common(word) for word in _vocabulary()]] = np.iinfo(np.uint64).max
    return slots


def search(path: Path) -> None:
    """Made in a process of its own, so that its memory is its own."""
    count = path.stat().st_size // (2 * SLOTS)
    copied = np.random.default_rng(1).choice(count, COPIED, replace=False)
    texts, archive = _new_document(copied)
    started = time.perf_counter()
    held = np.memmap(path, dtype=np.uint16, mode="r", shape=(SLOTS, count))
    matches = find_matches(stack([signature(text) for text in texts]), held)
    new = [_passage(f"new{n}", text) for n, text in enumerate(texts)]
    there = [_passage(str(m.row), archive[m.row]) for m in matches if m.row in archive]
    pairs = find_repeats(there, new)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} paragraphs against {count:,}: {seconds:.2f} s, {memory:.0f} MB at most")
    print(f"{len(pairs)} of {COPIED} copies found, {len(matches)} paragraphs proposed")


def _new_document(copied: np.ndarray) -> tuple[list[str], dict[int, str]]:
    """Its paragraphs, some of them copies with some words changed, and the originals by row."""
    vocabulary, dice = np.array(_vocabulary()), np.random.default_rng(2)
    archive = {int(row): " ".join(vocabulary[words]) for row, words in zip(copied, drawn(copied), strict=True)}
    texts = []
    for text in archive.values():
        words = text.split()
        for place in dice.choice(WORDS, CHANGED, replace=False):
            words[place] = str(dice.choice(vocabulary))
        texts.append(" ".join(words))
    fresh = drawn(np.arange(NEW - COPIED) + 10**9)
    return [*texts, *(" ".join(vocabulary[words]) for words in fresh)], archive


def _passage(name: str, text: str) -> Passage:
    return Passage("paragraph", name, name, name, name, text)


if __name__ == "__main__":
    if sys.argv[1:2] == ["search"]:
        search(Path(sys.argv[2]))
    else:
        main()
