"""Words from a reading of one line: spaces where the ink parts, edges where it ends, size from its height."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import PrintedBox, Reading
from extractors.pdf.render import Pixels

Ink = NDArray[np.bool_]

# Of the type size. Between two figures of one number stood up to 0.15 of white in 200 and 300 dpi scans,
# between groups of thousands 0.25 to 0.35.
READ_SPACE, LETTER_SPACE, FIGURE_SPACE, BESIDE_ONE = 0.10, 0.32, 0.20, 0.04
# box heights that a figure or two take; of their ink's height, left white around them
SHORT, AROUND = 1.4, 0.35
# heights and depths of letters, of the type size
CAPITAL, SMALL, RING, TAIL, COMMA = 0.70, 0.50, 0.90, 0.20, 0.12
_DAY = re.compile(
    r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|(?:[12]\d|3[01])\.(?:0?[1-9]|"
    r"1[0-2])\.(?:19|20)\d\d[.,]?"
)
_NUMBER_AND_CAPITAL = re.compile(r"\d{1,2}(?:\.\d{1,2})+(?=[A-ZÅÄÖ][a-zåäö]{2})")
_THOUSANDS = re.compile(r"\d{3}(\D.*)?")
_FIGURES = frozenset("0123456789-–−+%.,")
_LOW = frozenset("acemnorsuvwxz.,:;-–—_=+~«»·•")
_TAILS, _COMMAS = frozenset("gjpqyQç()[]{}|/§"), frozenset(",;")
_RINGED = frozenset("ÅÄÖÉÈÜ")


@dataclass(frozen=True, slots=True)
class InkWord:
    """Characters without a gap: their ends in pixels across, and how far each is to be trusted (0 to 1)."""

    text: str
    left: int
    right: int
    trust: tuple[float, ...]


def join_days(words: Sequence[InkWord], second: str) -> tuple[InkWord, ...]:
    """The words, a day that was read in pieces whole again where the second reader saw it whole.

    The hyphen behind its year may have got lost with both.

    >>> words = [InkWord("1", 0, 5, (1.0,)), InkWord("5.09.2022", 7, 50, (1.0,) * 9)]
    >>> ([word.text for word in join_days(words, "15.09.2022")],
    ...  [word.text for word in join_days(words, "1 5.09.2022")])
    (['15.09.2022'], ['1', '5.09.2022'])
    >>> words = [InkWord("2016", 0, 20, (1.0,) * 4), InkWord("12-31", 24, 50, (1.0,) * 5)]
    >>> [word.text for word in join_days(words, "")]
    ['2016-12-31']
    """
    heard = second.split()
    joined: list[InkWord] = []
    for word in words:
        before = joined[-1] if joined else None
        day = _day_of(before.text, word.text, heard) if before else None
        if before and day:
            trust = (
                *before.trust,
                *[min(*before.trust, *word.trust)] * (len(day) - len(before.text + word.text)),
            )
            joined[-1] = InkWord(day, before.left, word.right, (*trust, *word.trust))
        else:
            joined.append(word)
    return tuple(joined)


def part_numbers(words: Sequence[InkWord]) -> tuple[InkWord, ...]:
    """The words, a section's number parted from the capital it was read together with.

    >>> [word.text for word in part_numbers([InkWord("3.3Mål", 0, 60, (1.0,) * 6)])]
    ['3.3', 'Mål']
    """
    parted: list[InkWord] = []
    for word in words:
        match = _NUMBER_AND_CAPITAL.match(word.text)
        if match is None:
            parted.append(word)
            continue
        cut = match.end()
        at = word.left + round((word.right - word.left) * cut / len(word.text))
        parted.append(InkWord(word.text[:cut], word.left, at, word.trust[:cut]))
        parted.append(InkWord(word.text[cut:], at, word.right, word.trust[cut:]))
    return tuple(parted)


def _day_of(first: str, last: str, heard: Sequence[str]) -> str | None:
    if _DAY.fullmatch(first + last) and first + last in heard:
        return first + last
    lost = len(first) == 4 and first.isdigit() and _DAY.fullmatch(f"{first}-{last}")
    return f"{first}-{last}" if lost else None


@dataclass(frozen=True, slots=True)
class InkLine:
    """A line of text, or the piece of one that the reader found; `baseline`, `size` and `stroke` in pixels.

    `stroke` is how wide its strokes are on average, across.
    """

    words: tuple[InkWord, ...]
    box: PrintedBox
    baseline: float
    size: float
    stroke: float = 0.0
    bold: bool = False

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def line_of_reading(reading: Reading, box: PrintedBox, piece: Pixels) -> InkLine | None:
    """The reading cut into words by the ink of its picture; None where nothing stands there."""
    ink = find_ink(piece)
    rows = np.flatnonzero(ink.any(axis=1))
    if not reading.text.strip() or not len(rows):
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    size, depth = _size_and_depth(reading.text, bottom - top)
    inked = np.asarray(ink.any(axis=0))
    words = _words(reading, inked, box[0], size)
    return InkLine(tuple(words), box, box[1] + bottom - depth, size, _stroke(ink)) if words else None


def _stroke(ink: Ink) -> float:
    starts = np.count_nonzero(np.diff(ink.astype(np.int8), axis=1, prepend=0) == 1)
    return float(ink.sum() / starts) if starts else 0.0


def resize(line: InkLine, text: str) -> InkLine:
    """The line with the size of its letters as `text` has them: rings and dots stand above capitals."""
    size = line.size * sum(_reach(line.text)) / sum(_reach(text))
    return replace(line, size=size)


def find_ink(piece: Pixels) -> Ink:
    """What differs from the ground, dark on light or light on dark;
    lines drawn under or over the text left out.
    """
    ground = float(np.median(piece))
    contrast = np.abs(piece.astype(np.float32) - ground)
    peak = float(contrast.max(initial=0.0))
    if peak < 40:
        return np.zeros(piece.shape, np.bool_)
    ink = contrast > 0.45 * peak
    height, width = ink.shape
    columns = np.flatnonzero(ink.any(axis=0))
    if width > 2 * height and len(columns):  # a line under or over the text is as long as the text, or longer
        reach = columns[-1] - columns[0] + 1
        ink[ink.sum(axis=1) > 0.8 * reach] = False
    return _main_band(ink)


def tightened(grey: Pixels, box: PrintedBox) -> PrintedBox:
    """A short box drawn close around its ink: a lone figure lost in white is read badly."""
    left, top, right, bottom = box
    if right - left > SHORT * (bottom - top):
        return box
    rows, columns = np.nonzero(find_ink(grey[top:bottom, left:right]))
    if not len(rows):
        return box
    pad = max(2, round(AROUND * (rows.max() - rows.min() + 1)))
    return (
        max(left, left + int(columns.min()) - pad),
        max(top, top + int(rows.min()) - pad),
        min(right, left + int(columns.max()) + 1 + pad),
        min(bottom, top + int(rows.max()) + 1 + pad),
    )


def _main_band(ink: Ink) -> Ink:
    """Without what reaches in from the lines above and below:
    bands at the edge, parted from the middle by white.
    """
    rows = ink.sum(axis=1) >= 2
    bands = _runs(rows)
    if len(bands) < 2:
        return ink
    largest = max(bands, key=lambda band: int(ink[band[0] : band[1]].sum()))
    height = largest[1] - largest[0]
    top, bottom = largest
    for start, end in bands:
        near = max(start - largest[1], largest[0] - end) <= 0.35 * height
        if near and not (start == 0 and end < largest[0]) and not (end == len(rows) and start > largest[1]):
            top, bottom = min(top, start), max(bottom, end)
    kept = np.zeros_like(ink)
    kept[top:bottom] = ink[top:bottom]
    return kept


def _runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where the flags are set, as (start, end) pairs."""
    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _size_and_depth(text: str, height: int) -> tuple[float, float]:
    """Type size, and how far the ink reaches below the baseline, told by which letters there are."""
    if set(text) - {" "} <= set("-–—_=~.·•,"):
        # a dash alone tells little; its line's neighbours set the size
        return height * 8.0, -0.2 * height * 8.0
    up, down = _reach(text)
    size = height / (up + down)
    return size, down * size


