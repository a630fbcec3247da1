"""The § sign in all its prints: "§ 208", "39 §", "KS § 12", with what stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from swedish.diary import read_diary_number, without_diary_number

SIGN = re.compile(
    (
        r"^(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4}\s+)?(?:(?:§+|Paragraf\b)\s*(\d{1,4}\s?[a-z]?)\b|"
        r"(\d{1,4}\s?[a-z]?)\s*§)(?:/(?:19|20)\d\d)?\.?(?![\w§/])\s*(.*)$"
    ),
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A § line read: its number, and what stands behind it as title and diary number."""

    paragraph: str
    title: str
    diary_number: str | None


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
    match = SIGN.match(text.strip())
    if not match or re.match(r"\s*[–-]\s*\d|\s*(?:,|och)\s*\d", match[3]):
        return None  # "§§ 39–49", "§§ 61, 62 och 65": several
    rest = re.sub(r"^\s*[:–-]\s+", "", match[3]).strip()
    return Sign(
        (match[1] or match[2]).replace(" ", ""), without_diary_number(rest).strip(), read_diary_number(rest)
    )
