"""Which printed runs look like figures, before anyone asks what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from extractors.pages.lines import Run, join_words
from schemas.page import Word
from swedish.numbers.shapes import looks_blank, looks_like_figure
from swedish.numbers.units import read_unit

# "1269 (19,9 %)": a share in brackets behind a figure is of its cell, and begins no column.
_SHARE = re.compile(r"\(.*(?:%|procent)\s*\)$")
_SMALL_RANGE = re.compile(r"^\d{1,2}\s?[-–]\s?\d{1,2}$")
_STARTS = frozenset("0123456789+-–−‒(.…xXcuCU~")
EDGE = 3.5  # points: right edges of one column agree within this
FLUSH = 1.5  # points: figures of a column set flush
GROUP_GAP = 0.55  # of the type size: the widest space inside "12 345" seen, well under a column gap


def cut_figures(run: Run) -> Iterator[Run]:
    """A run of words cut into figures: "12 345 678 1,2" is 12 345 678 and 1,2.
    A run with other words stays whole.

    Two columns of three-digit groups set tightly read as one here; the columns cut them apart.
    """
    if (
        len(run.words) == 1
        or run.words[0].text[0] not in _STARTS
        or looks_like_figure(run.text)
        or _is_range(run)
    ):
        yield run
        return
    pieces: list[list[Word]] = []
    for word in run.words:
        if pieces and _goes_on(pieces[-1], word):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    runs = [Run(tuple(piece)) for piece in pieces]
    are_figures = all(looks_like_figure(r.text) or looks_blank(r.text) for r in runs)
    if are_figures and not any(_SHARE.match(r.text) for r in runs[1:]):
        yield from runs
    else:
        yield run


def part_struck(run: Run) -> Iterator[Run]:
    """The run parted where words that are struck out stand beside words that are not."""
    for _, words in groupby(run.words, key=lambda word: word.struck):
        yield Run(tuple(words))


def _is_range(run: Run) -> bool:
    """True for "5 - 8" set as words are: note numbers, and no two columns with a dash between."""
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(run.words)]
    return bool(_SMALL_RANGE.match(run.text)) and max(gaps) < GROUP_GAP * run.words[0].size


def cut_at_edges(run: Run, edges: Iterable[float]) -> list[Run]:
    """A figure cut where a column ends inside it:
    "44 345" of two columns set so tightly that they read as one.

    `edges` are right edges of columns, in points.
    """
    inner = [edge for edge in edges if run.box.x0 + 2 < edge < run.box.x1 - EDGE]
    if not inner or len(run.words) < 2:
        return [run]
    pieces: list[list[Word]] = [[]]
    for word in run.words[:-1]:
        pieces[-1].append(word)
        if any(abs(word.box.x1 - edge) < EDGE for edge in inner):
            pieces.append([])
    pieces[-1].append(run.words[-1])
    cut = [Run(tuple(piece)) for piece in pieces]
    whole = all((_begins_figure(r.text) and looks_like_figure(r.text)) or looks_blank(r.text) for r in cut)
    return cut if whole else [run]


def cut_beside_words(run: Run, edges: Iterable[float]) -> list[Run]:
    """A figure that ends where a column does, parted from the words beside it at an ordinary space:
    "14 460 Vakanser återsätts" of a column of remarks, "Avgifter 8 255" of a label.

    `edges` are right edges of columns, in points.
    """
    words = run.words
    if len(words) < 2 or looks_like_figure(run.text) or looks_blank(run.text):
        return [run]
    ends = [any(abs(word.box.x1 - edge) < FLUSH for edge in edges) for word in words]
    for at in (at for at, is_end in enumerate(ends) if is_end):
        head, tail = words[: at + 1], words[at + 1 :]
        start = next((n for n in range(at + 1) if _is_figure(head[n:])), None)
        if start is None or (tail and not _begins_words(tail)) or (start and not _ends_words(head[:start])):
            continue
        return [Run(part) for part in (head[:start], head[start:], tail) if part]
    return [run]


def end_before_words(run: Run) -> tuple[float, float] | None:
    """Where a figure at the run's head ends and where the words behind it begin, None of no such run: in two
    rows at the same places they are two columns ("110 per styck" over "5 per tillfälle").
    """
    for at in range(len(run.words) - 1, 0, -1):
        if _is_figure(run.words[:at]) and _begins_words(run.words[at:]):
            return run.words[at - 1].box.x1, run.words[at].box.x0
    return None


def _is_figure(words: tuple[Word, ...]) -> bool:
    text = join_words(words)
    return (
        words[0].text[0] in _STARTS
        and (looks_like_figure(text) or looks_blank(text))
        and _begins_figure(text)
    )


def _begins_words(words: tuple[Word, ...]) -> bool:
    return words[0].text[0].isalpha() and read_unit(words[0].text) is None and not _is_figure(words)


def _ends_words(words: tuple[Word, ...]) -> bool:
    return any(map(str.isalpha, words[-1].text)) or words[-1].text[-1] in ").,:"


def _begins_figure(text: str) -> bool:
    """False for "000" and "044 345": no figure begins so, it is the rest of one."""
    return not (text[0] == "0" and text[1:2].isdecimal())


def _goes_on(piece: list[Word], word: Word) -> bool:
    before = piece[-1]
    near = word.box.x0 - before.box.x1 <= GROUP_GAP * word.size
    return near and looks_like_figure(" ".join(w.text for w in [*piece, word]))
