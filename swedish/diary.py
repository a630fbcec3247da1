"""Diary numbers in the styles that Swedish and Finland-Swedish offices print."""

from __future__ import annotations

import re

MOST = 60  # characters of a line of diary numbers
_DIARY_LABEL = re.compile(
    r"\b(?:dnr|diarienummer|diarienr|ärendenr|ärendenummer|ärende-?id)\b\.?\s*:?\s*", re.I
)
# Laws, court cases and inquiries are numbered alike: "SFS 2017:725" is no matter of the office's.
_NO_OFFICE = r"(?!(?:SFS|SOU|AFS|SOSFS|HSLF|BFNAR|RKR|NJA|HFD|JO|EU|EG|ISO|SS|DS|PROP)\b)"
_DIARY = re.compile(
    rf"\b{_NO_OFFICE}[A-ZÅÄÖ]{{2,6}}(?:[-/ ]{{1,2}}(?:20|19)\d\d[-:/ .]\d{{1,6}}(?!\.?\d)(?:[-:]\d{{1,3}})?"
    r"|\.(?:20|19)\d\d\.\d{1,6}|/\d{1,6}/(?:[\d.]+/)?(?:20|19)\d\d|\s?\d{1,6}/\d{2,4})"
    r"(?:\s+\d+(?:\.\d+)+|\s+\d{2,3}(?=\s*$))?"
    r"|\b(?:20|19)\d\d-[A-ZÅÄÖ]{2,5}\d{3,8}\b"
)
# Without an office before it, only behind "Dnr" or on a line of its own: "budget 2025-2027" is no number.
_PLAN = r"(?:\s+\d+(?:\.\d+)+|\s+\d{3}(?=\s*$))?"  # the archive's plan: "1.1.2.1", "041"
_FINLAND = r"\d{1,6}/\d\d(?:\.\d\d){1,3}/(?:20|19)\d\d"
_DAY = r"(?!(?:20|19)\d\d-\d\d-\d\d(?!\d))"
_BARE = rf"(?:{_DAY}(?:20|19)\d\d[-/:]\d{{2,6}}(?:-\d{{1,3}})?{_PLAN}|{_FINLAND})(?![-\d])"
# what only a label tells: "24MTN112", "M-2024-311"; no year, time of day, telephone number, law or sum
_TOKEN = (
    r"(?-i:(?=[A-ZÅÄÖ\d./:-]*\d[A-ZÅÄÖ\d./:-]*\d)(?=[\d./:-]*[A-ZÅÄÖ])(?!SFS|SOU|PROP)"
    r"[A-ZÅÄÖ\d][A-ZÅÄÖ\d./:-]{2,40}(?<![.:/-]))(?![\w/])"
)
_AND = r"\s*(?:,|;|och|samt)\s*"
_SHORT = rf"{_DAY}(?:20|19)\d\d[-/:]\d(?![-\d])"  # the year's first nine, behind "Dnr" alone
_ANY = rf"(?:(?-i:{_DIARY.pattern})|{_BARE}|{_SHORT}|{_TOKEN})"
_LABELLED = re.compile(rf"{_DIARY_LABEL.pattern}({_ANY})((?:{_AND}{_ANY})*)", re.IGNORECASE)
_ALONE = re.compile(rf"\s*((?!(?:20|19)\d\d-(?:20|19)\d\d\s*$)(?:20|19)\d\d[-/:]\d{{3,6}}{_PLAN})\s*")


_EACH = re.compile(_ANY, re.IGNORECASE)
_AROUND = " ,;–-|·"


