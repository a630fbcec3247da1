"""How figures are written: what groups the thousands, what stands before the decimals, what a column uses."""

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


def _compile(group: str, point: str) -> re.Pattern[str]:
    whole = rf"0|[1-9]\d*|[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+"
    return re.compile(rf"({whole})(?:{re.escape(point)}(\d+))?", re.ASCII)


_NOTATIONS = {pair: _compile(*pair) for pair in ((" ", ","), (" ", "."), (",", "."), (".", ","))}


def _read_as(body: str, notation: tuple[str, str]) -> Decimal | None:
    match = _NOTATIONS[notation].fullmatch(body)
    if not match:
        return None
    whole = match[1].replace(notation[0], "")
    return Decimal(f"{whole}.{match[2]}" if match[2] else whole)


def read_digits(body: str, style: Style = Style.SWEDISH) -> Decimal | str:
    """The unsigned figure in folded text, or why it has no single reading.

    The column's own notation decides; where it does not fit, the figure must mean the same in all that do.

    >>> read_digits("1 250,50"), read_digits("1,095,444"), read_digits("3.5")
    (Decimal('1250.50'), Decimal('1095444'), Decimal('3.5'))
    >>> read_digits("1.234"), read_digits("007")
    ('several readings', 'leading zero')
    """
    value = _read_as(body, style.value)
    if value is None:
        readings = {found for pair in _NOTATIONS if (found := _read_as(body, pair)) is not None}
        if len(readings) != 1:
            return _why_not(body, bool(readings))
        value = readings.pop()
    return value if _fits(body, value) else "more digits than a published figure holds"


def _why_not(body: str, several: bool) -> str:
    if several:
        return "several readings"
    return "leading zero" if body[0] == "0" else "no single number"


def _fits(body: str, value: Decimal) -> bool:
    if len(body) <= DECIMALS:
        return True
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= DECIMALS and value.adjusted() < WHOLE_DIGITS


_FIGURE = re.compile(r"\d+(?:[.,]\d+)*", re.ASCII)
_THREES = {",": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"), ".": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")}


def find_style(raws: Iterable[str]) -> Style:
    """The notation that all the cells of one table or column bear out; Swedish unless they show another.

    >>> find_style(["1,095,444", "12,500"]), find_style(["12,500", "3,690"])
    (<Style.COMMA_THOUSANDS: (',', '.')>, <Style.SWEDISH: (' ', ',')>)
    >>> find_style(["115.788", "2.400", "12,5"])
    <Style.DOT_THOUSANDS: ('.', ',')>
    """
    figures = [figure for raw in raws if "," in raw or "." in raw for figure in _FIGURE.findall(fold(raw))]
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
