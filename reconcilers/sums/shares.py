"""A percentage against the two figures it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from reconcilers.known.grid import Grid
from schemas.document import Fact
from swedish.numbers.writing import decimals

_ENOUGH = 2  # distinct rows that must agree before a column of percentages is believed to be theirs
_HALF = Decimal("0.5")  # of the last printed digit: what rounding may have done
_EXACT = Decimal("0.0001")  # of per cent: finer than any that is printed


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, what it is of what, and whether it is a change (b to a) or a share (a of b)."""

    percent: Fact
    a: Fact
    b: Fact
    is_change: bool

    @property
    def expected(self) -> Decimal:
        top = self.a.value - self.b.value if self.is_change else self.a.value
        bottom = abs(self.b.value) if self.is_change and self.a.value * self.b.value < 0 else self.b.value
        return (100 * top / bottom).quantize(_EXACT)

    @property
    def tolerance(self) -> Decimal:
        """Half of the last printed digit, and what rounding of the two figures may have done."""
        of_two = _half(self.a.value) + _half(self.b.value) * abs(self.a.value / self.b.value)
        return (_half(self.percent.value) + 100 * of_two / abs(self.b.value)).quantize(_EXACT)

    @property
    def holds(self) -> bool:
        return abs(self.percent.value - self.expected) <= self.tolerance


def _half(value: Decimal) -> Decimal:
    return _HALF.scaleb(-decimals(value))


def find_shares(grid: Grid) -> list[Share]:
    """Columns of percentages that two other columns of the table explain in most rows."""
    found: list[Share] = []
    figures = [i for i, column in enumerate(grid.columns) if not column.is_share]
    for i, column in enumerate(grid.columns):
        if column.is_share:
            pairs = permutations(figures, 2)
            options = [_shares(grid, i, a, b, is_change) for a, b in pairs for is_change in (False, True)]
            best = max(options, key=_agreeing, default=[])
            agreeing = _agreeing(best)
            failing = sum(not share.holds for share in best)
            if agreeing >= _ENOUGH and 2 * failing <= agreeing:
                found += best
    return found


def _agreeing(shares: Sequence[Share]) -> int:
    """Distinct percentages that hold and say something (not 0, not 100)."""
    return len({(s.percent.value, s.a.value) for s in shares if s.holds and s.percent.value not in (0, 100)})


def _shares(grid: Grid, percent: int, a: int, b: int, is_change: bool) -> list[Share]:
    return list(_read(grid.matrix.facts, percent, a, b, is_change))


def _read(
    rows: Sequence[Sequence[Fact | None]], percent: int, a: int, b: int, is_change: bool
) -> Iterator[Share]:
    for row in rows:
        p, top, bottom = row[percent], row[a], row[b]
        if not (p and top and bottom):
            continue
        if bottom.value and top.unit == bottom.unit:
            yield Share(p, top, bottom, is_change)
