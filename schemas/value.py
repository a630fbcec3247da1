"""What a printed string was read as: a number, a day, a blank, or nothing that can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the contract writes it; `kronor` is how many kronor one is,
    None where it is no Swedish money.

    >>> Unit("tkr", Decimal(1000)).is_money
    True
    """

    name: str
    kronor: Decimal | None = None

    @property
    def is_money(self) -> bool:
        return self.kronor is not None or self.name in ("EUR", "tEUR", "mEUR")


@dataclass(frozen=True, slots=True)
class Number:
    """An exact decimal in the printed unit, with the sign as printed; `raw` is what stands on paper."""

    raw: str
    value: Decimal
    unit: Unit | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day read from `raw`."""

    raw: str
    value: date


@dataclass(frozen=True, slots=True)
class Blank:
    """No figure, and said so: an empty cell, a dash, "..", "x"."""

    raw: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something stands there that has no single reading; `why` says which choice could not be made."""

    raw: str
    why: str


Value = Number | Day | Blank | Unread
