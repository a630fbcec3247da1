"""Figures in sentences: do two of them say the same, and if not, how do they differ?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from schemas.kinds import FindingKind
from schemas.value import Number, Unit
from swedish.dates import DAY_IN_FIGURES, MONTH
from swedish.numbers.grammar import Style, read_number
from swedish.numbers.notation import YEAR
from swedish.numbers.units import EUROS, SCALES
from swedish.numbers.writing import decimals
from swedish.tokens import COUNTS, Token

_PERIOD = re.compile(
    rf"{DAY_IN_FIGURES}|(?:\d{{1,2}} )?(?:{MONTH})(?: \d{{4}})?|{YEAR}(?: ?[-–/] ?\d{{2,4}})?", re.IGNORECASE
)
# Beside another sentence "5 miljoner" is money: it is the "5 mnkr" of that one.
_SCALE = re.compile(rf"(?<=[\d\s])(?:{'|'.join(SCALES)})\Z", re.IGNORECASE)
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
    """The figure; None of a date, a reference, a word, or what has several readings.

    >>> read_figure("−1,5 mnkr")
    Figure(value=Decimal('-1500000.0'), step=Decimal('100000.0'), unit='kr', digits='1,5', sign='-')
    >>> read_figure("2025-09-02"), read_figure("juni"), read_figure("1.250 kr")
    (None, None, None)
    """
    found = _readings(raw)
    return found[0] if len(found) == 1 else None


def _readings(raw: str) -> list[Figure]:
    """The figure, in all its readings where it has several: "1.250" may be the "1 250" of another text."""
    word = raw.strip().casefold()
    if word in COUNTS:
        return [Figure(Decimal(COUNTS[word]), Decimal(1), "", word, "")]
    if is_period(raw):
        return []
    said = _SCALE.sub(r"\g<0> kronor", raw)
    whole = read_number(said)
    found = [whole] if isinstance(whole, Number) else [read_number(said, style) for style in Style]
    return [_figure(number) for number in found if isinstance(number, Number)]


def _figure(number: Number) -> Figure:
    value, unit = number.value, number.unit
    digits = f"{abs(value):f}".replace(".", ",")
    scale, name = _scale(unit)
    step = Decimal(1).scaleb(-decimals(value)) * scale
    return Figure(value * scale, step, name, digits, "-" if value < 0 else "")


def _scale(unit: Unit | None) -> tuple[Decimal, str]:
    """How many kronor, euro or units of its own the unit is."""
    if unit is None:
        return Decimal(1), ""
    if unit.kronor is not None:
        return unit.kronor, "kr"
    return (EUROS[unit.name], "EUR") if unit.name in EUROS else (Decimal(1), unit.name)


def is_period(raw: str) -> bool:
    """A day, a month, a year or some years.

    >>> is_period("3 maj 2025"), is_period("2026"), is_period("2 026 tkr")
    (True, True, False)
    """
    return _PERIOD.fullmatch(re.sub(r"\s", " ", raw.strip())) is not None


def is_amount(raw: str) -> bool:
    """Money or a share."""
    figure = read_figure(raw)
    return figure is not None and figure.unit in ("kr", "EUR", "procent", "procentenheter")


def say_the_same(a: str, b: str, about: bool = False) -> bool:
    """The same value, or the one rounded; `about` where a word like “cirka” stands before either.

    >>> say_the_same("1 350 tkr", "1,35 mnkr"), say_the_same("76,6 mnkr", "77 mnkr"), say_the_same("tre", "3")
    (True, True, True)
    >>> (say_the_same("136 mnkr", "136 tkr"), say_the_same("163", "160"),
    ...  say_the_same("163", "160", about=True))
    (False, False, True)
    """
    pairs = [(x, y) for x in _readings(a) for y in _readings(b) if x.unit == y.unit]
    if not pairs:
        return a.casefold() == b.casefold()
    return any(_are_same(x, y, about) for x, y in pairs)


def _are_same(x: Figure, y: Figure, about: bool) -> bool:
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
