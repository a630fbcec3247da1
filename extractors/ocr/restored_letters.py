"""Letters that the first OCR reader lost or took for others, put back where a Swedish word tells of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.ocr.ink_words import InkWord
from swedish.align import share_in_order
from swedish.word_list import frequency, is_known

RARE = 1e-6  # "arets" and "tillgangar" stand in word lists too, a thousand times rarer than with their rings
# how much commoner the other word must be, seen by the second reader or by none
SEEN_TIMES, ALONE_TIMES = 10, 100
LEAST_LETTERS, ALIKE = 6, 0.8
_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
_RINGED = {"a": "aåä", "o": "oö", "A": "AÅÄ", "O": "OÖ", "å": "åä", "ä": "äå", "Å": "ÅÄ", "Ä": "ÄÅ"}
_DASHES = "-–—"
_WORD = re.compile(r"[^\W\d_]{3,}")


def restore_letters(words: Sequence[InkWord], second: str, sure: float) -> tuple[InkWord, ...]:
    """The words; a rare one set as the much commoner word that differs in å, ä and ö alone.

    Such a word is what the second reader saw in the line, or the only one there is where the first was less
    than `sure`. One that no list knows gives way to the one known word most like it that the second reader
    saw there.

    >>> restore_letters([InkWord("Arets", 0, 40, (1.0,) * 5)], "Årets resultat", 0.98)[0].text
    'Årets'
    >>> restore_letters([InkWord("Arets", 0, 40, (0.6, 1.0, 1.0, 1.0, 1.0))], "", 0.98)[0].text
    'Årets'
    >>> read = [InkWord("anläggningstillgngar", 0, 40, (1.0,) * 20)]
    >>> restore_letters(read, "Utgift anläggningstillgångar", 0.98)[0].text
    'anläggningstillgångar'
    """
    seen: dict[str, set[str]] = {}
    for heard in _WORD.findall(second):
        seen.setdefault(heard.translate(_PLAIN), set()).add(heard)
    heard = _WORD.findall(second)
    return tuple(_undashed(_known(_restored(word, seen, sure), heard), second) for word in words)


def _undashed(word: InkWord, second: str) -> InkWord:
    """Without a speck before its letters that was taken for a dash, where the second reader saw none.

    >>> _undashed(InkWord("-Summa", 0, 40, (1.0,) * 6), "Summa skulder").text
    'Summa'
    """
    dash, bare = word.text[:1], word.text[1:]
    if dash not in _DASHES or not bare[:3].isalpha() or len(bare) < 3 or bare not in second:
        return word
    if any(f"{sign}{space}{bare}" in second for sign in _DASHES for space in ("", " ")):
        return word
    return replace(word, text=bare, trust=word.trust[1:])


def _known(word: InkWord, heard: Sequence[str]) -> InkWord:
    """The word, or the far commoner one that the second reader saw in its place."""
    match = _WORD.search(word.text)
    if match is None or len(match[0]) < LEAST_LETTERS or frequency(match[0]) >= RARE:
        return word
    known = is_known(match[0])
    least = max(frequency(match[0]), RARE / 1000)
    alike = {
        other
        for other in heard
        if _is_alike(match[0], other)
        and (frequency(other) > ALONE_TIMES * least if known else is_known(other))
    }
    if len(alike) != 1:
        return word
    text = word.text[: match.start()] + alike.pop() + word.text[match.end() :]
    return replace(word, text=text, trust=(min(word.trust),) * len(text))


def _is_alike(one: str, other: str) -> bool:
    return share_in_order(one, other) >= ALIKE


def _restored(word: InkWord, seen: dict[str, set[str]], sure: float) -> InkWord:
    match = _WORD.search(word.text)
    if match is None or frequency(match[0]) >= RARE:
        return word
    least = max(frequency(match[0]), RARE / 1000)
    heard = [
        other for other in seen.get(match[0].translate(_PLAIN), ()) if frequency(other) > SEEN_TIMES * least
    ]
    doubted = any(share < sure for share in word.trust[match.start() : match.end()])
    found = heard or [
        other for other in _ringed(match[0]) if doubted and frequency(other) > ALONE_TIMES * least
    ]
    if len(found) != 1:
        return word
    return replace(word, text=word.text[: match.start()] + found[0] + word.text[match.end() :])


def _ringed(word: str) -> Iterable[str]:
    """The word with å, ä or ö in one or more places where it has a or o; none of a word with very many."""
    choices = [_RINGED.get(letter, letter) for letter in word]
    if sum(len(choice) > 1 for choice in choices) > 6:
        return ()
    return ("".join(letters) for letters in itertools.product(*choices))
