"""What an archive costs to serve: cold words, pages, sheets, memory, start, and one new document in its
index.

python -m benchmarks.serving ARCHIVE

ARCHIVE is one of `python -m benchmarks.archive_of_many`, for the limits are of 10,000 documents. The server
is a process of its own, as `paragraf serve` starts it. A word is asked for once and never again; half of the
searches have two words, for one word is easier.
"""

from __future__ import annotations

import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

import psutil

from archive.layout import Archive
from archive.search.asked import read_asked
from archive.search.fields import FACETS, WORDS
from archive.search.find import SearchIndex
from archive.search.query import Filters
from archive.search.write import build_index, index_path
from archive.snapshots import current_number
from benchmarks.told import Told

ASKED = 400
SHEETS = 60
ENGINE_MS, PAGE_MS, SHEET_MS, MOST_MB, START_S, UPDATE_S = 50.0, 150.0, 300.0, 400.0, 2.0, 1.0
_SEED = 20261129


def bench_serving(told: Told, folder: Path) -> None:
    """Every limit of the archive for people, measured on the archive in `folder`."""
    archive = Archive(folder)
    number = current_number(archive)
    assert number is not None, "the archive has a release"
    index = SearchIndex(index_path(archive, number))
    words = cold_words(index, 3 * ASKED)
    told.say(f"{index.size:,} units in the index of {folder.name}")
    told.note(units=index.size)
    _hold(
        told,
        "engine_p95_ms",
        engine_ms(index, words[: ASKED + ASKED // 2]),
        ENGINE_MS,
        "a cold word in the engine",
    )
    with served(folder) as (address, server, seconds):
        told.note(start_s=seconds)
        told.say(f"  start {seconds:.2f} s (at most {START_S:g})")
        if seconds > START_S:
            told.break_limit(f"the server starts in {seconds:.2f} s")
        pages = (f"{address}/sok?q={quote(asked)}" for asked in _asked(words[ASKED + ASKED // 2 :]))
        _hold(told, "page_p95_ms", [_fetch_ms(each) for each in pages], PAGE_MS, "a cold word as a page")
        sheets = [f"{address}/dokument/{each}/blad/1.png" for each in _documents(archive, SHEETS)]
        if sheets:
            _hold(
                told,
                "sheet_p95_ms",
                [_fetch_ms(each) for each in sheets],
                SHEET_MS,
                "a sheet never drawn before",
            )
        memory = server.memory_full_info()
    megabytes = memory.uss / 1e6
    told.note(server_mb=megabytes, server_with_index_mb=memory.rss / 1e6)
    told.say(
        f"  memory of the server's own {megabytes:.0f} MB (at most {MOST_MB:g}); with what is mapped of the "
        f"index and of libraries, which the system may take back, {memory.rss / 1e6:.0f} MB"
    )
    if megabytes > MOST_MB:
        told.break_limit(f"the server takes {megabytes:.0f} MB")
    _tell_update(told, archive, number)


def cold_words(index: SearchIndex, count: int) -> list[str]:
    """Words of the archive in no order, each once."""
    words = [word for word in index.words(WORDS) if len(word) > 3 and word.isalpha()]
    random.Random(_SEED).shuffle(words)
    return words[:count]


def _asked(words: Sequence[str]) -> Iterator[str]:
    """One word, then two, then one."""
    rest = iter(words)
    for number, word in enumerate(rest):
        yield f"{word} {next(rest, '')}".strip() if number % 2 else word


def engine_ms(index: SearchIndex, words: Sequence[str]) -> list[float]:
    """The search itself with its counts by facet, without a page."""
    taken = []
    for asked in _asked(words):
        started = time.perf_counter()
        found = index.find(read_asked(asked), Filters(), limit=20)
        index.counts(found, FACETS)
        taken.append(1000 * (time.perf_counter() - started))
    return taken


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, psutil.Process, float]]:
    """The server's address, its process, and how long it took to answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, "-m", "app.cli", "serve", "--archive", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        while not _answers(address):
            assert process.poll() is None and time.perf_counter() - started < 60, "the server starts"
            time.sleep(0.02)
        yield address, psutil.Process(process.pid), time.perf_counter() - started
    finally:
        process.terminate()
        process.wait(20)


def _answers(address: str) -> bool:
    try:
        return bool(_fetch_ms(f"{address}/om"))
    except OSError:
        return False


def _fetch_ms(address: str) -> float:
    started = time.perf_counter()
    with urllib.request.urlopen(address, timeout=30) as answer:
        answer.read()
    return 1000 * (time.perf_counter() - started)


def _documents(archive: Archive, count: int) -> list[str]:
    folders = sorted(path.parent for path in archive.documents.glob("??/*/original.pdf"))
    return [folder.name[:16] for folder in random.Random(_SEED).sample(folders, min(count, len(folders)))]


def _tell_update(told: Told, archive: Archive, number: int) -> None:
    """The index of the next release where one document is another, made aside; and the sizes."""
    with tempfile.TemporaryDirectory(dir=archive.root) as name:
        aside = Archive(Path(name))
        for part in ("documents", "between"):
            if (archive.root / part).exists():
                (aside.root / part).symlink_to(archive.root / part)
        shutil.copytree(index_path(archive, number), index_path(aside, number))
        changed = sorted(archive.documents.glob("??/*"))[len(list(archive.documents.glob("??"))) // 2].name
        started = time.perf_counter()
        build_index(aside, number + 1, [changed], number)
        seconds = time.perf_counter() - started
    size = sum(path.stat().st_size for path in index_path(archive, number).iterdir())
    text = sum(
        path.stat().st_size for path in (archive.releases / str(number) / "paragraphs").rglob("*.parquet")
    )
    told.note(update_s=seconds, index_mb=size / 1e6, paragraphs_mb=text / 1e6)
    told.say(f"  one new document in the index {seconds:.2f} s (at most {UPDATE_S:g})")
    told.say(
        f"  the index takes {size / 1e6:,.0f} MB; the release's paragraphs, packed, {text / 1e6:,.0f} MB"
    )
    if seconds > UPDATE_S:
        told.break_limit(f"one new document takes {seconds:.2f} s in the index")


def _hold(told: Told, name: str, taken: Sequence[float], most: float, what: str) -> None:
    slow = sorted(taken)[int(0.95 * len(taken))]
    told.note(**{name: slow, name.replace("p95", "median"): median(taken)})
    told.say(
        f"  {what}: median {median(taken):.1f} ms, p95 {slow:.1f} ms (at most {most:g}), of {len(taken)}"
    )
    if slow > most:
        told.break_limit(f"{what} takes {slow:.1f} ms at p95")


if __name__ == "__main__":
    own = Told()
    bench_serving(own, Path(sys.argv[1]))
    sys.exit(1 if own.broken else 0)
