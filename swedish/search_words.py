"""What a text says, as a search sees it: the one analyser of what is indexed, of what is asked for, and of
what is marked on a page.

A word is kept as it is written (`word`), as the words it may be a form of (`stems`), and as what it is made
of (`parts`). Letters are never folded: "får" and "far" are two words. Figures lose the spaces between their
thousands, diary numbers whatever their office puts between year and number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from swedish.compounds import compound_parts
from swedish.inflection import is_name, lemmas, verbs_of

_GAP = "[ \u00a0\u2007\u2009\u202f]"  # between thousands, and between § and its number
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # within words, without a trace on paper
_LETTER = rf"(?:[^\W\d_][\u0300-\u036f{_NOTHING}]*)"  # with the marks that stand loose behind it
_WORD = re.compile(
    rf"""
    §§{_GAP}?(?P<list>\d{{1,4}}(?:{_GAP}?(?:[-–−,]|och){_GAP}?\d{{1,4}}(?![\d§]))+)
    | (?:§+{_GAP}?|(?P<called>\b(?i:paragraf(?:en)?)){_GAP})
        (?P<behind>\d{{1,4}}(?:(?:[a-z]|{_GAP}[a-hj-z])(?!\w))?)(?!\d)  # no letter in "§ 63 i lagen"
    | (?P<sign>[%€])
    | (?<![\d.,/:-])(?!(?:19|20)\d\d\D)(?P<before>\d{{1,4}}[a-z]?){_GAP}?§(?!§?{_GAP}?\d)
    | (?<![\d,])(?P<figure>\d{{1,3}}(?:{_GAP}\d{{3}})+(?:,\d+)?(?!\d)
        |(?<!\.)\d{{1,3}}(?:\.\d{{3}})+(?!\.?\d)(?=\s?(?:t?kr|kronor|€|euro)\b)|\d+,\d+(?![\d,]))
    | (?P<run>\d+(?:[-–−/:.]\d+)*)
    | (?P<letters>{_LETTER}+(?:['’]{_LETTER}+)*(?:[-‐‑]{_LETTER}+(?:['’]{_LETTER}+)*)*)
    """,
    re.VERBOSE,
)
_SIGNS = {"%": "procent", "€": "euro"}
# Figures are asked for in whichever of their units: "11,1 miljoner kronor" stands as "11,1 mnkr".
_UNITS = {"kr": "krona", "sek": "krona", "mkr": "mnkr", "msek": "mnkr", "ksek": "tkr", "eur": "euro"}
_UNITS_IN_WORDS = {"mnkr": ("miljon", "krona"), "mdkr": ("miljard", "krona"), "tkr": ("tusen", "krona")}
_BETWEEN_DIGITS = re.compile(r"[-–−/:.]")
_NEXT = re.compile(rf"-\s+(?:och|eller|samt|respektive)\s+({_LETTER}+)")
_HYPHEN = re.compile(r"[-‐‑]")
_ABBREVIATION = 3  # letters: "kr" is no form of a word
_MATTER = 2  # figures: a year and a number
_STRETCH = re.compile(rf"(\d+)(?:{_GAP}?[-–−]{_GAP}?(\d+))?")
_MOST_LISTED = 100  # §§ of a stretch: no meeting has more
_LONGEST = 200  # letters: nothing longer is a word, and an index has a limit of its own
# Asked for beside other words, these need not stand there.
COMMON = frozenset(
    "och i att det som en på är av för den till med om de ett har inte kan från var vid så men ska eller vi "
    "under samt då efter när också sin nu han mot vad ut upp hur där in alla ha blev över bli vara åt per "
    "vem vems vilken vilket vilka varför mycket många ofta man kan får fick finns sig "
    "the of and".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end` of a text."""

    start: int
    end: int
    word: str
    stems: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def find_words(text: str) -> Iterator[Word]:
    """The words of the text in order; of composed letters whichever way the text writes them.

    >>> [w.word for w in find_words("Ks § 208 Dnr KS 2024-00375: 1 250 tkr till Miljö- och byggnämnden")]
    ['ks', '§208', 'dnr', 'ks', '2024-375', '1250', 'tkr', 'till', 'miljö', 'och', 'byggnämnden']
    >>> [w.word for w in find_words("208 §, KS/2024:118, 24MTN112, 67,6 %")]
    ['§208', 'ks', '2024-118', '24', 'mtn', '112', '67,6', 'procent']
    >>> [w.word for w in find_words("Kf 26 februari 2024 § 45, bilaga 2 § 33")]
    ['kf', '26', 'februari', '2024', '§45', 'bilaga', '2', '§33']
    >>> [w.stems for w in find_words("§§ 12–14 och 17")]
    [('§12', '§13', '§14', '§17')]
    >>> [(w.word, w.stems, w.parts) for w in find_words("skolbudgeten")]
    [('skolbudgeten', ('skolbudget',), ('skola', 'budget'))]
    """
    for match in _WORD.finditer(text):
        raw = match[0]
        if match["letters"]:
            word = plain(raw)[:_LONGEST]
            stems, parts = _forms(word)
            yield Word(match.start(), match.end(), word, stems, (*parts, *_hanging(word, text, match.end())))
        elif match["run"]:
            run = _run(raw)
            yield Word(match.start(), match.end(), run, (run,), _pieces(run))
        elif match["figure"]:
            figure = re.sub(r"[\s.]", "", raw)
            yield Word(match.start(), match.end(), figure, (figure,), (_run(raw),) if "." in raw else ())
        elif match["sign"]:
            yield Word(match.start(), match.end(), _SIGNS[raw], (_SIGNS[raw],))
        elif match["list"]:
            numbers = _listed(match["list"])
            signs = tuple(f"§{number}" for number in numbers)
            yield Word(match.start(), match.end(), signs[0], signs, numbers)
        else:
            number = re.sub(r"\s", "", (match["behind"] or match["before"]).casefold())
            parts = (number, *(("paragraf",) if match["called"] else ()))
            yield Word(match.start(), match.end(), f"§{number}", (f"§{number}",), parts)


