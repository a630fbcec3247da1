"""Two readings of one line held against each other where it matters:
figures, signs, decimal marks, "%" and "§".

What they disagree on is marked as unread in the word, and told; it is never silently one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.ocr.ink_words import InkWord
from swedish.align import blocks_of

UNREAD = "\ufffd"
DASHES = "-–—−‐~"
GARBLED = 2
LOOKALIKE = {"-": '"_~', "0": "oOQ", "1": "lI|!]", "5": "sS", "8": "B"}  # signs that contradict none
STROKES = ("1", "7", "/")
SHORT = 30  # characters of a line that is shown whole where the readers disagree
MOST_SINGLE = 3
# Tesseract reads "%" as "26", "§" as "8", "(" as "0": the first is enough
_SURE = frozenset("%§‰()[]")
_FOLDED = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys("”“’‘´`'", '"'), "·": ".", "•": "."})


@dataclass(frozen=True, slots=True)
class Vote:
    """The words with unread signs marked; the two readings of each dispute;
    words that only one reader has read.
    """

    words: tuple[InkWord, ...]
    disputes: tuple[tuple[str, str], ...]
    alone: frozenset[int]


def has_figures(words: Sequence[InkWord]) -> bool:
    """True where something stands in the words that both readers must agree on."""
    text, places = _joined(words)
    return any(_is_critical(text, places, n) for n in range(len(text)))


def vote(words: Sequence[InkWord], second: str, sure_sign: float) -> Vote:
    """The first reader's words against what the second reads in the same place (spaces do not count).

    From a trust of `sure_sign` on, its "%", "§" and brackets stand whatever the second sees.

    >>> heard = InkWord("1250", 0, 40, (1.0,) * 4)
    >>> vote([heard], "1258", 0.8).words[0].text, vote([heard], "1258", 0.8).disputes
    ('125\ufffd', (('1250', '1258'),))
    >>> vote([heard], "1250", 0.8).disputes, vote([heard], "", 0.8).alone
    ((), frozenset({0}))
    """
    text, places = _joined(words)
    heard = _folded(second, len(text))
    trust = [share for word in words for share in word.trust]
    marked: set[int] = set()
    added: set[int] = set()
    alone: set[int] = set()
    disputes: list[tuple[str, str]] = []
    for kind, start, end, b0, b1 in _differences(text, heard):
        if kind == "equal" or _is_sure(text, trust, start, end, sure_sign):
            continue
        other = heard[b0:b1]
        lost = _whole_words(places, start, end) if kind == "delete" else frozenset()
        critical = {n for n in range(start, end) if _is_critical(text, places, n)}
        if _is_illegible(other):
            alone |= {places[n] for n in critical if not _is_alike(text, start, end, n, other)}
            continue
        alone |= {places[n] for n in critical if places[n] in lost}
        here = {n for n in critical if places[n] not in lost and not _is_alike(text, start, end, n, other)}
        between = not here and _adds_figures(text, places, start, end, other)
        if here or between:
            marked |= here
            added |= {start} if between else set()
            disputes.append(_told(words, places, start, end, second))
    return Vote(_mark(words, marked, added), tuple(dict.fromkeys(disputes)), frozenset(alone))


def _folded(second: str, length: int) -> str:
    """The second reading without spaces, its dashes one;
    empty where it is a column of figures read downwards.
    """
    heard = "".join(second.split()).translate(_FOLDED).replace("=", "-")
    return heard if len(heard) <= GARBLED * length + 2 else ""


def _is_sure(text: str, trust: list[float], start: int, end: int, least: float) -> bool:
    return start < end and all(text[n] in _SURE and trust[n] >= least for n in range(start, end))


def _is_illegible(other: str) -> bool:
    """True where the second reader made something of the place, but no figure,
    sign or mark that could contradict.
    """
    return bool(other) and not any(sign.isdigit() or sign in "-%§,." for sign in other)


def _is_alike(text: str, start: int, end: int, n: int, other: str) -> bool:
    return len(other) == end - start and other[n - start] in LOOKALIKE.get(text[n], "")


def _differences(text: str, heard: str) -> list[tuple[str, int, int, int, int]]:
    """As blocks of what differs, but sign by sign where both are as long:
    7 400 000 and 7 409 000 differ in one figure.
    """
    if len(text) == len(heard) and sum(a != b for a, b in zip(text, heard, strict=True)) <= MOST_SINGLE:
        return [("replace", n, n + 1, n, n + 1) for n in range(len(text)) if text[n] != heard[n]]
    return blocks_of(text, heard)


def mark_uncertain(words: Sequence[InkWord], certain: float, only: frozenset[int] | None = None) -> Vote:
    """A lone reader's figures of less trust than `certain` marked as unread;
    `only` names the words it was alone about.
    """
    text, places = _joined(words)
    trust = [share for word in words for share in word.trust]
    marked = {
        n
        for n in range(len(text))
        if (only is None or places[n] in only) and trust[n] < certain and _is_critical(text, places, n)
    }
    disputes = dict.fromkeys((words[places[n]].text, UNREAD) for n in sorted(marked))
    return Vote(_mark(words, marked, set()), tuple(disputes), frozenset())


def _joined(words: Sequence[InkWord]) -> tuple[str, list[int]]:
    """All characters without spaces, dashes folded, and the word that each belongs to."""
    text = "".join(word.text for word in words).translate(_FOLDED)
    return text, [n for n, word in enumerate(words) for _ in word.text]


def _is_critical(text: str, places: list[int], n: int) -> bool:
    sign = text[n]
    if sign.isdigit() or sign in "%§‰":
        return True
    before = text[n - 1] if n else " "
    after = text[n + 1] if n + 1 < len(text) else " "
    if sign in ",.":
        return before.isdigit() and after.isdigit() and places[n - 1] == places[n] == places[n + 1]
    if sign == "-":
        starts = n == 0 or places[n - 1] != places[n]
        ends = n + 1 == len(text) or places[n + 1] != places[n]
        return (starts and after.isdigit()) or (ends and before.isdigit() and not starts)
    return False


def _whole_words(places: list[int], start: int, end: int) -> frozenset[int]:
    """The words that lie wholly within the characters from `start` to `end`."""
    inside = set(places[start:end])
    return frozenset(inside - set(places[:start]) - set(places[end:]))


def _adds_figures(text: str, places: list[int], start: int, end: int, heard: str) -> bool:
    """True where the second reader sees a figure,
    a minus or a decimal mark next to the first one's figures.
    """
    before = start > 0 and text[start - 1].isdigit()
    after = end < len(text) and text[end].isdigit()
    if heard in STROKES and "/" in text[max(0, start - 1) : end + 1]:
        return False  # the stroke itself, seen twice
    if any(sign.isdigit() for sign in heard):
        return before or after
    if "-" in heard:
        begins = end < len(places) and (start == 0 or places[start - 1] != places[end])
        return after and begins
    return (
        before
        and after
        and start > 0
        and places[start - 1] == places[end]
        and any(sign in ",.%" for sign in heard)
    )


def _told(words: Sequence[InkWord], places: list[int], start: int, end: int, second: str) -> tuple[str, str]:
    """Both readings: the whole of a short line, else of the words concerned."""
    mine = " ".join(word.text for word in words)
    if len(mine) <= SHORT:
        return mine, " ".join(second.split())
    touched = sorted(set(places[start:end]) or {places[min(start, len(places) - 1)]})
    return " ".join(words[n].text for n in touched), "…"


def _mark(words: Sequence[InkWord], marked: set[int], added: set[int]) -> tuple[InkWord, ...]:
    if not marked and not added:
        return tuple(words)
    result = []
    n = 0
    total = sum(len(word.text) for word in words)
    for word in words:
        signs: list[tuple[str, float]] = []
        for sign, share in zip(word.text, word.trust, strict=True):
            signs += [(UNREAD, 0.0)] * (n in added) + [(UNREAD if n in marked else sign, share)]
            n += 1
        signs += [(UNREAD, 0.0)] * (n == total and n in added and word is words[-1])
        text, trust = zip(*signs, strict=True)
        result.append(replace(word, text="".join(text), trust=trust))
    return tuple(result)
