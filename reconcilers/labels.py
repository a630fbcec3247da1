"""The words of a label, folded so that "Summa intäkter" and "Totalt / Intäkt" can be seen to mean the same."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[:-][^\W_]+)*")
_ENDINGS = re.compile(r"(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|ers|ars|ar|er|or|en|et|as|es|na|a|e|n|s)$")
_SHORTEST_STEM = 4
_STOP_WORDS = frozenset(
    "och i på av för till med som den det de en ett från vid om inom per att samt eller under över är har m m.m "
    "enligt mot sig sin sina detta denna dessa nu också blir blev vara var".split()
)
_SUM_WORDS = "summa summan totalt total totala totalsumma sammanlagt sammanlagda yhteensä hela samtliga".split()
_OF_WHICH = re.compile(r"^\W*(?:varav|därav|därutav|härav|dels|ingår|i ovanstående)\b", re.IGNORECASE)
_TOTAL_WORDS = re.compile(
    r"\b(?:summa|total\w*|sammanlagt|sammanlagda|yhteensä|delsumma|slutsumma|s:a)\b", re.IGNORECASE
)


def fold(label: str | None) -> str:
    """The label in small letters, spaces and dashes folded.

    >>> fold("Utfall  Jan–Aug")
    'utfall jan-aug'
    """
    return re.sub(r"\s+", " ", re.sub("[‐-―−]", "-", label or "")).strip().casefold()


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without Swedish inflection, as far as endings tell; never shorter than four letters.

    >>> stem("intäkterna"), stem("Intäkt"), stem("kostnaden"), stem("nettokostnader")
    ('intäkt', 'intäkt', 'kostnad', 'nettokostnad')
    """
    word = word.casefold()
    while (shorter := _ENDINGS.sub("", word)) != word and len(shorter) >= _SHORTEST_STEM:
        word = shorter
    return word


_SUM_STEMS = frozenset(map(stem, _SUM_WORDS))


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order.

    >>> words("Bidrag till föreningar")
    ('bidrag', 'förening')
    """
    found = (word.casefold() for word in _WORD.findall(text.replace("\u00ad", "")))
    return tuple(stem(word) for word in found if word not in _STOP_WORDS)


@lru_cache(maxsize=8192)
def subject(label: str) -> frozenset[str]:
    """What the row is about: its stems without the words that only say "sum".

    >>> subject("Summa intäkter") == subject("Intäkt"), subject("Totalt")
    (True, frozenset())
    """
    return frozenset(word for word in words(re.sub(r"\([^)]*\)", " ", label)) if word not in _SUM_STEMS)


def is_of_which(label: str) -> bool:
    """True for a row whose figures are already counted in another.

    >>> is_of_which("varav personal"), is_of_which("- Därav lån"), is_of_which("Personal")
    (True, True, False)
    """
    return bool(_OF_WHICH.match(label))


def names_total(label: str | None) -> bool:
    """True where the label says that it sums up.

    >>> names_total("Gator sammanlagt / Kadut yhteensä"), names_total("Sammanlagt"), names_total("Gator")
    (True, True, False)
    """
    return bool(label and _TOTAL_WORDS.search(label))


@lru_cache(maxsize=4096)
def said_in(*texts: str) -> frozenset[str]:
    """The stems of the texts and what they may be abbreviated to, three letters at the least."""
    found = {word for text in texts for word in words(text)}
    return frozenset(word[:size] for word in found for size in range(min(3, len(word)), len(word) + 1))


def covers(label: frozenset[str], said: frozenset[str]) -> bool:
    """True where every word of the label is said, written out or as the label's abbreviation of it.

    >>> covers(subject("Gem adm kultur och fritid"), said_in("Gemensam administration för kultur och fritid"))
    True
    """
    named = [word for word in label if not word.isdigit()] or list(label)
    return bool(named) and all(word in said for word in named)
