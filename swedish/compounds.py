"""What a compound is made of: a search for "budget" finds "skolbudget", one for "nämnd" "socialnämndens"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from swedish.inflection import is_in_dictionary, lemmas
from swedish.word_list import frequency

_FEWEST_LETTERS = 3
_MOST_PARTS = 4
_MOST_OF_LISTED = 2  # parts of a word that the list has, where one of them is short
# A part of three letters is a chance in longer words ("bud" + "get") unless every text is full of it.
_SHORT, _USUAL = 3, 2e-5
_LONG = 5  # letters: a listed part of so many is no chance, however rare in newspapers ("avgäld")
_RAREST = 1e-8  # share of running words
_FAR_MORE = (
    10  # times more usual than the word its parts are where one is short: "cykel" + "väg", not "kul" + "tur"
)
# What Swedish words begin or end with without being compounds of them, and words of no subject.
_NO_PARTS = frozenset(
    "för upp ut in av an om på till mot över under från med bort fram efter före mellan vid hos utan åt "
    "ner ned och att det den ett som har kan ska men nu här där när var hur vad vem man mer mest dem "
    "dess sin sitt sina han hon oss vår er mig dig sig ens igen icke inte bara samt dock ju nog alla "
    "allt andra annan någon något ende ande else aren aren ade are ation ing ning het lig lös bar sam "
    "ig isk full ens het eri ist ism en ter ten ren ret sen set des det ses ner".split()
)


class _Split(NamedTuple):
    """The parts as words in their first form; the greatest is the best."""

    fewest: int  # parts, counted downwards
    rarest: float  # the share of running text of the rarest part
    parts: tuple[str, ...]


@lru_cache(maxsize=200_000)
def compound_parts(word: str) -> tuple[str, ...]:
    """The words that it is made of, in small letters and in order; () where it is no compound that we know.

    A listed word is simple unless its parts are long, or far more usual: "budget" is no "bud" and "get".

    >>> compound_parts("skolbudget"), compound_parts("socialnämndens"), compound_parts("budget")
    (('skola', 'budget'), ('social', 'nämnd'), ())
    >>> compound_parts("gatubelysning"), compound_parts("ledamot"), compound_parts("avgift")
    (('gata', 'belysning'), (), ())
    """
    word = word.casefold()
    best = max(_splits(word, _MOST_PARTS), default=None)
    return () if best is None or _is_simple(word, best) else best.parts


def _is_simple(word: str, split: _Split) -> bool:
    wholes = lemmas(word)
    if not wholes or all(len(part) >= _LONG for part in split.parts):
        return False
    if len(split.parts) > _MOST_OF_LISTED:  # "reinvestering" is no "ren", "vest" and "ring"
        return True
    rarest = min(_share_of_whole_or_pieces(part) for part in split.parts)
    return max(map(frequency, (word, *wholes))) * _FAR_MORE > rarest


def _share_of_whole_or_pieces(part: str) -> float:
    """Of the part or of the rarest of its pieces: "rastgård" is in no newspaper, "rast" and "gård" are."""
    pieces = [_share(piece) for piece in compound_parts(part)]
    return max(_share(part), min(pieces, default=0.0))


def _splits(word: str, most: int) -> Iterator[_Split]:
    for cut in range(_FEWEST_LETTERS, len(word) - _FEWEST_LETTERS + 1):
        head = _head(word[:cut])
        if head is None:
            continue
        for tail in _tails(word[cut:], most - 1):
            yield _Split(tail.fewest - 1, min(head[1], tail.rarest), (head[0], *tail.parts))


def _tails(word: str, most: int) -> Iterator[_Split]:
    known = _tail(word)
    if known is not None:
        yield _Split(0, known[1], (known[0],))
    elif most > 1:
        yield from sorted(_splits(word, most), reverse=True)[:1]


@lru_cache(maxsize=100_000)
def _head(form: str) -> tuple[str, float] | None:
    """The word whose form before others it is ("skol" of "skola", "gatu" of "gata", "arbets" of "arbete")."""
    forms = [form]
    if form.endswith("s"):
        forms += [form[:-1], form[:-1] + "e"]
    if form.endswith(("u", "o", "e")):
        forms.append(form[:-1] + "a")
    if form.endswith("e"):
        forms.append(form[:-1])
    forms += [form + "a", form + "e"] if len(form) > _SHORT else []
    known = [(each, _share(each)) for each in forms if _may_be_part(each, is_linked=each + "s" == form)]
    return max(known, key=lambda each: each[1], default=None)


@lru_cache(maxsize=100_000)
def _tail(form: str) -> tuple[str, float] | None:
    if form in _NO_PARTS:
        return None
    known = [(each, max(_share(each), frequency(form))) for each in lemmas(form) if _may_be_part(each)]
    return max(known, key=lambda each: each[1], default=None)


def _may_be_part(word: str, is_linked: bool = False) -> bool:
    """`is_linked` by an s to what follows, a fourth letter that is no chance: "köksmaskin"."""
    if word in _NO_PARTS or not is_in_dictionary(word):
        return False
    return _share(word) >= (_USUAL if len(word) <= _SHORT and not is_linked else _RAREST)


def _share(word: str) -> float:
    """Of running text; a long word that is listed but was in no newspaper counts as rare."""
    return frequency(word) or (_RAREST if len(word) >= _LONG else 0.0)
