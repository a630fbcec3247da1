"""One table cell read as a number, a blank, or unread."""

from __future__ import annotations

import re
from decimal import Decimal

from schemas.value import Blank, Number, Unit, Unread
from swedish.numbers.notation import (
    BODY,
    COLON_ORE,
    EXACT,
    NO_FIGURE,
    RAISED_MARKS,
    REST_IN_TEXT,
    YEAR,
    Style,
    find_style,
    fold,
    read_digits,
)
from swedish.numbers.units import BEFORE_FIGURE, read_unit

__all__ = ["ABOUT", "Style", "find_style", "read_number"]

ABOUT = r"ca|c:a|cirka|ung|ungefär|ungefärligen|omkr|omkring|uppskattningsvis"
ORE = r" (?:och )?([0-9]{1,2}) öre\b"

# Statistics Sweden prints "." for what cannot be and ".." for what is not known; leaders may run into a cell.
_BLANK = re.compile(r"-{0,3}|\.+|…|x|e\.t\.?|e t|n/a|i\.u\.|\*", re.IGNORECASE)
_DIGIT = re.compile(r"\d", re.ASCII)
_PLAIN = re.compile(r"0|[1-9]\d{0,2}(?: \d{3}){0,4}|[1-9]\d{3,11}", re.ASCII)
# "532*", "88,0 1)", "532²": the mark is no part of the figure ("12 m²" has none).
_MARK = re.compile(rf" ?\*+$|(?<=[\d%)]) ?[{RAISED_MARKS}]+[)⁾]?$")
_NOTE = re.compile(r" (?:\d{1,2}|[a-z])\)$", re.ASCII)
_CELL = re.compile(
    rf"(?P<about>(?:{ABOUT})\.? |~ ?)?(?:(?P<before>{'|'.join(BEFORE_FIGURE)}) ?)?(?P<sign>[+±-])? ?"
    rf"(?P<body>{BODY}{COLON_ORE})(?P<after>-(?![0-9]))?(?P<tail>\D.*)?",
    re.IGNORECASE | re.ASCII,
)
_YEAR = re.compile(YEAR)
_KRONOR_AND_ORE = re.compile(rf"(?P<unit>.*?\S){ORE}", re.IGNORECASE)
# Why a cell that holds one figure is not read; `notation` has what may be wrong with its digits.
RANGE, TWO_SIGNS, OPEN_PARENTHESIS = "range", "two signs", "open parenthesis"
_MORE = "more than a number"
_END = rf"[0-9]{REST_IN_TEXT}"
_RANGE = re.compile(rf"{_END} ?- ?{_END} ?(?P<behind>[^0-9]*)")


def read_number(raw: str, style: Style = Style.SWEDISH) -> Number | Blank | Unread:
    """The figure that one whole table cell prints.

    >>> read_number("(1 250)").value, read_number("− 3 690").value, read_number("1 250-").value
    (Decimal('-1250'), Decimal('-3690'), Decimal('-1250'))
    >>> read_number("ca 2,5 % 1)")
    Number(raw='ca 2,5 % 1)', value=Decimal('2.5'), unit=Unit(name='procent', kronor=None), approximate=True)
    >>> read_number("–"), read_number("12 34")
    (Blank(raw='–'), Unread(raw='12 34', why='no single number'))
    >>> read_number("145 (138)"), read_number("1 269 (19,9 %)").value
    (Number(raw='145', value=Decimal('145'), unit=None, approximate=False), Decimal('1269'))
    >>> read_number("21:85 kronor").value, read_number("SEK 25 000").value, read_number("kr 2024").why
    (Decimal('21.85'), Decimal('25000'), 'more than a number')
    """
    raw = raw.strip()
    if _PLAIN.fullmatch(raw):
        return Number(raw, Decimal(raw.replace(" ", "")))
    text = fold(raw)
    if not _DIGIT.search(text):
        return Blank(raw) if _is_blank(text) else Unread(raw, "no number")
    before = _before_brackets(raw, style)
    return before or _read_marked(raw, _without_marks(text), style)


def _before_brackets(raw: str, style: Style) -> Number | None:
    """The figure before another in brackets: "145 (138)" is 145, beside last year's or a share."""
    own, opened, beside = raw.rpartition("(")
    if not opened or not beside.rstrip().endswith(")") or "(" in own or not own.strip():
        return None
    read, other = read_number(own, style), read_number(beside.rstrip()[:-1], style)
    return read if isinstance(read, Number) and isinstance(other, Number) else None


def _is_blank(text: str) -> bool:
    """A dash may carry its column's unit ("- %")."""
    dash_of_unit = text.startswith("-") and read_unit(text[1:]) is not None
    return dash_of_unit or _BLANK.fullmatch(text) is not None