def read_diary_number(text: str) -> str | None:
    """The one diary number in the text, without "Dnr"; None of none.

    >>> read_diary_number("Dnr KS 2024-00375 1.1.2.1"), read_diary_number("Dnr KS/2024:118")
    ('KS 2024-00375 1.1.2.1', 'KS/2024:118')
    >>> read_diary_number("NKBY/497/12.03.01/2022"), read_diary_number("KSN-2024-00412")
    ('NKBY/497/12.03.01/2022', 'KSN-2024-00412')
    >>> read_diary_number("2025-2029"), read_diary_number("Mål 2025-6"), read_diary_number("(dnr 2025-6)")
    (None, None, '2025-6')
    >>> read_diary_number("SLK-2024-00008:15")
    'SLK-2024-00008:15'
    >>> [read_diary_number(t) for t in ("2024-06-17", "Mål och budget 2025-2027", "Dnr 2024/118")]
    [None, None, '2024/118']
    >>> read_diary_number("§ 45 Dnr 2024-118 041"), read_diary_number("2024-118 041")
    ('2024-118 041', '2024-118 041')
    """
    if found := find_diary_numbers(text):
        return found[0]
    match = _ALONE.fullmatch(text)
    return match[1].strip() if match else None


def find_diary_numbers(text: str) -> list[str]:
    """All diary numbers with an office before them, and the one that "Dnr" stands before.

    >>> find_diary_numbers("Dnr KS 2024-00375 och KS 2023-00012"), find_diary_numbers("Dnr 2031:92, 2031:141")
    (['KS 2024-00375', 'KS 2023-00012'], ['2031:92', '2031:141'])
    >>> find_diary_numbers("Diarienr 24MTN087, M-2024-311"), find_diary_numbers("STST/345/2024")
    (['24MTN087', 'M-2024-311'], ['STST/345/2024'])
    >>> [find_diary_numbers(t) for t in ("Dnr 18:30", "Diarienr: 2024", "Dnr SFS2017:900", "Dnr 2024-05-03")]
    [[], [], [], []]
    >>> find_diary_numbers("2024-RUN000152"), find_diary_numbers("24MTN087")
    (['2024-RUN000152'], [])
    >>> find_diary_numbers("MBN 2031-0187   BYGG.2031.55"), find_diary_numbers("Dnr 211/10.03.01/2031")
    (['MBN 2031-0187', 'BYGG.2031.55'], ['211/10.03.01/2031'])
    """
    found: dict[int, str] = {}
    for labelled in _LABELLED.finditer(text):
        for each in _EACH.finditer(text, labelled.start(1), labelled.end()):
            found[each.start()] = each[0].strip()
    reach = max((start + len(each) for start, each in found.items()), default=0)
    for match in _DIARY.finditer(text):
        if not any(start <= match.start() < reach for start in found):
            found[match.start()] = match[0].strip()
    return [found[start] for start in sorted(found)]


def without_diary_number(text: str) -> str:
    """The text with its diary numbers and the word before them taken out.

    >>> without_diary_number("Budget 2032   Dnr KS 2031-00375, KS 2030-00012"), without_diary_number("| Dnr")
    ('Budget 2032', '')
    >>> without_diary_number("Detaljplan för Ekby (TBN 2031.118, KS 2030.77)")
    'Detaljplan för Ekby'
    """
    number = read_diary_number(text)
    bare = text.strip(_AROUND)
    if number is None:
        return _DIARY_LABEL.sub("", bare).strip() if _DIARY_LABEL.fullmatch(bare) else text
    numbers = find_diary_numbers(text) or [number]
    for each in numbers:
        bare = bare.replace(each, "")
    bare = re.sub(r"\([\s,;]*(?:\b(?:och|samt)\b[\s,;]*)*\)", "", _DIARY_LABEL.sub("", bare))
    between = r"(?:[\s,;]|\b(?:och|samt)\b)+$" if len(numbers) > 1 else r"\s+$"
    return re.sub(between, "", bare).strip(_AROUND)


def is_diary_line(text: str) -> bool:
    """True where the text is a diary number, or several, and nothing else but "Dnr".

    >>> is_diary_line("NKBY/497/12.03.01/2022"), is_diary_line("Beslut KS 2024-00375")
    (True, False)
    >>> is_diary_line("Dnr KS 2024-00375 och KS 2023-00012")
    True
    """
    if len(text) >= MOST or read_diary_number(text) is None:
        return False
    rest = without_diary_number(text)
    for number in find_diary_numbers(rest):
        rest = rest.replace(number, "")
    return not re.sub(r"\b(?:och|samt)\b|[\s,;–-]", "", _DIARY_LABEL.sub("", rest))
