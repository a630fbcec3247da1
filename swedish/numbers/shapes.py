"""What looks like a figure, before anyone asks what it is worth."""

from __future__ import annotations

import re

_UNIT = r"(?:%|kr|tkr|mnkr|mkr|msek|kkr|mdkr|st|:-|€|m€|t€|euro|eur|procent|m²|m2|kvm)"
_FIGURE = re.compile(
    rf"^(?:ca\.?|ung\.?|cirka|ungefär)?\s*[(+\-–−‒]?\s*\d{{1,3}}(?:(?:[ .,]\d{{3}})+|"
    r"\d*)(?:[,.]\d+)?\s*[)\-–−]?"
    rf"\s*{_UNIT}?\s*(?:\*+|\d\))?$",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"^\d+(?:,\d+)?\s?[-–]\s?\d+(?:,\d+)?\s?(?:{_UNIT}|år)$", re.IGNORECASE)
_BLANK = re.compile(r"^(?:[-–—−]|\.\.+|…|x)$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d\s*(?:\*+|\d\))?$")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a", " "))


def looks_like_figure(text: str) -> bool:
    """True for what a cell of figures may hold, blanks left out; a range shows its unit.

    >>> [looks_like_figure(t) for t in ("-19 964", "(1 250)", "12,5 %", "88,0 1)", "2024-06-17", "Viared 3")]
    [True, True, True, True, False, False]
    >>> [looks_like_figure(t) for t in ("2,5 - 5 %", "10–15 år", "1601-1612")]
    [True, True, False]
    """
    text = text.translate(_SPACES)
    return len(text) < 28 and bool(_FIGURE.match(text) or _RANGE.match(text))


def looks_blank(text: str) -> bool:
    """True for the marks that stand where there is no figure: a dash, "..", "x"."""
    return bool(_BLANK.match(text))


def looks_like_year(text: str) -> bool:
    """True for 1900 to 2099 standing alone, with a footnote mark perhaps."""
    return bool(_YEAR.match(text))