def _listed(text: str) -> tuple[str, ...]:
    """The numbers of a list of §§, those within a stretch too."""
    numbers: list[int] = []
    for first, last in _STRETCH.findall(text):
        start, end = int(first), int(last or first)
        numbers += range(start, end + 1) if start <= end < start + _MOST_LISTED else (start, end)
    return tuple(map(str, dict.fromkeys(numbers)))


def _hanging(word: str, text: str, end: int) -> Iterator[str]:
    """The whole of a word that shares its last part with the next: "gång- och cykelvägar" has "gångväg"."""
    other = _NEXT.match(text, end)
    parts = compound_parts(plain(other[1])) if other else ()
    if parts:
        yield word + parts[-1]


def plain(text: str) -> str:
    """In small letters and composed, without what has no width: "ﬁ" and "e" with a loose accent are as typed.

    >>> plain("FO\\u0308RSKOLA"), plain("för\\u00adskola"), plain("Straße")
    ('förskola', 'förskola', 'strasse')
    """
    return unicodedata.normalize("NFC", text.translate(_WITHOUT).casefold())


_WITHOUT = dict.fromkeys(map(ord, _NOTHING)) | {ord("ﬁ"): "fi", ord("ﬂ"): "fl"}


@lru_cache(maxsize=300_000)
def _forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What it may be a form of, and what it is made of."""
    pieces = [piece for piece in _HYPHEN.split(word) if piece]
    if len(pieces) > 1:
        parts = [part for piece in pieces for part in (*_stems(piece), *_parts(piece))]
        return tuple(dict.fromkeys((word, "".join(pieces)))), tuple(dict.fromkeys(parts))
    return _stems(word), _parts(word)


def _stems(word: str) -> tuple[str, ...]:
    """The words it may be a form of; of a compound, with its last part in its first form.

    A word that no list has, a name, is itself, and itself without the s of the genitive: "Lundstas" may be of
    "lund" and "stas", or of Lundsta.
    """
    if word in _UNITS:
        return word, _UNITS[word]
    known = lemmas(word)
    if known == (word,) and is_name(word) and word.endswith("s"):  # "Eriks" is listed, a name; Erik is not
        return word, word[:-1]
    if known:
        return known if len(word) > _ABBREVIATION else tuple(dict.fromkeys((word, *known)))
    parts = compound_parts(word)
    first = _with_first_form(word, parts[-1]) if parts else word
    return (first, word[:-1]) if first == word and len(word) > 3 and word.endswith("s") else (first,)


def _with_first_form(word: str, last: str) -> str:
    """The compound with its last part as `last`: "socialnämndens" as "socialnämnd"."""
    first = _before(word, last)
    return first + last if first else word


def _before(word: str, last: str) -> str:
    """What stands before the last part, as it is written: "socialnämndens" has "social"."""
    for length in range(min(len(word), len(last) + 8), 2, -1):
        if last in lemmas(word[-length:]):
            return word[:-length]
    return ""


@lru_cache(maxsize=100_000)
def _parts(word: str) -> tuple[str, ...]:
    """All the words in it, those of its parts too: "samhällsbyggnadsnämnd" has "samhälle" and "byggnad"; and
    the verb that it is made of.
    """
    if short := _UNITS_IN_WORDS.get(_UNITS.get(word, word)):
        return short
    parts = compound_parts(word)
    verbs = (verb for lemma in lemmas(word) for verb in verbs_of(lemma))
    return tuple(dict.fromkeys((*parts, *(each for part in parts for each in compound_parts(part)), *verbs)))


def said_apart(word: Word) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The other ways to say it: each some words that must all be there, a word in any of its first forms.

    >>> [list(said_apart(word)) for word in find_words("båtplatsavgift plogning taxa")]
    [[(('båtplats',), ('avgift',))], [(('ploga',),)], []]
    """
    parts = compound_parts(word.word) if not _HYPHEN.search(word.word) else word.parts
    parts = parts or _UNITS_IN_WORDS.get(_UNITS.get(word.word, word.word), ())
    if parts and word.word[0].isalpha():
        yield tuple(lemmas(part) or (part,) for part in parts)
    if len(parts) > 2 and (first := _before(word.word, parts[-1])):  # no list has "hamntorg" and "skolgata"
        bare = first.removesuffix("s")
        yield (first, bare, bare + "a"), lemmas(parts[-1]) or (parts[-1],)
    for lemma in lemmas(word.word):
        for verb in verbs_of(lemma):
            yield ((verb,),)


def _run(raw: str) -> str:
    """Digits between marks, whichever marks, without zeros before: "2024-00375", "2024:375".

    >>> _run("2024/00375"), _run("1.1.2.1"), _run("007"), _run("2024–2027")
    ('2024-375', '1-1-2-1', '7', '2024-2027')
    """
    return "-".join(piece.lstrip("0") or "0" for piece in _BETWEEN_DIGITS.split(raw))


def _pieces(run: str) -> tuple[str, ...]:
    """The figures of it; of a matter's paper, the matter: "2025-211-3" is the third of "2025-211"."""
    pieces = tuple(run.split("-"))
    matter = ("-".join(pieces[:-1]),) if len(pieces) > _MATTER else ()
    return (*pieces, *matter) if len(pieces) > 1 else ()
