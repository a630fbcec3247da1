"""The one shape of a figure: its digits, what groups the thousands, what stands before the decimals.

Whoever looks for figures, in a cell, a sentence or on a sheet, builds on the patterns here, so that nobody
takes a part of a figure for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from enum import Enum

# Dropped: zero-width spaces and joiners, soft hyphens. A real file has a zero-width space after a decimal
# comma.
DROPPED = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SPACES = (
    "\u00a0\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000\t\n\r\f\v"
)
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_KEPT = {"\u2212": "\u2212", "\u2014": "\u2014", "\u2015": "\u2015"}
_FOLD = str.maketrans(
    {**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(DROPPED)}
)

# A set-apart dash in running text is a minus only where the file says so, with U+2212; an em dash never is.
_FOLD_IN_PLACE = str.maketrans({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_HYPHENS, "-"), **_KEPT})

# "1'250": Swiss and older Swedish thousands, with whatever apostrophe the typist found.
APOSTROPHES = "'\u2019\u00b4\u2032"
# What stands between the digits of one figure, a space apart: a figure with a part of it cut off is none.
MARKS = f".,{APOSTROPHES}"
# The digits of a figure, and all that only looks like it: `read_digits` tells what they are worth.
BODY = rf"[0-9]+(?:[ {MARKS}][0-9]+)*"
# In running text words stand beside a figure, and figures do: spaces part groups of three and nothing else.
# Six groups reach past any budget; the bound keeps a page of bare figures from costing the square of its
# length.
_GROUPS = r"[0-9]{0,2}(?: [0-9]{3}){1,6}(?![0-9])(?:[.,][0-9]+)?"
REST_IN_TEXT = rf"(?:{_GROUPS}|[0-9]*(?:[{MARKS}][0-9]+){{0,5}})"
# A digit first, so that the search skips text fast. Not inside a word or a number like 5.3.1 or 27/41.
FIRST_IN_TEXT = rf"[0-9](?<!\w[0-9])(?<![0-9½][:/{MARKS}][0-9])"
RAISED_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ"
"""Raised figures and letters, as footnotes are marked with."""
YEAR = r"(?:19|20)[0-9]{2}"
# Figures before the one at hand and a space: torn from it ("1234 567 kr"), unless they are a year ("under
# 2024 500 kr").
TORN = rf"(?<![\w:/{MARKS}-])(?!{YEAR} )[0-9]+ "
# Behind kronor, "21:85"; two digits and no more, for "SFS 2017:725" is a law.
COLON_ORE = r"(?::[0-9]{2}(?![0-9:]))?"

EXACT = Context(prec=60)  # the default context rounds at 28 digits
WHOLE_DIGITS, DECIMALS = 32, 6  # the published type is decimal128(38, 6)


def fold(raw: str) -> str:
    """The text with one kind of space and one kind of minus, and without what has no width.

    >>> fold("\\u2212 1\\u202f250,\\u200b5")
    '- 1 250,5'
    """
    return raw.translate(_FOLD).strip()


def fold_in_place(text: str) -> str:
    """The text with one kind of space and one kind of hyphen, each character where it was."""
    return text.translate(_FOLD_IN_PLACE)


class Style(Enum):
    """A column's notation: (what groups its thousands, what stands before its decimals)."""

    SWEDISH = (" ", ",")
    COMMA_THOUSANDS = (",", ".")
    DOT_THOUSANDS = (".", ",")


def _grouped(group: str) -> str:
    """Thousands in groups of three, the first of one to three digits and no nought."""
    return rf"[1-9][0-9]{{0,2}}(?:[{group}][0-9]{{3}})+"


def _compile(whole: str, point: str) -> re.Pattern[str]:
    return re.compile(rf"({whole})(?:[{point}]([0-9]+))?")


_PAIRS = ((" ", ","), (" ", "."), (",", "."), (".", ","), (APOSTROPHES, ","), (APOSTROPHES, "."))
_NOTATIONS = {(group, point): _compile(rf"0|[1-9][0-9]*|{_grouped(group)}", point) for group, point in _PAIRS}


def _read_as(body: str, notation: tuple[str, str]) -> Decimal | None:
    match = _NOTATIONS[notation].fullmatch(body)
    if not match:
        return None
    whole = "".join(digit for digit in match[1] if digit.isdigit())
    return Decimal(f"{whole}.{match[2]}" if match[2] else whole)


# Why digits have no single reading. All but the last are still the shape of one figure.
SEVERAL, LEADING_ZERO, TOO_LONG = (
    "several readings",
    "leading zero",
    "more digits than a published figure holds",
)
NO_FIGURE = "no single number"


def read_digits(body: str, style: Style = Style.SWEDISH) -> Decimal | str:
    """The unsigned figure in folded text, or why it has no single reading.

    The column's own notation decides; where it does not fit, the figure must mean the same in all that do.

    >>> read_digits("1 250,50"), read_digits("1,095,444"), read_digits("3.5"), read_digits("1'250")
    (Decimal('1250.50'), Decimal('1095444'), Decimal('3.5'), Decimal('1250'))
    >>> read_digits("1.234"), read_digits("007")
    ('several readings', 'leading zero')
    """
    value = _read_as(body, style.value)
    if value is None:
        readings = _readings(body)
        if len(readings) != 1:
            return SEVERAL if readings else _why_none(body)
        value = readings.pop()
    return value if _fits(body, value) else TOO_LONG


def _readings(body: str) -> set[Decimal]:
    return {found for pair in _NOTATIONS if (found := _read_as(body, pair)) is not None}


def _why_none(body: str) -> str:
    """ "007" and "01 234" are numbers of something; "02.06.2023" and "08-16 17" are no one number."""
    rest = _LEADING.sub("", body, count=1) if body[0] == "0" else body
    return LEADING_ZERO if rest != body and _readings(rest) else NO_FIGURE


_LEADING = re.compile(r"0+(?=[0-9])")


def _fits(body: str, value: Decimal) -> bool:
    if len(body) <= DECIMALS:
        return True
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= DECIMALS and value.adjusted() < WHOLE_DIGITS


_MARKED = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_THREES = {group: _compile(_grouped(group), point) for group, point in ((",", "."), (".", ","))}


def find_style(raws: Iterable[str]) -> Style:
    """The notation that all the cells of one table or column bear out; Swedish unless they show another.

    >>> find_style(["1,095,444", "12,500"]), find_style(["12,500", "3,690"])
    (<Style.COMMA_THOUSANDS: (',', '.')>, <Style.SWEDISH: (' ', ',')>)
    >>> find_style(["115.788", "2.400", "12,5"])
    <Style.DOT_THOUSANDS: ('.', ',')>
    """
    figures = [figure for raw in raws if "," in raw or "." in raw for figure in _MARKED.findall(fold(raw))]
    if _groups_by(figures, ",", single_is_enough=False):
        return Style.COMMA_THOUSANDS
    return Style.DOT_THOUSANDS if _groups_by(figures, ".", single_is_enough=True) else Style.SWEDISH


def _groups_by(figures: list[str], mark: str, single_is_enough: bool) -> bool:
    """Every figure with the mark groups by three,
    and one with two marks (or two with one) leaves no doubt.
    """
    marked = [figure for figure in figures if mark in figure]
    twice = any(figure.count(mark) > 1 for figure in marked)
    enough = twice or (single_is_enough and len(marked) > 1)
    return enough and all(_THREES[mark].fullmatch(figure) for figure in marked)