def _reach(text: str) -> tuple[float, float]:
    """How far its letters reach above and below the baseline, as shares of the type size."""
    letters = set(text) - {" "}
    up = RING if letters & _RINGED else CAPITAL if letters - _LOW else SMALL
    return up, TAIL if letters & _TAILS else COMMA if letters & _COMMAS else 0.0


def _words(reading: Reading, inked: NDArray[np.bool_], offset: int, size: float) -> list[InkWord]:
    shown = [n for n, sign in enumerate(reading.text) if sign != " "]
    cuts = _find_cuts(reading, shown, inked, size)
    words = []
    for (left, first), (right, end) in itertools.pairwise([(0, 0), *cuts, (len(inked), len(shown))]):
        columns = np.flatnonzero(inked[left:right])
        ends = (left + int(columns[0]), left + int(columns[-1]) + 1) if len(columns) else (left, right)
        text = "".join(reading.text[n] for n in shown[first:end])
        words.append(
            InkWord(
                text, offset + ends[0], offset + ends[1], tuple(reading.trust[n] for n in shown[first:end])
            )
        )
    return words


def _find_cuts(
    reading: Reading, shown: list[int], inked: NDArray[np.bool_], size: float
) -> list[tuple[int, int]]:
    """Where to cut: pixels across, and how many characters stand before.
    Spaces that were read choose their gaps first.

    A gap serves once: the reader sets a comma's place late, in the space that follows it.
    """
    gaps = {gap for gap in _runs(~inked) if gap[0] > 0 and gap[1] < len(inked)}
    centres = [centre * len(inked) for centre in reading.centres]
    pairs = sorted(
        enumerate(itertools.pairwise(shown), start=1), key=lambda pair: pair[1][1] - pair[1][0] == 1
    )
    cuts = []
    for place, (a, b) in pairs:
        between = [gap for gap in gaps if gap[0] < centres[b] and gap[1] > centres[a]]
        gap = max(between, key=lambda gap: gap[1] - gap[0], default=(0, 0))
        if gap[1] - gap[0] >= _least_gap(reading.text, a, b) * size:
            cuts.append(((gap[0] + gap[1]) // 2, place))
            gaps.discard(gap)
        elif b - a > 1 and not _in_number(reading.text[a], reading.text[b]):
            cuts.append((round((centres[a] + centres[b]) / 2), place))
    return sorted(cuts)


def _in_number(a: str, b: str) -> bool:
    return a in _FIGURES and b in _FIGURES


def _least_gap(text: str, a: int, b: int) -> float:
    """How wide a gap between the characters `a` and `b` must be to part words,
    as a share of the type size.
    """
    if b - a > 1:
        return READ_SPACE
    if not _in_number(text[a], text[b]):
        return LETTER_SPACE
    if "1" in (text[a], text[b]) and not _THOUSANDS.fullmatch(text[b:]):
        return FIGURE_SPACE + BESIDE_ONE
    return FIGURE_SPACE
