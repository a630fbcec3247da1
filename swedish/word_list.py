"""Is it a word? The one list of Swedish words, and how compounds are taken apart into them.

The list ships with `wordfreq`, whose author has frozen it: it gets no words of after 2021, and no mends.
docs/decisions/0010 says what was tried beside it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from wordfreq import get_frequency_dict

LANGUAGES = ("sv", "fi", "en")  # of annexes

# What follows are shares of running words, with docs/decisions/0010 on how they were measured.
# Prepositions, pronouns, auxiliary verbs: one of them changed changes no subject.
_COMMON = 3e-5
# A part of a compound: rarer ones let damaged words through ("beslutfrhet"), and of three letters only those
# that every text is full of ("råd", "mål") are no chance.
_RAREST = 1e-7
_FEWEST_LETTERS, _SHORT = 3, 3
_MOST_PARTS = 3  # "försörjningsstödsutbetalningar"
UNKNOWN = 9  # parts of what cannot be taken apart into words


class Split(NamedTuple):
    """A word as its parts: the best split is the greatest."""

    likeliness: int  # 0 no word; a listed one above a compound, of two above three, plain above linked by s
    frequency: float  # of the rarest part

    @property
    def parts(self) -> int:
        return _MOST_PARTS + 1 - (self.likeliness + 1) // 2 if self.likeliness else UNKNOWN


_NONE = Split(0, 0.0)


@cache
def words_of(language: str) -> frozenset[str]:
    """The words of the language's list, in small letters."""
    return frozenset(get_frequency_dict(language, wordlist="best"))


@cache
def _frequencies() -> dict[str, float]:
    frequencies: dict[str, float] = get_frequency_dict("sv", wordlist="best")
    return frequencies


def frequency(word: str) -> float:
    """Its share of running Swedish text, 0 where the list has it not."""
    return _frequencies().get(word.casefold(), 0.0)


def is_listed(word: str) -> bool:
    """A Swedish word by itself, in this form."""
    return word.casefold() in _frequencies()


def is_common(word: str) -> bool:
    """One of the words that every text is full of."""
    return frequency(word) >= _COMMON


def is_word(word: str) -> bool:
    """A Swedish word, or some of them in one.

    >>> is_word("konditionsgranskning"), is_word("förskolenämnden"), is_word("beslutfrhet")
    (True, True, False)
    """
    return split(word).likeliness > 0


def is_known(word: str) -> bool:
    """A word of Swedish, Finnish or English, or a Swedish compound."""
    return any(word.casefold() in words_of(language) for language in LANGUAGES) or is_word(word)


def parts_of(word: str) -> int:
    """How many words it is made of: 1 listed, 2 or 3 a compound, UNKNOWN none that we know.

    >>> parts_of("kommun"), parts_of("kommunbidrag"), parts_of("qvxrtp")
    (1, 2, 9)
    """
    return split(word).parts


def split(word: str) -> Split:
    """The word at its likeliest.

    >>> split("kommun").likeliness > split("kommunbidrag").likeliness > split("qvxrtp").likeliness
    True
    """
    word = word.casefold()
    if word in _frequencies():
        return Split(2 * _MOST_PARTS, frequency(word))
    return _compound(word, _MOST_PARTS)


@cache
def _compound(word: str, most: int) -> Split:
    """The word as two parts or more, at most so many."""
    cuts = range(_FEWEST_LETTERS, len(word) - _FEWEST_LETTERS + 1)
    plain = [_joined(word[:cut], word[cut:], most, linked=False) for cut in cuts]
    by_s = [_joined(word[: cut - 1], word[cut:], most, linked=True) for cut in cuts if word[cut - 1] == "s"]
    return max((*plain, *by_s), default=_NONE)


def _joined(head: str, rest: str, most: int, *, linked: bool) -> Split:
    """A compound of a part and the rest, itself a part or a compound."""
    if not _may_be_part(head):
        return _NONE
    if _may_be_part(rest):
        tail = Split(2 * _MOST_PARTS, frequency(rest))
    else:
        tail = _compound(rest, most - 1) if most > 2 else _NONE
    if not tail.likeliness:
        return _NONE
    linked = linked or tail.likeliness % 2 == 1
    return Split(2 * (_MOST_PARTS - tail.parts) - linked, min(frequency(head), tail.frequency))


def _may_be_part(word: str) -> bool:
    share = frequency(word)
    return share > _RAREST and (len(word) > _SHORT or (len(word) == _SHORT and share >= _COMMON))