def _without_marks(text: str) -> str:
    text = _MARK.sub("", text)
    # "88,0 1)" ends in a note, "(1 250)" is a negative figure: count the parentheses.
    return _NOTE.sub("", text) if text.count(")") > text.count("(") else text


def _read_marked(raw: str, text: str, style: Style) -> Number | Unread:
    enclosed = text.startswith("(") and text.endswith(")")
    match = _CELL.fullmatch(text[1:-1].strip() if enclosed else text)
    if match is None:
        return Unread(raw, OPEN_PARENTHESIS if _is_half_open(text, style) else NO_FIGURE)
    unit, ore = _unit_of(match)
    if unit is None and (match["tail"] or match["before"]):
        return Unread(raw, _why_more(text, style))
    value = read_figure(match["body"], unit, ore, style)
    if isinstance(value, str):
        return Unread(raw, value)
    signed = _signed(value, match["sign"], (enclosed, match["after"] is not None))
    return Unread(raw, TWO_SIGNS) if signed is None else Number(raw, signed, unit, match["about"] is not None)


def _why_more(text: str, style: Style) -> str:
    if _is_half_open(text, style):
        return OPEN_PARENTHESIS
    return RANGE if _RANGE.fullmatch(text) else _MORE


def unit_of_range(text: str) -> Unit | None:
    """The unit behind "2,5 - 5 %"; years from one to another are none of a figure.

    >>> unit_of_range("10–15 år").name, unit_of_range("2025–2027, tkr"), unit_of_range("5")
    ('år', None, None)
    """
    match = _RANGE.fullmatch(fold(text))
    return None if match is None or "(" in match["behind"] else read_unit(match["behind"])


def _is_half_open(text: str, style: Style) -> bool:
    """True for one half of a figure in parentheses that its column's border has cut: "(1 250" """
    opened, closed = text.startswith("("), text.endswith(")")
    bare = text[1:] if opened else text[:-1]
    whole = opened != closed and "(" not in bare and ")" not in bare
    return whole and isinstance(_read_marked(text, bare.strip(), style), Number)


def _unit_of(match: re.Match[str]) -> tuple[Unit | None, str | None]:
    """The unit before or behind the figure, and the öre behind the unit ("21 kr 64 öre")."""
    before, tail = match["before"], match["tail"]
    heads = _YEAR.fullmatch(match["body"]) and (before or (tail and "(" in tail))
    if heads:  # "SEK 2024" and "2024 (tkr)" stand over a column
        return None, None
    if before:
        return (None if tail else read_unit(before)), None
    if not tail:
        return None, None
    both = _KRONOR_AND_ORE.fullmatch(tail)
    unit = read_unit(both["unit"] if both else tail)
    if both:
        return (unit, both[2]) if unit is not None and unit.name == "kr" else (None, None)
    return unit or _read_stopped(tail), None


def _read_stopped(tail: str) -> Unit | None:
    """The unit before the full stop that a cell of words ends in ("0,37 mnkr.")."""
    return read_unit(tail[:-1]) if tail.endswith(".") else None


def read_figure(
    body: str, unit: Unit | None, ore: str | None = None, style: Style = Style.SWEDISH
) -> Decimal | str:
    """The figure of the digits before a unit, or why it has no single reading; `ore` are those behind kronor.

    >>> from swedish.numbers.units import UNITS
    >>> read_figure("21:85", UNITS["kr"]), read_figure("21", UNITS["kr"], "4"), read_figure("21:85", None)
    (Decimal('21.85'), Decimal('21.04'), 'no single number')
    """
    whole, _, behind = body.partition(":")
    if behind and (unit is None or unit.name != "kr" or _YEAR.fullmatch(whole)):
        return NO_FIGURE
    if behind and ore:
        return NO_FIGURE
    value = read_digits(whole, style)
    hundredths = behind or ore
    if isinstance(value, str) or not hundredths:
        return value
    return (
        NO_FIGURE if value != value.to_integral_value() else EXACT.add(value, Decimal(hundredths).scaleb(-2))
    )


def _signed(value: Decimal, sign: str | None, negatives: tuple[bool, bool]) -> Decimal | None:
    """The value with its sign; None where two notations of it contradict or repeat each other.

    "(-1 250)" is negative either way; "±0" can only be nought.
    """
    enclosed, trailing = negatives
    says_minus_twice = trailing and (bool(sign) or enclosed)
    says_plus_and_minus = enclosed and sign in ("+", "±")
    is_how_far_off = sign == "±" and value != 0
    if says_minus_twice or says_plus_and_minus or is_how_far_off:
        return None
    is_negative = enclosed or trailing or sign == "-"
    return value.copy_negate() if is_negative and value else value  # unary minus would round at 28 digits
