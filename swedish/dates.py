"""Calendar days as Swedish and Finland-Swedish offices print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from schemas.value import Day, Unread

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_NUMBER_OF_MONTH = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
MONTH = "|".join(MONTHS)  # written out
DAY_IN_FIGURES = r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}"
_MONTH = "|".join((*MONTHS, r"sept\.?", *(rf"{month[:3]}\.?" for month in MONTHS)))

_HYPHEN = "[-\u2010\u2011\u2012\u2013\u2212]"
_DAY = re.compile(
    r"(?<![\w./])(?:"
    rf"(?<!\d-)(?P<y1>\d{{4}})(?P<mark>{_HYPHEN}|/)(?P<m1>\d\d?)(?P=mark)(?P<d1>\d\d?)(?!(?P=mark)\d)"
    r"|(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<y2>\d{4})"
    r"|(?P<d3>\d\d?)/(?P<m3>\d\d?)(?:\s|/|-)\s?(?P<y3>\d{4})"
    rf"|(?P<d4>\d\d?)\.?\s+(?P<m4>{_MONTH}),?\s+(?P<y4>\d{{4}})"
    r")(?!\w|[/.:]\d)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?,?\s+)?(?:den\s+)?", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:,?\s*(?:kl(?:ockan)?\.?\s*)?\d\d?[.:]\d\d(?:\s*[-–]\s*\d\d?[.:]\d\d)?)?\.?", re.IGNORECASE
)


def read_day(raw: str) -> Day | Unread:
    """The day that the whole string names, with or without weekday and time.

    >>> read_day("måndagen den 17 juni 2024").value, read_day("15.9.2022 kl. 18.00").value
    (datetime.date(2024, 6, 17), datetime.date(2022, 9, 15))
    >>> read_day("30 februari 2024"), read_day("17 juni")
    (Unread(raw='30 februari 2024', why='no such day'), Unread(raw='17 juni', why='no day'))
    """
    raw = raw.strip()
    before = _BEFORE.match(raw)
    match = _DAY.match(raw, before.end() if before else 0)
    if not match or not _AFTER.fullmatch(raw, match.end()):
        return Unread(raw, "no day")
    value = _date_of(match)
    return Unread(raw, "no such day") if value is None else Day(raw, value)


def _date_of(match: re.Match[str]) -> date | None:
    form = next(form for form in "1234" if match[f"y{form}"])
    month = match[f"m{form}"]
    number = int(month) if month.isdigit() else _NUMBER_OF_MONTH[month[:3].casefold()]
    try:
        return date(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
    except ValueError:  # 30 February, month 13, year 0
        return None


def find_days(text: str) -> list[tuple[int, int, Day]]:
    """The days named in running text, each with where it stands (without weekday and "den").

    >>> [(start, day.raw)
    ...  for start, _, day in find_days("Mötet den 17 juni 2024 (KS 2024-00375), se 3/6 2024.")]
    [(10, '17 juni 2024'), (43, '3/6 2024')]
    """
    return [
        (*match.span(), Day(match[0], value))
        for match in _DAY.finditer(text)
        if (value := _date_of(match)) is not None
    ]


WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
# A year whose first figure alone is wrong ("3023"): later ones stand for no end, or are amounts.
_SLIPS = range(3000, 3100)
_DIARY_BEFORE = re.compile(r"(?:[A-ZÅÄÖ]{2,}[-/]|\b(?i:dnr|diarienummer|ärende\w*)\W{0,3})$")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WITHOUT_YEAR = re.compile(rf"(?<![\w./:–-])(?P<day>3[01])(?::?[ae])?\s+(?P<month>{MONTH})\b", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(
    rf"(?<!\w)(?P<weekday>{'|'.join(WEEKDAYS)})(?:en)?s?,?\s+(?:den\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OddDay:
    """A day in running text that no calendar has; `weekday` is the right one where only that is wrong."""

    start: int
    end: int
    raw: str
    weekday: str | None = None


def find_odd_days(text: str) -> list[OddDay]:
    """Days that cannot be: 31 June, a year a thousand years from now, another weekday than the calendar's.

    >>> [day.raw for day in find_odd_days("Senast den 31 juni 2024, lån till 31 mars 3023, den 31 april.")]
    ['31 juni 2024', '31 mars 3023', '31 april']
    >>> [(day.raw, day.weekday) for day in find_odd_days("onsdagen den 17 juni 2024, måndag 17 juni 2024")]
    [('onsdagen den 17 juni 2024', 'måndag')]
    """
    found = []
    named = list(_DAY.finditer(text))
    for match in named:
        value = _date_of(match)
        if _DIARY_BEFORE.search(text, max(match.start() - 20, 0), match.start()):
            odd = None
        elif value is None:
            odd = OddDay(*match.span(), match[0]) if _is_a_day(match) else None
        elif value.year in _SLIPS:
            odd = OddDay(*match.span(), match[0])
        else:
            odd = _on_another_weekday(text, match, value)
        found += [odd] if odd else []
    for match in _WITHOUT_YEAR.finditer(text):
        is_named = any(day.start() <= match.start() < day.end() for day in named)
        number = _NUMBER_OF_MONTH[match["month"][:3].casefold()]
        if not is_named and int(match["day"]) > _LENGTHS[number - 1]:
            found.append(OddDay(*match.span(), match[0]))
    return sorted(found, key=lambda day: day.start)


def _is_a_day(match: re.Match[str]) -> bool:
    """Only too late in its month: other figures between such marks are as likely no day at all."""
    form = next(form for form in "1234" if match[f"y{form}"])
    month = match[f"m{form}"]
    if form == "1" and len(month) < 2:
        return False  # "2023-2-31" is a number
    return (not month.isdigit() or 1 <= int(month) <= 12) and 29 <= int(match[f"d{form}"]) <= 31


def _on_another_weekday(text: str, match: re.Match[str], day: date) -> OddDay | None:
    before = _WEEKDAY_BEFORE.search(text, max(match.start() - 20, 0), match.start())
    right = WEEKDAYS[day.weekday()]
    if before is None or before["weekday"].casefold() == right:
        return None
    return OddDay(before.start(), match.end(), text[before.start() : match.end()], right)
