"""What looks like a figure, before anyone asks what it is worth: whatever the cell reader takes for one."""

from __future__ import annotations

import re
from functools import lru_cache

from schemas.value import Blank, Number, Unread
from swedish.numbers.grammar import OPEN_PARENTHESIS, RANGE, TWO_SIGNS, read_number, unit_of_range
from swedish.numbers.notation import LEADING_ZERO, RAISED_MARKS, SEVERAL, TOO_LONG, YEAR

# One figure stands there, and a person would have to say which.
_ONE_FIGURE = frozenset((SEVERAL, LEADING_ZERO, TOO_LONG, TWO_SIGNS, OPEN_PARENTHESIS))
_MARKS = frozenset("Xx\u2713\u2612\u2611")  # a check mark, a crossed and a ticked box
_DIGIT = re.compile(r"[0-9]")
_YEAR = re.compile(rf"{YEAR}\s*(?:\*+|\d\)|[{RAISED_MARKS}]{{1,2}}[)⁾]?)?")


@lru_cache(maxsize=50_000)
def looks_like_figure(text: str) -> bool:
    """True for what a cell of figures may hold, blanks left out; a range shows its unit.

    >>> [looks_like_figure(t) for t in ("-19 964", "(1 250)", "12,5 %", "88,0 1)", "2024-06-17", "Viared 3")]
    [True, True, True, True, False, False]
    >>> [looks_like_figure(t) for t in ("2,5 - 5 %", "10–15 år", "1601-1612")]
    [True, True, False]
    """
    if not _DIGIT.search(text):  # most of what stands on a sheet
        return False
    match read_number(text):
        case Number():
            return True
        case Unread(_, why):
            return why in _ONE_FIGURE or (why == RANGE and unit_of_range(text) is not None)
    return False


@lru_cache(maxsize=50_000)
def looks_blank(text: str) -> bool:
    """True for the marks that stand where there is no figure: a dash, "..", "x"."""
    return bool(text) and isinstance(read_number(text), Blank)


def looks_like_mark(text: str) -> bool:
    """True for the mark of a roll call or a ticked box.

    >>> [looks_like_mark(text) for text in ("X", "x", "\u2713", "XL", "")]
    [True, True, True, False, False]
    """
    return text in _MARKS


def looks_like_year(text: str) -> bool:
    """True for 1900 to 2099 standing alone, with a footnote mark perhaps."""
    return _YEAR.fullmatch(text) is not None
