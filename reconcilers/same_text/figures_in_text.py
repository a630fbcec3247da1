"""Figures in sentences: do two of them say the same, and if not, how do they differ?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from schemas.kinds import FindingKind
from swedish.tokens import COUNTS, MONTH, Token

_FACTORS = {
    "mnkr": 6, "mkr": 6, "msek": 6, "tkr": 3, "kkr": 3, "tsek": 3, "mdkr": 9, "mdrkr": 9, "kr": 0, "sek": 0,
    "kronor": 0, "tusenkronor": 3, "€": 0, "euro": 0, "t€": 3, "m€": 6,
}  # fmt: skip
_VALUE = re.compile(r"(?P<sign>[-−–] ?)?(?P<number>\d[\d .]*(?:,\d+)?)(?P<unit>.*)", re.DOTALL)
_PERIOD = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|(?:\d{{1,2}} )?(?:{MONTH})(?: \d{{4}})?"
    r"|(?:19|20)\d\d(?: ?[-–/] ?\d{2,4})?",
    re.IGNORECASE,
)
_ABOUT = frozenset("ca cirka ungefär omkring runt drygt knappt nästan närmare uppemot".split())


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: `value` in kronor where it is money,
    `step` the smallest amount that it tells apart.
    """

    value: Decimal
    step: Decimal
    unit: str
    digits: str
    sign: str


def read_figure(raw: str) -> Figure | None:
    """The figure; None of a date, a reference or a word.

    >>> read_figure("−1,5 mnkr")
    Figure(value=Decimal('-1.5E+6'), step=Decimal('1E+5'), unit='kr', digits='1,5', sign='-')
    >>> read_figure("2025-09-02"), read_figure("juni")
    (None, None)
    """
    spaced = re.sub(r"\s", " ", raw.strip())
    if spaced.casefold() in COUNTS:
        return Figure(Decimal(COUNTS[spaced.casefold()]), Decimal(1), "", spaced.casefold(), "")
    match = _VALUE.fullmatch(spaced)
    if not match or is_period(raw):
        return None
    digits = re.sub(r"[ .]", "", match["number"])
    unit = match["unit"].replace(" ", "").casefold()
    power = _power(unit)
    money = "" if power is None else "€" if "€" in unit or "euro" in unit else "kr"
    exponent = (power or 0) - len(digits.partition(",")[2])
    value = Decimal(digits.replace(",", ".")).scaleb(power or 0)
    sign = "-" if match["sign"] else ""
    percent = "%" if unit in ("%", "procent") else unit
    return Figure(-value if sign else value, Decimal(1).scaleb(exponent), money or percent, digits, sign)


def _power(unit: str) -> int | None:
    if unit.startswith("milj"):
        return 9 if unit.startswith("miljard") else 6
    return _FACTORS.get(unit)


def is_period(raw: str) -> bool:
    """A day, a month, a year or some years.

    >>> is_period("3 maj 2025"), is_period("2026"), is_period("2 026 tkr")
    (True, True, False)
    """
    return _PERIOD.fullmatch(re.sub(r"\s", " ", raw.strip())) is not None


def is_amount(raw: str) -> bool:
    """Money or a share."""
    figure = read_figure(raw)
    return figure is not None and figure.unit in ("kr", "€", "%", "procentenheter")


def say_the_same(a: str, b: str, about: bool = False) -> bool:
    """The same value, or the one rounded; `about` where a word like “cirka” stands before either.

    >>> say_the_same("1 350 tkr", "1,35 mnkr"), say_the_same("76,6 mnkr", "77 mnkr"), say_the_same("tre", "3")
    (True, True, True)
    >>> (say_the_same("136 mnkr", "136 tkr"), say_the_same("163", "160"),
    ...  say_the_same("163", "160", about=True))
    (False, False, True)
    """
    x, y = read_figure(a), read_figure(b)
    if x is None or y is None or x.unit != y.unit:
        return a.casefold() == b.casefold()
    steps = [_rough_step(f) if about else f.step for f in (x, y)]
    slack = max(steps) / 2 if steps[0] != steps[1] else Decimal(0)
    return abs(x.value - y.value) <= slack


def _rough_step(figure: Figure) -> Decimal:
    zeros = len(figure.digits) - len(figure.digits.rstrip("0"))
    return figure.step.scaleb(zeros) if "," not in figure.digits else figure.step


def is_about(token: Token) -> bool:
    """A word that says that the figure after it is not exact."""
    return token.text.casefold() in _ABOUT


def how_they_differ(a: str, b: str) -> FindingKind:
    """The kind of finding: unit where only the unit differs, sign where only the sign does, else number.

    >>> pairs = ("136 mnkr", "136 tkr"), ("-5 tkr", "5 tkr"), ("12 kr", "21 kr")
    >>> [str(how_they_differ(*pair)) for pair in pairs]
    ['unit', 'sign', 'number']
    """
    x, y = read_figure(a), read_figure(b)
    if x is None or y is None or x.digits != y.digits:
        return FindingKind.NUMBER
    is_other_unit = abs(x.value) != abs(y.value) or x.unit != y.unit
    return FindingKind.UNIT if is_other_unit else FindingKind.SIGN
