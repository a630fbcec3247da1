"""The § sign in all its prints: "§ 208", "39 §", "KS § 12", with what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from swedish.diary import read_diary_number, without_diary_number

# Whose § it is: "KS", "Ksau", "KS/AU", "Kommunstyrelsens arbetsutskott".
_BODY = (
    r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}|[A-ZÅÄÖ]{2,8}(?:[/-][A-ZÅÄÖ]{2,8})?|"
    r"(?:[A-ZÅÄÖ][a-zåäö-]+\s(?:[a-zåäö-]+\s){0,2})?"
    r"[A-ZÅÄÖa-zåäö-]*(?:styrelse|nämnd|fullmäktige|utskott|beredning|delegation|sektion)[a-zåäö]{0,3})"
)
SIGN = re.compile(
    rf"^(?:(?P<body>{_BODY})\s+)?(?:(?:§+|Paragraf\b)\s*(?P<behind>\d{{1,4}}\s?[a-z]?)\b|"
    r"(?P<before>\d{1,4}\s?[a-z]?)\s*§)(?:/(?:19|20)\d\d)?\.?(?![\w§/])\s*(?P<rest>.*)$",
    re.DOTALL,
)
_NEXT = re.compile(rf"\s*[,/|–-]?\s*(?={_BODY}\s*(?:§\s*\d|\d{{1,4}}\s*§))")


@dataclass(frozen=True, slots=True)
class Sign:
    """A § line read: its number, what stands behind it as title and diary number, and whose it says it is."""

    paragraph: str
    title: str
    diary_number: str | None
    body: str = field(default="", repr=False)

    @property
    def order(self) -> tuple[int, str]:
        """By which numbers run: "12 a" comes behind 12 and before 13."""
        digits = self.paragraph.rstrip("abcdefghijklmnopqrstuvwxyz")
        return int(digits), self.paragraph[len(digits) :]


def read_sign(text: str) -> Sign | None:
    """The § that the line begins, None where it begins none.

    >>> read_sign("§ 208 Dnr KS 2024-00375 1.1.2.1")
    Sign(paragraph='208', title='', diary_number='KS 2024-00375 1.1.2.1')
    >>> read_sign("39 § Val av protokolljusterare")
    Sign(paragraph='39', title='Val av protokolljusterare', diary_number=None)
    >>> [read_sign(text).paragraph for text in ("§ 140/2024 Val", "Paragraf 140", "Ks § 140 Val", "140§ Val")]
    ['140', '140', '140', '140']
    >>> read_sign("§§ 39–49") is None
    True
    """
    if "§" not in text and "aragraf" not in text:
        return None
    match = SIGN.match(text.strip())
    if not match or re.match(r"\s*[–-]\s*\d|\s*(?:,|och)\s*\d", match["rest"]):
        return None  # "§§ 39–49", "§§ 61, 62 och 65": several
    rest = re.sub(r"^\s*[:–-]\s+", "", match["rest"]).strip()
    number = (match["behind"] or match["before"]).replace(" ", "")
    return Sign(
        number, without_diary_number(rest).strip(), read_diary_number(rest), (match["body"] or "").casefold()
    )


def read_signs(text: str) -> tuple[Sign, ...]:
    """The § as each body through which the matter went counts it, all of them with what stands behind the
    last: "AU § 88   KS § 140   KF § 51   Dnr 2031/12".

    >>> [(s.body, s.paragraph, s.title) for s in read_signs("Au § 88  Kf § 51  Badplatsen")]
    [('au', '88', 'Badplatsen'), ('kf', '51', 'Badplatsen')]
    """
    found: list[Sign] = []
    rest: str | None = text.strip()
    while rest and (sign := read_sign(rest)) is not None:
        found.append(sign)
        match = SIGN.match(rest)
        behind = match["rest"] if match else ""
        after = _NEXT.match(behind)
        rest = behind[after.end() :] if after else None
    last = found[-1:]
    return tuple(Sign(s.paragraph, last[0].title, last[0].diary_number, s.body) for s in found)


_RANGE = re.compile(
    r"\bparagraf(?:er|erna|nummer)?\b[^\d§–-]{0,12}(?:§+\s*)?(\d{1,4})\s*(?:[-–—]|t\.?o\.?m\.?|till)\s*§?\s*(\d{1,4})\b",
    re.IGNORECASE,
)
_TWO_FIGURES = 10
_MOST_MISSING = 60  # between two §§ of one meeting: farther apart are numbers of something else
_TWO_LISTED = 2  # §§: one alone is a reference
_MOST_OF = 0.8  # of a range: a list of that many names all of it
_LONGEST_RANGE = 250  # §§ of one meeting


def read_range(text: str) -> tuple[int, int] | None:
    """The first and the last § of the meeting, where a protocol's first page says which they are.

    >>> read_range("Justerade paragrafer: §§ 271-291"), read_range("Paragrafer 226–233")
    ((271, 291), (226, 233))
    >>> read_range("Bo Al (V), §§ 3–5") is None
    True
    """
    match = _RANGE.search(text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    return (first, last) if 0 <= last - first < _LONGEST_RANGE else None


def read_damaged_sign(text: str, number: int, alone: bool = False) -> Sign | None:
    """The § of that number, where the line begins with a sign that a scanner or a font has damaged.

    Only for a § that must stand here: "5 142" is one no otherwise than by its place. Where it is the only one
    that is missed (`alone`), a sign that has lost its number is it.

    >>> read_damaged_sign("1 4 2 § Badplatsen", 142)
    Sign(paragraph='142', title='Badplatsen', diary_number=None)
    >>> read_damaged_sign("5 142 Badplatsen", 142) == read_damaged_sign("142§ Badplatsen", 142)
    True
    >>> read_damaged_sign("142 kronor per plats", 142) is None
    True
    >>> read_damaged_sign("§ Badplatsen", 142, alone=True) == read_damaged_sign("142§ Badplatsen", 142)
    True
    """
    digits = r"\s?".join(str(number))
    # what OCR makes of the sign is a figure or a letter: "53 Kultur" is no § 3
    confused = r"[S58B]{1,2}\s" if number >= _TWO_FIGURES else r"(?!)"
    match = re.match(
        rf"^(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{0,4}}\s+)?"
        rf"(?:(?:[§$&]{{1,2}}\s?|{confused}){digits}|{digits}\s?[§$&])[.:]?(?:\s+|$)(.*)$",
        text.strip(),
        re.DOTALL,
    )
    if match is None and alone:
        match = re.match(
            r"^(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}\s+)?§\s+(?=[A-ZÅÄÖ])(.*)$", text.strip(), re.DOTALL
        )
    if match is None or (match[1] and not match[1][0].isupper() and not match[1][0].isdigit()):
        return None
    rest = match[1].strip()
    return Sign(str(number), without_diary_number(rest).strip(), read_diary_number(rest))


def missing_numbers(held: Iterable[int], stated: tuple[int, int] | None) -> list[int]:
    """Numbers that must be there, for they are between others or within what the first page tells.

    >>> missing_numbers([14, 16], None), missing_numbers([14], (13, 15)), missing_numbers([1, 2024], None)
    ([15], [13, 15], [])
    """
    numbers = set(held)
    asked = set()
    if stated and (not numbers or any(stated[0] <= number <= stated[1] for number in numbers)):
        asked = set(range(stated[0], stated[1] + 1))
    for one, other in pairwise(sorted(numbers)):
        if other - one <= _MOST_MISSING:
            asked |= set(range(one, other))
    return sorted(asked - numbers)


def range_of(listed: Iterable[str | None]) -> tuple[int, int] | None:
    """The first and the last of the numbers that a list of matters has, None for one that leaves many out.

    >>> range_of(["140", "141", None, "143", "144", "145"]), range_of(["3", "99"]), range_of([None])
    ((140, 145), None, None)
    """
    numbers = {int(number) for number in listed if number and number.isdigit()}
    if len(numbers) < _TWO_LISTED:
        return None
    first, last = min(numbers), max(numbers)
    return (first, last) if len(numbers) >= _MOST_OF * (last - first + 1) else None
