"""Lost ligatures put back where a word list leaves exactly one way; figures are never touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import product

from wordfreq import get_frequency_dict

from schemas.page import Page

LOST = "\ufffe"
UNKNOWN = "\ufffd"  # what is published for a glyph that nobody can name; U+FFFE is no character
LIGATURES = ("tt", "ti", "ft", "ff", "fi", "fl", "tti", "fti", "ffi", "fj", "tf")
MOST_GAPS = 3
_LETTERS = re.compile(rf"^([^\w{LOST}]*)([a-zåäöéA-ZÅÄÖÉ{LOST}-]+)([^\w{LOST}]*)$")
_FEWEST, _RAREST = 3, 2e-7  # letters and frequency of a part of a compound: less would let too much through


@cache
def _frequencies() -> dict[str, float]:
    return dict(get_frequency_dict("sv", wordlist="best"))


def repair_page(page: Page) -> Page:
    """The sheet with its broken words repaired, and a warning that names what was put for what."""
    if not any(LOST in word.text for word in page.words):
        return page
    repaired: dict[str, str] = {}
    words, left = [], 0
    for word in page.words:
        text = repair_word(word.text) if LOST in word.text else None
        if text is not None:
            repaired[word.text] = text
        left += text is None and LOST in word.text
        shown = word.text.replace(LOST, UNKNOWN) if text is None else text
        words.append(word if shown == word.text else replace(word, text=shown))
    return replace(page, words=tuple(words), warnings=(*page.warnings, *_warnings(repaired, left)))


def _warnings(repaired: dict[str, str], left: int) -> Iterable[str]:
    shown = ", ".join(f"{raw.replace(LOST, '□')} → {text}" for raw, text in list(repaired.items())[:8])
    if repaired:
        yield f"{len(repaired)} ord med förlorade ligaturer är lagade med ordlista ({shown})."
    if left:
        yield f"{left} ord med förlorade ligaturer kunde inte lagas entydigt."


@cache
def repair_word(text: str) -> str | None:
    """The word with its lost ligatures put back, None where there is no way or more than one.

    >>> repair_word("Ne\\ufffeoomsä\\ufffening"), repair_word("Fas\\ufffegheten"), repair_word("x\\ufffe1")
    ('Nettoomsättning', 'Fastigheten', None)
    """
    if "/" in text:
        halves = [repair_word(half) if LOST in half else half for half in text.split("/")]
        return None if None in halves else "/".join(half for half in halves if half is not None)
    match = _LETTERS.match(text)
    if match is None or match[2].count(LOST) > MOST_GAPS:
        return None
    scores = {word: _score(word.lower()) for word in _candidates(match[2])}
    best = max(scores.values(), default=(0, 0.0))
    found = [word for word, score in scores.items() if score == best]
    if best[0] == 0 or len(found) != 1 or _is_close(scores, best):
        return None
    return match[1] + found[0] + match[3]


def is_word(word: str) -> bool:
    """True for a Swedish word, in small letters, or several of them in one, joined by an s or by nothing.

    >>> is_word("konditionsgranskning"), is_word("beslutfrhet")
    (True, False)
    """
    known = _frequencies()
    if word in known:
        return True
    for cut in range(_FEWEST + 1, len(word) - _FEWEST):
        head = word[:cut]
        parts = {head, head.removesuffix("s")}
        if any(known.get(part, 0.0) > _RAREST for part in parts) and is_word(word[cut:]):
            return True
    return False


def _candidates(broken: str) -> Iterable[str]:
    pieces = broken.split(LOST)
    for ligatures in product(LIGATURES, repeat=len(pieces) - 1):
        yield pieces[0] + "".join(ligature + piece for ligature, piece in zip(ligatures, pieces[1:], strict=True))


def _score(word: str) -> tuple[int, float]:
    """2 and its frequency for a word of the list, 1 for a compound of two such words, 0 for neither."""
    known = _frequencies()
    if word in known:
        return 2, known[word]
    parts = [
        min(known[word[:cut]], known[word[cut:]])
        for cut in range(_FEWEST, len(word) - _FEWEST + 1)
        if known.get(word[:cut], 0.0) > _RAREST and known.get(word[cut:], 0.0) > _RAREST
    ]
    return (1, max(parts)) if parts else (0, 0.0)


def _is_close(scores: dict[str, tuple[int, float]], best: tuple[int, float]) -> bool:
    """True where another reading is of the same kind and no hundred times rarer: no one could choose."""
    return sum(kind == best[0] and frequency * 100 > best[1] for kind, frequency in scores.values()) > 1
