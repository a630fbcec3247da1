"""Columns that print the same rows with the other sign than their neighbours do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcilers.known.grid import Grid
from schemas.document import Fact
from swedish.table_labels import subject

_PERIODS = frozenset({"bokslut", "utfall", "budget", "prognos", "plan", "ram"})
_LEAST, _MOST_OF = 3, 0.7
_LIKE_SIZE = 5


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
            rows = [(row[column], [row[i] for i in periods if i != column]) for row in grid.matrix.facts]
            judged = [(fact, _neighbour(fact, others)) for fact, others in rows if fact and fact.value]
            costs = [(fact, other) for fact, other in judged if other and other.value < 0]
            turned = [(fact, other) for fact, other in costs if fact.value > 0]
            plain, of = (sum(not _is_net(fact) for fact, _ in pairs) for pairs in (turned, costs))
            if plain >= _LEAST and plain >= _MOST_OF * of:
                yield TurnedColumn(grid, tuple(f for f, _ in turned), tuple(o for _, o in turned))


def _is_net(fact: Fact) -> bool:
    """A net may well change its sign from one period to the next."""
    return fact.row_kind == "net" or any(word.startswith("netto") for word in subject(fact.row_label))


def _neighbour(fact: Fact, others: Sequence[Fact | None]) -> Fact | None:
    """A figure of like size in the same row, where the others agree on their sign and are at least two."""
    filled = [other for other in others if other and other.value]
    if len(filled) < 2 or len({other.value > 0 for other in filled}) > 1:
        return None
    like = [o for o in filled if 1 / _LIKE_SIZE <= abs(float(fact.value / o.value)) <= _LIKE_SIZE]
    return like[0] if like else None
