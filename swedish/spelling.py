"""Slips of the pen told from changes of meaning: one word in two spellings, or two words."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

from swedish.word_list import is_listed

_ENDINGS = sorted(
    "s a e n t en et er ar or na ade ad at as es ens ets ern erna arna orna ernas arnas ornas ars ers "
    "are aren arens "
    "igt ig ende ande de dde te des ts".split(),
    key=len,
)
_SHORT, _LONG = 5, 8  # letters from which one and two of them may be wrong
_SOUNDS = (
    ("ch", "k"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"), ("ph", "f"),
    ("th", "t"),
    ("dt", "t"), ("hl", "l"), ("hn", "n"), ("rh", "r"), ("y", "i"), ("gh", "g"), ("ie", "i"), ("j", "i"),
)  # fmt: skip


def is_slip(a: str, b: str) -> bool:
    """Two spellings of one word: a letter or two wrong, or a space or hyphen too many,
    but no ending of its own.

    >>> (is_slip("gemensam", "gemensamm"), is_slip("senior korten", "seniorkorten"),
    ...  is_slip("styrning", "styrningen"))
    (True, True, False)
    >>> is_slip("högre", "lägre"), is_slip("intäkter", "insekter")
    (False, False)
    """
    a, b = a.casefold(), b.casefold()
    if re.sub(r"[\s-]", "", a) == re.sub(r"[\s-]", "", b):
        return True
    return is_near(a, b) and not is_form(a, b) and not (is_listed(a) and is_listed(b))


def is_near(a: str, b: str) -> bool:
    """At most one letter wrong, in long words two (two letters that changed places count as one).

    >>> is_near("Björkvik", "Björkvk"), is_near("Norra", "Södra"), is_near("Ek", "Ed")
    (True, False, False)
    """
    shorter = min(len(a), len(b))
    allowed = 0 if shorter < _SHORT - 1 else 1 if shorter < _LONG else 2
    return a != b and OSA.distance(a, b, score_cutoff=allowed) <= allowed


def is_form(a: str, b: str) -> bool:
    """One word in two of its forms: they share a stem and each has one of the usual endings.

    >>> is_form("göra", "göras"), is_form("Viared", "Viareds"), is_form("kommun", "kammun")
    (True, True, False)
    """
    a, b = a.casefold(), b.casefold()
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    stems = range(max(shared - 2, 3), shared + 1)
    return a != b and any(a[i:] in ("", *_ENDINGS) and b[i:] in ("", *_ENDINGS) for i in stems)


def sounds_alike(a: str, b: str) -> bool:
    """Names that are said alike however they are spelled.

    >>> sounds_alike("Carlsson", "Karlson"), sounds_alike("Lindh", "Lind"), sounds_alike("Lund", "Lind")
    (True, True, False)
    """
    return _sound(a) == _sound(b)


def _sound(name: str) -> str:
    sound = folded(name)
    for spelled, said in _SOUNDS:
        sound = sound.replace(spelled, said)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<=[a-z])h\b|(?<=[aeiou])h(?=[^aeiou])", "", sound))


def folded(text: str) -> str:
    """Small letters without marks, as in an e-mail address.

    >>> folded("Åsa Sjöö-Grönlund")
    'asa sjoo-gronlund'
    """
    plain = text.casefold().replace("ø", "o").replace("æ", "a").replace("ð", "d").replace("ł", "l")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
