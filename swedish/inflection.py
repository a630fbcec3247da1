"""A word in any of its forms, as the words it may be a form of: from the word list `hunspell-sv`.

The list says which endings each word takes. A form may be of several words ("får" of "få" and of "får"): all
are given, for a search that guesses which would lose the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import files
from pathlib import Path

_LONGEST_ENDING = 8
_OF_VERBS = (("ation", "era"), ("ning", "a"), ("ing", "a"))
_SHORTEST_TRUNK = 3  # letters: "ring" is not of "ra"
_ONLY_WITH_ENDING, _ONLY_IN_COMPOUND = "¤", "Z"
# What the list has as words of their own, though they are forms of others that offices write about.
_CHANGED_WITHIN = {
    "ledamöter": "ledamot", "ledamöterna": "ledamot", "ledamöters": "ledamot", "ledamöternas": "ledamot",
    "böcker": "bok", "böckerna": "bok", "böckers": "bok", "böckernas": "bok",
    "städer": "stad", "städerna": "stad", "städers": "stad", "städernas": "stad",
    "händer": "hand", "händerna": "hand", "nätter": "natt", "nätterna": "natt", "stränder": "strand",
    "stränderna": "strand", "länder": "land", "länderna": "land", "länders": "land", "ländernas": "land",
    "tänder": "tand", "rötter": "rot", "rötterna": "rot", "fötter": "fot", "döttrar": "dotter",
    "män": "man", "männen": "man", "mäns": "man", "männens": "man", "kvarteren": "kvarter",
    "antog": "anta", "antagit": "anta", "antagits": "anta", "antas": "anta", "antar": "anta",
    "antogs": "anta",     "antagen": "anta", "antagna": "anta", "antaget": "anta",
    "avsade": "avsäga", "avsagt": "avsäga", "avsäger": "avsäga",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ending:
    """An ending of the words with the flag: in place of `strip`, after words that end as `behind` says."""

    flag: str
    strip: str
    behind: re.Pattern[str]


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The words, in small letters, that it may be a form of, in order of the alphabet; () of none listed.

    >>> lemmas("skolornas"), lemmas("kommunstyrelsens"), lemmas("får"), lemmas("ledamöterna")
    (('skola',), ('kommunstyrelse',), ('få', 'får'), ('ledamot',))
    >>> lemmas("ansökningarna"), lemmas("qvxrtp")
    (('ansökan', 'ansökning'), ())
    """
    word = word.casefold()
    known = set(_lemmas(word))
    return tuple(sorted(known | {each for base in known for each in _in_an(base)}))


def _in_an(word: str) -> Iterator[str]:
    """Nouns in -an borrow the plural of -ning: "ansökningar" are of "ansökan"."""
    base = word.removesuffix("ningar").removesuffix("ning") + "an"
    if base != word + "an" and is_in_dictionary(base):
        yield base


def verbs_of(noun: str) -> Iterator[str]:
    """The verb that a noun is made of, in its first form: who decides writes "plogning", who asks "ploga".

    >>> [*verbs_of("plogning"), *verbs_of("sponsring"), *verbs_of("reservation"), *verbs_of("finansiering")]
    ['ploga', 'sponsra', 'reservera', 'finansiera']
    >>> [*verbs_of("ring"), *verbs_of("station")]
    []
    """
    for ending, of_verb in _OF_VERBS:
        trunk = noun.removesuffix(ending)
        if trunk != noun and len(trunk) >= _SHORTEST_TRUNK and is_in_dictionary(trunk + of_verb):
            yield trunk + of_verb
            return


def is_in_dictionary(word: str) -> bool:
    """Listed just so, in any case of letters, as a word that stands alone.

    >>> is_in_dictionary("skola"), is_in_dictionary("skolbudget")
    (True, False)
    """
    flags = _words().get(word.casefold())
    return flags is not None and _stands_alone(flags)


def is_name(word: str) -> bool:
    """Listed with a capital letter and not without.

    >>> is_name("anna"), is_name("nämnd")
    (True, False)
    """
    return word.casefold() in _names()


def _lemmas(word: str) -> Iterator[str]:
    if word in _CHANGED_WITHIN:
        yield _CHANGED_WITHIN[word]
        return
    words = _words()
    if is_in_dictionary(word):
        yield word
    if word.endswith("s") and is_name(word[:-1]):  # the list has "Annas" of "Ann" alone
        yield word[:-1]
    if word == "får":  # the list lacks the verb's present tense
        yield "få"
    for length in range(1, min(_LONGEST_ENDING, len(word) - 1) + 1):
        trunk = word[:-length]
        for ending in _endings().get(word[-length:], ()):
            base = trunk + ending.strip
            flags = words.get(base)
            if base != word and flags and ending.flag in flags and ending.behind.search(base):
                yield base


def _stands_alone(flags: str) -> bool:
    return _ONLY_WITH_ENDING not in flags and _ONLY_IN_COMPOUND not in flags


@cache
def _words() -> dict[str, str]:
    """Each word of the list, in small letters, with its flags."""
    words: dict[str, str] = {}
    for line in _file("sv_SE.dic").read_text("utf-8").splitlines()[1:]:
        word, _, rest = line.partition("/")
        word, flags = word.split("\t")[0].strip().casefold(), rest.split(None, 1)[0] if rest.strip() else ""
        words[word] = words[word] + flags if word in words else flags
    return words


@cache
def _names() -> frozenset[str]:
    lines = _file("sv_SE.dic").read_text("utf-8").splitlines()[1:]
    written = {line.partition("/")[0] for line in lines}
    return frozenset(
        word.casefold() for word in written if word[:1].isupper() and word.casefold() not in written
    )


@cache
def _endings() -> dict[str, list[_Ending]]:
    """By what they add; those that only compounds have in their middle are left out."""
    endings: dict[str, list[_Ending]] = defaultdict(list)
    for line in _file("sv_SE.aff").read_text("utf-8").splitlines():
        match line.split():
            case ["SFX", flag, strip, added, behind, *_]:
                added, _, more = added.partition("/")
                if _ONLY_IN_COMPOUND not in more and "W" not in more and added != "0":
                    ending = _Ending(flag, "" if strip == "0" else strip, re.compile(f"{behind}$"))
                    endings[added].append(ending)
    return endings


@cache
def _file(name: str) -> Path:
    """Where the package `hunspell-sv`, which is data only, has put it."""
    for each in files("hunspell-sv") or ():
        if each.name == name:
            return Path(str(each.locate()))
    raise FileNotFoundError(f"{name} of the package hunspell-sv: install Paragraf anew with make")
