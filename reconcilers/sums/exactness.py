"""How exact a table's sums are: rounded figures miss by a unit now and then,
figures added as printed never do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import erf, log10, sqrt

from reconcilers.known.grid import Matrix
from reconcilers.sums.identities import Trial
from schemas.document import Fact

Tried = tuple[Matrix, Trial]
_SURE = 1.3  # powers of ten: rounding would leave as many sums exact once in twenty tables


def find_exact_tables(tables: Mapping[str, Sequence[Tried]]) -> set[str]:
    """Tables whose sums were made of the printed figures, so that rounding excuses nothing.

    Sums that are off by no more than rounding do not speak against it where one wrong figure explains them
    all. A table with too few sums to tell is as exact as the document's other tables.
    """
    told = {
        table_id: [(m, t) for m, t in tried if t.proves and _of_many(t)] for table_id, tried in tables.items()
    }
    sure = {table_id: _evidence(tried) for table_id, tried in told.items()}
    one_cause = {table_id for table_id, tried in told.items() if _share_a_figure(_off(tried))}
    rounded = [table_id for table_id, tried in told.items() if _off(tried)]
    all_exact = sum(sure.values()) >= _SURE and len(rounded) <= 1
    return {table_id for table_id in one_cause if sure[table_id] >= _SURE or all_exact}


def _of_many(trial: Trial) -> bool:
    return sum(map(bool, trial.figures)) > 1


def _off(tried: Sequence[Tried]) -> list[Tried]:
    return [(matrix, trial) for matrix, trial in tried if trial.off]


def _evidence(tried: Sequence[Tried]) -> float:
    """How unlikely so many exact sums are among rounded figures."""
    return -sum(log10(_chance(sum(map(bool, trial.figures)) + 1)) for _, trial in tried if not trial.off)


def _chance(figures: int) -> float:
    """That so many roundings cancel out to within half a unit.

    >>> round(_chance(3), 1), round(_chance(13), 1)
    (0.7, 0.4)
    """
    return erf(0.5 / sqrt(figures / 6))


def _share_a_figure(tried: Collection[Tried]) -> bool:
    """True where one figure takes part in all of them; of none, too."""
    ids = [{fact.fact_id for fact in _facts(matrix, trial)} for matrix, trial in tried]
    return not ids or bool(set.intersection(*ids))


def _facts(matrix: Matrix, trial: Trial) -> list[Fact]:
    lines = (trial.rule.target, *(line for _, line in trial.rule.terms))
    return [fact for line in lines if (fact := matrix.facts[line][trial.column])]
