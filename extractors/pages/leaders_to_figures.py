"""Dots that lead to figures: a list of costs set as a contents list is; a table, that names no sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from schemas.page import Page, Word
from schemas.place import Box
from swedish.numbers.shapes import looks_like_figure

_LED = re.compile(r"^(?P<before>.*?)[.…_·]{4,}(?P<behind>[^.…_·]*)$")
# What no page number has: thousands, decimals, a sign, a unit.
_NO_SHEET = re.compile(r"\d \d{3}\b|\d,\d|^[-–−+(]|[^\W\d_]|%")
LETTER = 2.0  # how much wider than a dot
LINES_APART = 3.0  # of the type size: entries of one list stand closer


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line with leaders: where they stand among the sheet's words, and what stands to both sides."""

    at: int
    led: Word
    label: str
    figure: str


def with_leaders_cut(page: Page) -> Page:
    """The sheet without the dots of lists whose entries lead to figures; those of contents lists stay.

    >>> words = [Word(text, Box(x, y, x + 5 * len(text), y + 10), 10) for text, x, y in (
    ...     ("Mark", 50, 50), ("." * 20, 80, 50), ("1 250", 200, 50), ("Hus....", 50, 65), ("640", 200, 65))]
    >>> [word.text for word in with_leaders_cut(Page(1, 595, 842, 0, tuple(words))).words]
    ['Mark', '1 250', 'Hus', '640']
    """
    entries = sorted(_entries(page.words), key=lambda entry: entry.led.box.top)
    cut = {entry.at for group in _lists(entries) if _leads_to_figures(group) for entry in group}
    if not cut:
        return page
    words = (part for at, word in enumerate(page.words) for part in (_cut(word) if at in cut else [word]))
    return replace(page, words=tuple(words))


def _entries(words: Sequence[Word]) -> Iterator[_Entry]:
    for at, word in enumerate(words):
        led = _LED.match(word.text)
        if not led:
            continue
        half, middle = word.box.height / 2, word.box.middle
        beside = sorted((w for w in words if abs(w.box.middle - middle) < half), key=attrgetter("box.x0"))
        left = [w.text for w in beside if w.box.x1 <= word.box.x0 + 1 and w is not word]
        right = [w.text for w in beside if w.box.x0 >= word.box.x1 - 1 and w is not word]
        label, figure = " ".join([*left, led["before"]]), " ".join([led["behind"], *right])
        yield _Entry(at, word, label.strip(), figure.strip())


def _lists(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    lists: list[list[_Entry]] = []
    for entry in entries:
        last = lists[-1][-1].led if lists else None
        if last is not None and entry.led.box.top - last.box.bottom < LINES_APART * last.size:
            lists[-1].append(entry)
        else:
            lists.append([entry])
    return lists


def _leads_to_figures(entries: Sequence[_Entry]) -> bool:
    """True where every entry has a name and a figure, and one of these numbers no sheet."""
    return (
        len(entries) > 1
        and all(any(map(str.isalpha, e.label)) and looks_like_figure(e.figure) for e in entries)
        and any(_NO_SHEET.search(entry.figure) for entry in entries)
    )


def _cut(word: Word) -> list[Word]:
    """What stands before and behind the dots of one word, each in its share of the word's width."""
    led = _LED.match(word.text)
    assert led, "a word with leaders"
    before, behind = LETTER * len(led["before"]), LETTER * len(led["behind"])
    whole = before + behind + len(word.text) - len(led["before"]) - len(led["behind"])
    box, share = word.box, word.box.width / whole
    parts = (
        replace(word, text=led["before"], box=Box(box.x0, box.top, box.x0 + share * before, box.bottom)),
        replace(word, text=led["behind"], box=Box(box.x1 - share * behind, box.top, box.x1, box.bottom)),
    )
    return [part for part in parts if part.text]
