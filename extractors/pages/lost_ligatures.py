"""Lost ligatures put back: a word list says which a word needs,
and the glyph's width which the others have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product

from extractors.pdf.lost_glyphs import LOST_GLYPH, holds_lost
from schemas.page import Page
from schemas.warnings import Code, Warned, warn
from swedish.word_list import Split, split

UNKNOWN = "\ufffd"  # what is published for a glyph that nobody can name; U+FFFE is no character
LIGATURES = ("tt", "ti", "ft", "ff", "fi", "fl", "tti", "fti", "ffi", "fj", "tf")
TWINS = frozenset(("fi", "fl"))  # as wide as one another in most fonts
MOST_GAPS = 3
_LETTERS = re.compile(
    rf"^([^\w{LOST_GLYPH.pattern[1:-1]}]*)([a-zåäöéA-ZÅÄÖÉ{LOST_GLYPH.pattern[1:-1]}-]+)(\W*)$"
)

Ligatures = Mapping[str, frozenset[str]]  # by sign of a lost glyph, what it may be


def repair_pages(pages: list[Page]) -> list[Page]:
    """The sheets with their broken words repaired, and a warning on each that names what was put for what.

    Words that the word list decides teach what each glyph of the file is; what they teach decides the others.
    """
    broken = {word.text for page in pages for word in page.words if holds_lost(word.text)}
    if not broken:
        return pages
    ligatures = _taught({text: repaired for text in broken if (repaired := repair_word(text))})
    known = {text: repair_word(text, ligatures) for text in broken}
    return [_repaired(page, known) for page in pages]


def _taught(repaired: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """What each glyph was in the words that the word list decided;
    a rare dissenter is a wrong word, not a glyph.
    """
    votes: dict[str, Counter[str]] = {}
    for text, whole in {text.lower(): whole.lower() for text, whole in repaired.items()}.items():
        pattern = LOST_GLYPH.sub("(..+)", re.escape(text))
        match = re.fullmatch(pattern, whole)
        for glyph, ligature in zip(LOST_GLYPH.findall(text), match.groups() if match else (), strict=False):
            votes.setdefault(glyph, Counter())[ligature] += 1
    found = {}
    for glyph, counts in votes.items():
        likely = {ligature for ligature, count in counts.items() if 5 * count > counts.total()}
        found[glyph] = frozenset(likely | (TWINS if likely & TWINS else frozenset()))
    return found


def _repaired(page: Page, known: Mapping[str, str | None]) -> Page:
    repaired: dict[str, str] = {}
    words, left = [], 0
    for word in page.words:
        if word.text not in known:
            words.append(word)
            continue
        text = known[word.text]
        if text is None:
            left += 1
        else:
            repaired[word.text] = text
        words.append(replace(word, text=text or LOST_GLYPH.sub(UNKNOWN, word.text)))
    return replace(page, words=tuple(words)).warned(*_warnings(repaired, left))


def _warnings(repaired: dict[str, str], left: int) -> Iterable[Warned]:
    shown = ", ".join(f"{LOST_GLYPH.sub('□', raw)} → {text}" for raw, text in list(repaired.items())[:8])
    if repaired:
        yield warn(Code.LIGATURES_MENDED, count=len(repaired), shown=shown)
    if left:
        yield warn(Code.LIGATURES_LOST, count=left)


def repair_word(text: str, ligatures: Ligatures | None = None) -> str | None:
    """The word with its lost ligatures put back, None where there is no way or more than one.

    `ligatures` has what is known of the file's glyphs; a glyph that can be but one needs no word list.

    >>> repair_word("Ne\\ufffeoomsä\\ufffening"), repair_word("Fas\\ufffegheten"), repair_word("x\\ufffe1")
    ('Nettoomsättning', 'Fastigheten', None)
    >>> (repair_word("\\ufffenansieringsverksamhet"),
    ...  repair_word("Charlo\\ufffee", {"\\ufffe": frozenset({"tt"})}))
    ('finansieringsverksamhet', 'Charlotte')
    """
    ligatures = ligatures or {}
    if all(len(ligatures.get(glyph, ())) == 1 for glyph in LOST_GLYPH.findall(text)):
        return LOST_GLYPH.sub(lambda match: next(iter(ligatures[match[0]])), text)
    if "/" in text:
        halves = [repair_word(half, ligatures) if holds_lost(half) else half for half in text.split("/")]
        return None if None in halves else "/".join(half for half in halves if half is not None)
    match = _LETTERS.match(text)
    if match is None or len(LOST_GLYPH.findall(match[2])) > MOST_GAPS:
        return None
    scores = {word: split(word) for word in _candidates(match[2], ligatures)}
    best = max(scores.values(), default=Split(0, 0.0))
    found = [word for word, score in scores.items() if score == best]
    if not best.likeliness or len(found) != 1 or _is_close(scores, best):
        return None
    return match[1] + found[0] + match[3]


def _candidates(broken: str, ligatures: Ligatures) -> Iterable[str]:
    first, *pieces = LOST_GLYPH.split(broken)
    ways = [sorted(ligatures.get(glyph, LIGATURES)) for glyph in LOST_GLYPH.findall(broken)]
    for chosen in product(*ways):
        yield first + "".join(ligature + piece for ligature, piece in zip(chosen, pieces, strict=True))


def _is_close(scores: dict[str, Split], best: Split) -> bool:
    """True where another reading is of the same kind and no hundred times rarer: no one could choose."""
    alike = [score for score in scores.values() if score.likeliness == best.likeliness]
    return sum(score.frequency * 100 > best.frequency for score in alike) > 1
