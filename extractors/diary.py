"""Diary numbers in the styles that Swedish and Finland-Swedish offices print."""

from __future__ import annotations

import re

_DIARY_LABEL = re.compile(r"\b(?:dnr|diarienummer|diarienr|ärendenr|ärendenummer|ärende-?id)\b\.?\s*:?\s*", re.I)
_DIARY = re.compile(
    r"\b[A-ZÅÄÖ]{2,6}(?:[-/ ]{1,2}(?:20|19)\d\d[-:/ ]\d{1,6}(?:-\d{1,3})?"
    r"|/\d{1,6}/[\d.]+/(?:20|19)\d\d|\s?\d{1,6}/\d{2,4})"
    r"(?:\s+\d+(?:\.\d+)+|\s+\d{2,3}(?=\s*$))?"
    r"|\b(?:20|19)\d\d[-/:]\d{1,6}(?:\s+\d+(?:\.\d+)+)?\b(?!-)"
)


def read_diary_number(text: str) -> str | None:
    """The one diary number in the text, without "Dnr"; None of none.

    >>> read_diary_number("Dnr KS 2024-00375 1.1.2.1"), read_diary_number("Dnr KS/2024:118")
    ('KS 2024-00375 1.1.2.1', 'KS/2024:118')
    >>> read_diary_number("NKBY/497/12.03.01/2022"), read_diary_number("KSN-2024-00412")
    ('NKBY/497/12.03.01/2022', 'KSN-2024-00412')
    >>> read_diary_number("2024-06-17") is None
    True
    """
    match = _DIARY.search(text)
    return match[0].strip() if match else None


def without_diary_number(text: str) -> str:
    """The text with its diary number and the word before it taken out."""
    number = read_diary_number(text)
    if number is None:
        return _DIARY_LABEL.sub("", text).strip() if _DIARY_LABEL.fullmatch(text.strip()) else text
    return _DIARY_LABEL.sub("", text.replace(number, "")).strip(" ,;–-")


def is_diary_line(text: str) -> bool:
    """True where the text is a diary number and nothing else but "Dnr".

    >>> is_diary_line("NKBY/497/12.03.01/2022"), is_diary_line("Beslut KS 2024-00375")
    (True, False)
    """
    return len(text) < 60 and read_diary_number(text) is not None and not without_diary_number(text)
