"""Columns that print the same rows with the other sign than their neighbours do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcilers.known.grid import Grid
from schemas.document import Fact
from swedish.periods import read_measure, read_year
from swedish.table_labels import subject

_PERIODS = frozenset({"bokslut", "utfall", "budget", "prognos", "plan", "ram"})
_FEWEST = 3  # rows that have the other sign: one or two are slips of their own, and told as such
_MOST = 0.7  # share of the column's costs that have it: where half have, no one knows which half is meant
_LIKE_SIZE = 5  # times as large or small: a neighbour farther off may well be another thing
_FEWEST_NEIGHBOURS = 2  # figures of a row that agree on its sign: one alone is as likely wrong as ours


@dataclass(frozen=True, slots=True)
class TurnedColumn:
    """A column whose figures have the other sign than the rest of their rows;
    `beside` is a neighbour for each.
    """

    grid: Grid
    turned: tuple[Fact, ...]
    beside: tuple[Fact, ...]


def find_turned_columns(grids: Sequence[Grid]) -> Iterator[TurnedColumn]:
    """Period columns in which most of the rows that are otherwise of one sign have the other."""
    for grid in grids:
        periods = [i for i, c in enumerate(grid.columns) if c.measure in _PERIODS and not c.is_share]
        for column in periods:
            alike = [i for i in periods if i != column and _about(grid, i) == _about(grid, column)]
            costs = list(_costs(grid, column, alike))
            turned = [(fact, beside) for fact, beside in costs if fact.value > 0]
            plain = _without_nets(turned)
            if plain >= _FEWEST and plain >= _MOST * _without_nets(costs):
                facts, beside = zip(*turned, strict=True)
                yield TurnedColumn(grid, facts, beside)


def _about(grid: Grid, column: int) -> str:
    """What the column shows of its period ("Utfall 2031 / Intäkter"): income has not the sign of costs."""
    _, joint, lowest = grid.columns[column].label.rpartition(" / ")
    return "" if not joint or read_measure(lowest) or read_year(lowest) else lowest.casefold()


def _costs(grid: Grid, column: int, others: Sequence[int]) -> Iterator[tuple[Fact, Fact]]:
    """The column's figures in rows that the other columns print with a minus, and such a neighbour."""
    for row in grid.matrix.facts:
        fact = row[column]
        if fact and fact.value:
            neighbour = _neighbour(fact, [row[i] for i in others])
            if neighbour and neighbour.value < 0:
                yield fact, neighbour


def _without_nets(pairs: Sequence[tuple[Fact, Fact]]) -> int:
    return sum(not _is_net(fact) for fact, _ in pairs)


def _is_net(fact: Fact) -> bool:
    """A net may well change its sign from one period to the next."""
    return fact.row_kind == "net" or any(word.startswith("netto") for word in subject(fact.row_label))


def _neighbour(fact: Fact, others: Sequence[Fact | None]) -> Fact | None:
    """A figure of like size in the same row, where the others agree on their sign and are at least two."""
    filled = [other for other in others if other and other.value]
    of_both_signs = len({other.value > 0 for other in filled}) > 1
    if len(filled) < _FEWEST_NEIGHBOURS or of_both_signs:
        return None
    return next((other for other in filled if _is_like_size(fact, other)), None)


def _is_like_size(a: Fact, b: Fact) -> bool:
    return 1 / _LIKE_SIZE <= abs(float(a.value / b.value)) <= _LIKE_SIZE
