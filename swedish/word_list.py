"""Is it a word? What word lists say of Swedish, and of the other languages that annexes are in."""

from __future__ import annotations

from functools import cache

from wordfreq import get_frequency_dict

LANGUAGES = ("sv", "fi", "en")


@cache
def words_of(language: str) -> frozenset[str]:
    return frozenset(get_frequency_dict(language, wordlist="best"))


@cache
def is_known(word: str) -> bool:
    """True for a word, in small letters, of Swedish, Finnish or English, or one made of two Swedish ones."""
    return any(word in words_of(language) for language in LANGUAGES) or is_word(word)


_FEWEST, _RAREST = 3, 2e-7  # letters and frequency of a part of a compound: less would let too much through


@cache
def _frequencies() -> dict[str, float]:
    return dict(get_frequency_dict("sv", wordlist="best"))


def is_word(word: str) -> bool:
    """True for a Swedish word, in small letters, or two of them in one.

    >>> is_word("konditionsgranskning"), is_word("beslutfrhet")
    (True, False)
    """
    return score_word(word)[0] > 0


@cache
def score_word(word: str) -> tuple[int, float]:
    """3 and its frequency for a word of the list, 2 for a compound of two,
    1 for one with a linking s, 0 for none.
    """
    known = _frequencies()
    if word in known:
        return 3, known[word]
    cuts = range(_FEWEST, len(word) - _FEWEST + 1)
    plain = max((_rarer(word[:cut], word[cut:]) for cut in cuts), default=0.0)
    if plain:
        return 2, plain
    linked = max((_rarer(word[: cut - 1], word[cut:]) for cut in cuts if word[cut - 1] == "s"), default=0.0)
    return (1, linked) if linked else (0, 0.0)


def _rarer(first: str, last: str) -> float:
    """The frequency of the rarer of a compound's parts, 0 where either is too short or too rare to be one."""
    known = _frequencies()
    rarer = min(known.get(first, 0.0), known.get(last, 0.0))
    return rarer if rarer > _RAREST and len(first) >= _FEWEST else 0.0


_COMMON = (
    # share of running words: prepositions, pronouns, auxiliary verbs; one of them changed changes no subject
    3e-5
)
_KNOWN = 1e-8
UNKNOWN = 9  # parts of what cannot be taken apart into words


def is_common(word: str) -> bool:
    """One of the words that every text is full of."""
    return _large_list().get(word.casefold(), 0.0) >= _COMMON


def parts_of(word: str) -> int:
    """How many known words it is made of: 1 a known word, 2 a compound;
    UNKNOWN where it cannot be taken apart.

    >>> parts_of("kommun"), parts_of("kommunbidrag"), parts_of("qvxrtp")
    (1, 2, 9)
    """
    return _parts(word.casefold(), 3)


@cache
def _parts(word: str, most: int) -> int:
    if is_listed(word):
        return 1
    best = UNKNOWN
    for cut in range(3, len(word) - 3 if most > 1 else 0):
        for head in (word[:cut], word[: cut - 1] if word[cut - 1] == "s" else ""):
            if len(head) > 2 and is_listed(head):
                best = min(best, 1 + _parts(word[cut:], most - 1))
    return best


def is_listed(word: str) -> bool:
    return _large_list().get(word, 0.0) >= _KNOWN


@cache
def _large_list() -> dict[str, float]:
    frequency: dict[str, float] = get_frequency_dict("sv", "large")
    return frequency
