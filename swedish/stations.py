"""Sections quoted from earlier bodies:
"Stadsstyrelsen 5.9.2022, 186 §" stands above what that body decided.
"""

from __future__ import annotations

import re

from swedish.dates import find_days

_BODY = re.compile(r"^[A-ZÅÄÖ][A-Za-zÅÄÖåäöé,:\- ]{1,70}$")
# What meets and decides, or capitals for it: "Bordlagt den 5 maj 2024, § 12" tells of this body.
_MEETS = re.compile(
    r"(?i:styrelse|nämnd|fullmäktige|utskott|beredning|råd|sektion|kommitt|delegation|direktion|organ|grupp|"
    r"möte|presidi|förbund|regering|stämma|direktör)"
    r"|^[A-ZÅÄÖ]{2,6}\b"
)
_DAY_LEADS = re.compile(r"\s+(?:den|beslut(?:ade)?(?: den)?)$", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*,?\s*(?:§+\s*(\d{1,4}\s?[a-z]?)|(\d{1,4}\s?[a-z]?)\s*§)\W{0,2}$")


def read_station(text: str) -> str | None:
    """The § number under which a body dealt with the matter, where the line says that and nothing else.

    >>> read_station("Stadsstyrelsen 5.9.2022, 186 §"), read_station("Kommunstyrelsen 2024-05-02 § 120")
    ('186', '120')
    >>> read_station("Bordlagt den 5 maj 2024, § 12.") is None
    True
    >>> read_station("Enligt kommunstyrelsens beslut 2024-05-02, § 120, ska nämnden spara.") is None
    True
    """
    days = find_days(text) if len(text) < 110 else []
    if len(days) != 1:
        return None
    start, end, _ = days[0]
    number = _NUMBER.match(text[end:])
    body = _DAY_LEADS.sub("", text[:start].rstrip(" ,"))
    if number is None or not _BODY.match(body) or not _MEETS.search(body):
        return None
    return (number[1] or number[2]).replace(" ", "")
