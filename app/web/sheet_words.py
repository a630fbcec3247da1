"""Sheets drawn and their words read in processes of their own: PDFium is not for threads, and what a hostile
file does to it ends with the process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from pebble import ProcessExpired, ProcessPool

from archive.search.marks import Marker
from schemas.errors import ParagrafError

Edges = tuple[float, float, float, float]
SECONDS = 10.0  # a sheet
_NO_REST = frozenset(("och", "eller", "samt", "respektive"))  # "Miljö-" at a line's end, "och" on the next
_AT_ONCE, _WAITING = 2, 16
_TASKS_A_PROCESS = 500
_PICTURES_KEPT, _WORDS_KEPT = 48, 64
MOST_BYTES = 1_500_000_000  # of address space more than the process begins with


class CannotDraw(Exception):
    """In Swedish, why a sheet is not shown."""


@dataclass(frozen=True, slots=True)
class WordOnSheet:
    """A word and its box, in points of the sheet as a person sees it."""

    text: str
    box: Edges


class Drawing:
    """The processes that draw. Close it, or they stay."""

    def __init__(self) -> None:
        self._pool = ProcessPool(
            _AT_ONCE, max_tasks=_TASKS_A_PROCESS, initializer=_limit_memory, context=get_context("spawn")
        )
        self._places = BoundedSemaphore(_WAITING)
        self.picture = lru_cache(_PICTURES_KEPT)(self._picture)
        self._words = lru_cache(_WORDS_KEPT)(self._read_words)
        self._printed = lru_cache(_WORDS_KEPT)(self._find_printed)

    def warm(self) -> None:
        """Start a process and what it imports, so that the first sheet need not wait for it."""
        for _ in range(_AT_ONCE):
            self._pool.schedule(_imported)

    def close(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def words(self, original: Path, page: int) -> tuple[Sequence[WordOnSheet], str]:
        """The words of the sheet (from 1) and "", or none and why."""
        try:
            return self._words(original, page), ""
        except CannotDraw as error:
            return (), str(error)

    def cut_out(self, original: Path, page: int, box: Edges, marked: Sequence[Edges]) -> bytes:
        """PNG of a piece of the sheet with boxes marked. Raises CannotDraw."""
        png: bytes = self._ask(_cut, original, page, box, tuple(marked))
        return png

    def printed(self, original: Path, page: int, box: Edges, text: str) -> tuple[Edges, ...]:
        """Where in the box the text is printed, a box a line; () where it is not found, or cannot be looked
        for.
        """
        try:
            return self._printed(original, page, box, text)
        except CannotDraw:
            return ()

    def _find_printed(self, original: Path, page: int, box: Edges, text: str) -> tuple[Edges, ...]:
        found: tuple[Edges, ...] = self._ask(_printed, original, page, box, text)
        return found

    def _picture(self, original: Path, page: int, scale: float) -> bytes:
        """PNG of the sheet (from 1), `scale` pixels a point. Raises CannotDraw."""
        png: bytes = self._ask(_draw, original, page, scale)
        return png

    def _read_words(self, original: Path, page: int) -> tuple[WordOnSheet, ...]:
        return tuple(WordOnSheet(text, box) for text, box in self._ask(_words, original, page))

    def _ask(self, work: Any, *given: Any) -> Any:
        if not self._places.acquire(blocking=False):
            raise CannotDraw("Många blad ritas just nu. Ladda om sidan om en stund.")
        try:
            return self._pool.schedule(work, args=given, timeout=SECONDS).result()
        except TookTooLong:
            raise CannotDraw(
                f"Bladet tog längre än {SECONDS:.0f} sekunder att rita. Ladda ner originalet i stället."
            ) from None
        except ProcessExpired:
            raise CannotDraw("Bladet gick inte att rita. Ladda ner originalet i stället.") from None
        except ParagrafError as error:
            raise CannotDraw(error.says) from error
        except (OSError, ValueError, MemoryError) as error:  # of a file that is damaged, or is being replaced
            raise CannotDraw("Bladet gick inte att rita. Ladda ner originalet i stället.") from error
        finally:
            self._places.release()


def boxes_of(words: Sequence[WordOnSheet], marker: Marker) -> Iterator[tuple[Edges, str]]:
    """The boxes of the words that were asked for, a word divided over lines too."""
    text, spans = "", []
    before: WordOnSheet | None = None
    for word in words:
        if before and _goes_on(before, word):
            text = text[:-1]
        elif text:
            text += " "
        spans.append((len(text), len(text) + len(word.text), word))
        text += word.text
        before = word
    marks = marker.find(text)
    for start, end, word in spans:
        if any(first < end and start < last for first, last in marks):
            yield word.box, word.text


def _goes_on(before: WordOnSheet, word: WordOnSheet) -> bool:
    """A word divided at the end of its line; "Miljö- och" is none."""
    is_next_line = word.box[1] >= before.box[3] - 1
    return (
        before.text.endswith("-") and word.text[:1].islower() and is_next_line and word.text not in _NO_REST
    )


def _limit_memory() -> None:
    import resource

    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_BYTES, used + MOST_BYTES))


def _imported() -> None:
    import extractors.pictures.sheets  # noqa: F401


def _draw(original: Path, page: int, scale: float) -> bytes:
    from extractors.pictures.sheets import draw_sheet

    return draw_sheet(original.read_bytes(), page, scale)


def _words(original: Path, page: int) -> list[tuple[str, Edges]]:
    from extractors.pictures.sheets import words_of_sheet

    return [
        (text, (box.x0, box.top, box.x1, box.bottom))
        for text, box in words_of_sheet(original.read_bytes(), page)
    ]


def _printed(original: Path, page: int, box: Edges, text: str) -> tuple[Edges, ...]:
    from extractors.pictures.cutouts import find_printed
    from schemas.place import Box

    [found] = find_printed(original.read_bytes(), [(page, Box(*box), text)])
    return tuple((each.x0, each.top, each.x1, each.bottom) for each in found)


def _cut(original: Path, page: int, box: Edges, marked: Sequence[Edges]) -> bytes:
    from extractors.pictures.cutouts import cut_out
    from schemas.place import Box

    return cut_out(original.read_bytes(), page, Box(*box), [Box(*each) for each in marked])
