"""Lines of a paragraph or a cell become one text: hyphenation undone, compound hyphens kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from swedish.dates import MONTHS
from swedish.word_list import frequency, is_word

SOFT = "\u00ad"
_HYPHENS = (SOFT, "-", "\u2010")  # browsers break words with the last
# Swedish leaves the hyphen of a shared word part standing: "Mark- och exploatering"
_SHARED = {"och", "eller", "samt", "respektive", "till", "som", "men", "/", "&"}
_RARE = 1e-7  # share of running words
_LONGEST_PIECE = (
    6  # letters of what is listed by chance: rare longer words are real ("omsättningstillgångar")
)
_DASHES = ("\u2013", "\u2014")
_LETTERS = re.compile(r"[^\W\d_]+")
_MONTH = re.compile("|".join(rf"{month[:3]}(?:{month[3:]})?" for month in MONTHS), re.IGNORECASE)
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_ANY_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")


_UNFINISHED = re.compile(
    r"(?:[-–,/(&]|\b(?:och|eller|samt|för|från|till|av|i|på|om|med|mot|vid|hos|den|det|de|en|ett|som|att|ska|är)"
    r"|\b(?:inkl|exkl)\.?)$"
)


def is_unfinished(line: str) -> bool:
    """True for a line that the next must end: its last word, or mark, closes nothing.

    >>> [is_unfinished(line) for line in ("Budget 2031 inkl.", "Mål för", "Avvikelse budget–", "Utfall 2031")]
    [True, True, True, False]
    """
    return _UNFINISHED.search(line) is not None


def join_texts(texts: Iterable[str]) -> str:
    """The lines as one text.

    >>> join_texts(["bostads\\u00ad", "områden"]), join_texts(["Mark-", "och vatten"])
    ('bostadsområden', 'Mark- och vatten')
    >>> join_texts(["Göteborg-", "Borås"]), join_texts(["LSS-", "boenden"])
    ('Göteborg-Borås', 'LSS-boenden')
    >>> join_texts(["regle\\u2010", "mente"])
    'reglemente'
    >>> join_texts(["Utfall jan-", "jun 2031"])
    'Utfall jan-jun 2031'
    """
    joined = ""
    for text in texts:
        joined = join_two(joined, text) if joined else text
    return joined[:-1] + "-" if joined.endswith(SOFT) else joined


def join_two(joined: str, text: str) -> str:
    """A line and the next as one text."""
    if joined.endswith(_DASHES) and joined[-2:-1].isalnum():
        return joined + text
    if not joined.endswith(_HYPHENS) or joined[-2:-1] == " ":
        return f"{joined} {text}"
    stem, first = joined[:-1], text.split(" ", 1)[0]
    hyphen = "-" if joined.endswith(SOFT) else joined[-1]
    if first.strip(",.;:") in _SHARED:
        return f"{stem}{hyphen} {text}"
    if (
        text[:1].islower()
        and not _keeps_hyphen(stem, first)
        and (stem[-1:].isalpha() or joined.endswith(SOFT))
    ):
        return stem + text
    return f"{stem}{hyphen}{text}"


def _keeps_hyphen(stem: str, first: str) -> bool:
    """True for "LSS-boenden", "Utfall jan-jun": the hyphen was not made by the end of the line."""
    last = re.split(r"[\s/–-]", stem)[-1]
    months = _MONTH.fullmatch(last) and _MONTH.match(first)
    return bool(months) or (len(last) > 1 and last.isupper())


def join_cell_lines(joined: str, text: str) -> str:
    """A line of a cell and the next: a cell too narrow for a word, or a date, breaks it without a hyphen.

    >>> join_cell_lines("Budg", "et 2031"), join_cell_lines("2031-12-3", "1, tkr")
    ('Budget 2031', '2031-12-31, tkr')
    >>> join_cell_lines("Budget", "helår"), join_cell_lines("Utfall", "och prognos")
    ('Budget helår', 'Utfall och prognos')
    """
    return joined + text if _is_broken(joined, text) else join_two(joined, text)


def _is_broken(joined: str, text: str) -> bool:
    last, first = joined.rsplit(" ", 1)[-1], text.split(" ", 1)[0]
    if is_broken_day(last, first) or is_broken_year(last, first):
        return True
    rest = _LETTERS.match(first)
    if last != joined or not rest or not last.isalpha() or not rest[0].islower():
        return False  # a word is broken where it has the cell's width to itself
    return is_word(last + rest[0]) and not (_stands_alone(last) and _stands_alone(rest[0]))


def is_broken_year(last: str, first: str) -> bool:
    """True for a year, its stroke, and the year after it on the next line.

    >>> is_broken_year("2031/", "32"), is_broken_year("2031–", "2032"), is_broken_year("2031/", "33")
    (True, True, False)
    """
    match = re.fullmatch(r"((?:19|20)\d\d)[/\u2013-]", last)
    return match is not None and first in (str(int(match[1]) + 1), str(int(match[1]) + 1)[2:])


def is_broken_day(last: str, first: str) -> bool:
    """True for the two parts of a day in figures.

    >>> is_broken_day("2031-12-3", "1"), is_broken_day("2031-12-", "31"), is_broken_day("2031", "-12-31")
    (True, True, True)
    >>> is_broken_day("2031-12-31", "5")
    False
    """
    return last[:4].isdigit() and _ANY_DATE.match(last + first) is not None and not _DATE.match(last)


def _stands_alone(word: str) -> bool:
    """True for what is met as a word of its own: the list has pieces too that were printed once ("budg")."""
    return is_word(word) and (frequency(word) > _RARE or len(word) > _LONGEST_PIECE)
