"""Rings and dots that the first OCR reader lost over a Swedish letter, put back where a Swedish word tells of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wordfreq import get_frequency_dict

from extractors.pages.spacing import InkWord

RARE = 1e-6  # "arets" and "tillgangar" stand in word lists too, a thousand times rarer than with their rings
SEEN_TIMES, ALONE_TIMES = 10, 100  # how much commoner the other word must be, seen by the second reader or by none
DOUBTED = 0.98
_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
_RINGED = {"a": "aåä", "o": "oö", "A": "AÅÄ", "O": "OÖ", "å": "åä", "ä": "äå", "Å": "ÅÄ", "Ä": "ÄÅ"}
_WORD = re.compile(r"[^\W\d_]{3,}")


def restore_letters(words: Sequence[InkWord], second: str) -> tuple[InkWord, ...]:
    """The words; a rare one set as the much commoner word that differs in å, ä and ö alone.

    Such a word is what the second reader saw in the line, or the only one there is where the first had its doubts.

    >>> restore_letters([InkWord("Arets", 0, 40, (1.0,) * 5)], "Årets resultat")[0].text
    'Årets'
    >>> restore_letters([InkWord("Arets", 0, 40, (0.6, 1.0, 1.0, 1.0, 1.0))], "")[0].text
    'Årets'
    """
    seen: dict[str, set[str]] = {}
    for heard in _WORD.findall(second):
        seen.setdefault(heard.translate(_PLAIN), set()).add(heard)
    return tuple(_restored(word, seen) for word in words)


def _restored(word: InkWord, seen: dict[str, set[str]]) -> InkWord:
    match = _WORD.search(word.text)
    if match is None or _frequency(match[0]) >= RARE:
        return word
    least = max(_frequency(match[0]), RARE / 1000)
    heard = [other for other in seen.get(match[0].translate(_PLAIN), ()) if _frequency(other) > SEEN_TIMES * least]
    doubted = any(share < DOUBTED for share in word.trust[match.start() : match.end()])
    found = heard or [other for other in _ringed(match[0]) if doubted and _frequency(other) > ALONE_TIMES * least]
    if len(found) != 1:
        return word
    return replace(word, text=word.text[: match.start()] + found[0] + word.text[match.end() :])


def _ringed(word: str) -> Iterable[str]:
    """The word with å, ä or ö in one or more places where it has a or o; none of a word with very many."""
    choices = [_RINGED.get(letter, letter) for letter in word]
    if sum(len(choice) > 1 for choice in choices) > 6:
        return ()
    return ("".join(letters) for letters in itertools.product(*choices))


def _frequency(word: str) -> float:
    return get_frequency_dict("sv", wordlist="best").get(word.lower(), 0.0)
