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
_FEWEST = 2  # figures that are not zero: a sum of one is exact however it was made


def find_exact_tables(tables: Mapping[str, Sequence[Tried]]) -> set[str]:
    """Tables whose sums were made of the printed figures, so that rounding excuses nothing.

    Sums that are off by no more than rounding do not speak against it where one wrong figure explains them
    all. A table with too few sums to tell is as exact as the document's other tables.
    """
    told = {table_id: _that_tell(tried) for table_id, tried in tables.items()}
    off = {table_id: _off(tried) for table_id, tried in told.items()}
    sure = {table_id: _evidence(tried) for table_id, tried in told.items()}
    at_most_one_is_rounded = sum(map(bool, off.values())) <= 1
    all_exact = at_most_one_is_rounded and sum(sure.values()) >= _SURE
    one_cause = [table_id for table_id in told if _share_a_figure(off[table_id])]
    return {table_id for table_id in one_cause if all_exact or sure[table_id] >= _SURE}


def _that_tell(tried: Sequence[Tried]) -> list[Tried]:
    """Sums that hold, if only within rounding, and add up several figures."""
    return [(m, t) for m, t in tried if t.proves and sum(map(bool, t.figures)) >= _FEWEST]


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
