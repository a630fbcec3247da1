"""One table cell read as a number, a blank, or unread."""

from __future__ import annotations

import re
from decimal import Decimal

from schemas.value import Blank, Number, Unit, Unread
from swedish.numbers.notation import Style, find_style, fold, read_digits
from swedish.numbers.units import read_unit

__all__ = ["ABOUT", "Style", "find_style", "read_number"]

ABOUT = r"ca|c:a|cirka|ung|ungefär|ungefärligen|omkr|omkring|uppskattningsvis"

_BLANKS = frozenset(
    ("", "-", "--", "---", ".", "..", "...", "…", "x", "e.t.", "e.t", "e t", "n/a", "i.u.", "*")
)
_DIGIT = re.compile(r"\d", re.ASCII)
_PLAIN = re.compile(r"0|[1-9]\d{0,2}(?: \d{3}){0,4}|[1-9]\d{3,11}", re.ASCII)
# "532*", "88,0 1)", "532²": the mark is no part of the figure ("12 m²" has none).
_MARK = re.compile(r" ?\*+$|(?<=[\d%)]) ?[¹²³⁰⁴-⁹]+\)?$")
_NOTE = re.compile(r" (?:\d{1,2}|[a-z])\)$", re.ASCII)
_CELL = re.compile(
    rf"(?P<about>(?:{ABOUT})\.? |~ ?)?(?P<before>€|EUR|SEK)? ?(?P<sign>[+±-])? ?"
    r"(?P<body>\d+(?:[ .,]\d+)*)(?P<after>-)?(?P<tail>\D.*)?",
    re.IGNORECASE | re.ASCII,
)
_RANGE = re.compile(r"[\d.,]+ ?- ?[\d.,]+(?: ?\D*)", re.ASCII)


def read_number(raw: str, style: Style = Style.SWEDISH) -> Number | Blank | Unread:
    """The figure that one whole table cell prints.

    >>> read_number("(1 250)").value, read_number("− 3 690").value, read_number("1 250-").value
    (Decimal('-1250'), Decimal('-3690'), Decimal('-1250'))
    >>> read_number("ca 2,5 % 1)")
    Number(raw='ca 2,5 % 1)', value=Decimal('2.5'), unit=Unit(name='procent', kronor=None), approximate=True)
    >>> read_number("–"), read_number("12 34")
    (Blank(raw='–'), Unread(raw='12 34', why='no single number'))
    """
    raw = raw.strip()
    if _PLAIN.fullmatch(raw):
        return Number(raw, Decimal(raw.replace(" ", "")))
    text = fold(raw)
    if not _DIGIT.search(text):
        return Blank(raw) if _is_blank(text) else Unread(raw, "no number")
    return _read_marked(raw, _without_marks(text), style)


def _is_blank(text: str) -> bool:
    """A dash may carry its column's unit ("- %")."""
    text = text.casefold()
    return text in _BLANKS or (text[0] == "-" and read_unit(text[1:]) is not None)


def _without_marks(text: str) -> str:
    text = _MARK.sub("", text)
    # "88,0 1)" ends in a note, "(1 250)" is a negative figure: count the parentheses.
    return _NOTE.sub("", text) if text.count(")") > text.count("(") else text


def _read_marked(raw: str, text: str, style: Style) -> Number | Unread:
    enclosed = text.startswith("(") and text.endswith(")")
    match = _CELL.fullmatch(text[1:-1].strip() if enclosed else text)
    if match is None:
        return Unread(raw, "no single number")
    unit = _unit_of(match)
    if unit is None and (match["tail"] or match["before"]):
        return Unread(raw, "range" if _RANGE.fullmatch(text) else "more than a number")
    value = read_digits(match["body"], style)
    if isinstance(value, str):
        return Unread(raw, value)
    signed = _signed(value, match["sign"], (enclosed, match["after"] is not None))
    return (
        Unread(raw, "two signs") if signed is None else Number(raw, signed, unit, match["about"] is not None)
    )


def _unit_of(match: re.Match[str]) -> Unit | None:
    before, tail = match["before"], match["tail"]
    return None if before and tail else read_unit(before or tail or "-")


def _signed(value: Decimal, sign: str | None, negatives: tuple[bool, bool]) -> Decimal | None:
    """The value with its sign; None where two notations of it contradict or repeat each other.

    "(-1 250)" is negative either way; "±0" can only be nought.
    """
    enclosed, trailing = negatives
    if (trailing and (sign or enclosed)) or (enclosed and sign in ("+", "±")) or (sign == "±" and value):
        return None
    negative = enclosed or trailing or sign == "-"
    return value.copy_negate() if negative and value else value  # unary minus would round at 28 digits
