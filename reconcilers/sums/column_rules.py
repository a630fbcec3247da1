"""Which columns of a table make up which:
a deviation, a total over the years, what goes out of what came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcilers.known.grid import Column, Grid, Matrix
from reconcilers.sums.identities import Belief, Rule, Trial, try_rule, weigh

_SAYS_DIFFERENCE = re.compile(
    r"avvik|\bdiff|förändring|ändring|återst|\bkvar|överskott|underskott|netto", re.IGNORECASE
)
_SAYS_SUM = re.compile(r"summa|total|sammanlag|yhteensä|utgående|\bsaldo|\bUB\b", re.IGNORECASE)
_MANY_LINES, _MUCH, _SAID = 3, 8.0, 2.5
_SAID_COUNTS = 10  # of three columns, the deviation is the one that comes from the others
_CONTRADICTED = 0.2  # share of the lines with no figure in the target that the rule may be wrong for


def find_column_rules(grid: Grid) -> list[tuple[Matrix, Rule, bool]]:
    """Rules between columns of one unit, on the turned matrix, and whether a failure of it counts.

    A column that is only filled where it matters ("Utökning") obeys its rule where it is filled;
    elsewhere it is silent, and then a failure is no disagreement either.
    """
    found = []
    for unit in dict.fromkeys(column.unit for column in grid.columns if not column.is_share):
        places = [i for i, column in enumerate(grid.columns) if column.unit == unit]
        if len(places) > 2:
            matrix = grid.matrix.only(places).turned()
            columns = [grid.columns[i] for i in places]
            found += [(matrix, rule, firm) for rule, firm in _rules(matrix, columns, grid)]
    return found


def _rules(matrix: Matrix, columns: Sequence[Column], grid: Grid) -> Iterator[tuple[Rule, bool]]:
    """The rules with most evidence first;
    a column that one has explained or used is explained by no other.
    """
    best: dict[frozenset[int], tuple[float, Rule, bool]] = {}
    for target, column in enumerate(columns):
        said = _says(column)
        for rule in _candidates(target, len(columns), said):
            trials = [t for t in _tried(matrix, rule) if not grid.lines[t.column].of_which]
            filled = [t for t in trials if t.found and not (t.holds and sum(map(bool, t.figures)) < 2)]
            belief = weigh(filled)
            if _is_believed(belief, bool(said), filled):
                key = frozenset(i for _, i in rule.terms) | {target}
                rank = belief.score + _SAID_COUNTS * said
                if key not in best or rank > best[key][0]:
                    best[key] = rank, rule, _is_firm(trials)
    explained: set[int] = set()
    for _, rule, firm in sorted(best.values(), key=lambda each: -each[0]):
        if rule.target not in explained:
            explained |= {rule.target, *(i for _, i in rule.terms)}
            yield rule, firm


def _says(column: Column) -> int:
    """How plainly the header tells that the column comes from others:
    as a difference, as a sum, not at all.
    """
    if column.measure == "avvikelse" or _SAYS_DIFFERENCE.search(column.label):
        return 2
    return int(bool(_SAYS_SUM.search(column.label)))


def _candidates(target: int, count: int, said: int) -> Iterator[Rule]:
    """Differences of two columns, but not for a column called a total,
    and sums of columns that stand together.
    """
    others = [i for i in range(count) if i != target and said != 1]
    for i in others:
        for j in others:
            if i != j:
                yield Rule(target, ((1, i), (-1, j)), "difference")
    for start in range(count):
        for end in range(start + 2, count + 1):
            if not start <= target < end:
                yield Rule(target, tuple((1, i) for i in range(start, end)), "run")


def _tried(matrix: Matrix, rule: Rule) -> list[Trial]:
    """The trials; none where the first lines with figures already speak against the rule."""
    fails = holds = 0
    numbers, halves = matrix.numbers, matrix.halves
    for column, found in enumerate(numbers[rule.target]):
        if not found:
            continue
        given = sum(sign * (numbers[line][column] or 0) for sign, line in rule.terms)
        if abs(found - given) <= (len(rule.terms) + 1) * max(halves[rule.target][column], 1):
            holds += 1
        else:
            fails += 1
        if fails > 3 and fails > holds:
            return []
    return try_rule(matrix, rule) if holds else []


def _is_believed(belief: Belief, said: bool, trials: Sequence[Trial]) -> bool:
    """Two rows at least, or all there are;
    without a header that tells of it, more of them and longer figures.
    """
    few_fail = belief.fails * 2 <= belief.holds or belief.fails <= min(belief.holds, belief.slips)
    rows, weight = (2, _SAID) if said else (_MANY_LINES, _MUCH)
    return (
        few_fail and belief.holds + belief.fails >= min(rows, max(2, len(trials))) and belief.weight >= weight
    )


def _is_firm(trials: Sequence[Trial]) -> bool:
    silent = [trial for trial in trials if not trial.found]
    wrong = sum(not trial.holds for trial in silent)
    return wrong <= _CONTRADICTED * len(trials)
