"""Names as parts of an address that a person can read."""

from __future__ import annotations

import re
from datetime import date

_PLAIN = str.maketrans("åäöéüæø", "aaoeuao")
_SPELT_OUT = {"håbo": "haabo"}  # the one municipality that would else have the address of another, Habo
_APART = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """The text in small letters of the English alphabet, figures and hyphens.

    >>> slug("Borås Stad"), slug("Miljö- och byggnämnden")
    ('boras-stad', 'miljo-och-byggnamnden')
    >>> slug("Håbo kommun"), slug("Habo kommun")
    ('haabo-kommun', 'habo-kommun')
    """
    plain = text.casefold()
    for name, spelt in _SPELT_OUT.items():
        plain = re.sub(rf"\b{name}\b", spelt, plain)
    return _APART.sub("-", plain.translate(_PLAIN)).strip("-")


def meeting_slug(municipality: str | None, body: str | None, day: date | None) -> str | None:
    """What the files of one meeting have in common, None where one of the three is not known.

    >>> meeting_slug("Borås Stad", "Kommunstyrelsen", date(2024, 6, 17))
    'boras-stad/kommunstyrelsen/2024-06-17'
    """
    if municipality is None or body is None or day is None:
        return None
    return f"{slug(municipality)}/{slug(body)}/{day.isoformat()}"
