"""Which columns of a table make up which:
a deviation, a total over the years, what goes out of what came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from reconcilers.known.grid import Column, Grid, Matrix
from reconcilers.sums.identities import Belief, Rule, Trial, try_rule, weigh

_SAYS_DIFFERENCE = re.compile(
    r"avvik|\bdiff|förändring|ändring|återst|\bkvar|överskott|underskott|netto", re.IGNORECASE
)
_SAYS_SUM = re.compile(r"summa|total|sammanlag|yhteensä|utgående|\bsaldo|\bUB\b", re.IGNORECASE)
# The least for a rule to be believed: rows that obey it, and digits that would have to agree by chance.
# A header that tells of it lets fewer do.
_LINES_IF_SAID, _LINES = 2, 3
_DIGITS_IF_SAID, _DIGITS = 2.5, 8.0
_AS_A_SUM, _AS_A_DIFFERENCE = 1, 2  # how plainly a header tells that its column comes from others
_SAID_COUNTS = 10  # digits: of three columns, the deviation is the one that comes from the others
_CONTRADICTED = 0.2  # share of the lines with no figure in the target that the rule may be wrong for
_MOST_FAILS = 3  # lines, before a rule that fails more often than it holds is given up


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
            trials = [trial for trial in _tried(matrix, rule) if not grid.lines[trial.column].of_which]
            filled = [trial for trial in trials if _tells(trial)]
            belief = weigh(filled)
            if not _is_believed(belief, bool(said), filled):
                continue
            columns_of_rule = frozenset(i for _, i in rule.terms) | {target}
            rank = belief.score + _SAID_COUNTS * said
            if columns_of_rule not in best or rank > best[columns_of_rule][0]:
                best[columns_of_rule] = rank, rule, _is_firm(trials)
    explained: set[int] = set()
    for _, rule, firm in sorted(best.values(), key=lambda each: -each[0]):
        if rule.target not in explained:
            explained |= {rule.target, *(i for _, i in rule.terms)}
            yield rule, firm


def _tells(trial: Trial) -> bool:
    """Not where the target is nothing, nor where it merely repeats one figure."""
    repeats_one = trial.holds and sum(map(bool, trial.figures)) < 2
    return bool(trial.found) and not repeats_one


def _says(column: Column) -> int:
    """How plainly the header tells that the column comes from others:
    as a difference, as a sum, not at all.
    """
    if column.measure == "avvikelse" or _SAYS_DIFFERENCE.search(column.label):
        return _AS_A_DIFFERENCE
    return _AS_A_SUM if _SAYS_SUM.search(column.label) else 0


def _candidates(target: int, count: int, said: int) -> Iterator[Rule]:
    """Differences of two columns, but not for a column called a total,
    and sums of columns that stand together.
    """
    others = [i for i in range(count) if i != target]
    if said != _AS_A_SUM:
        for more, less in permutations(others, 2):
            yield Rule(target, ((1, more), (-1, less)), "difference")
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
        if fails > max(_MOST_FAILS, holds):
            return []
    return try_rule(matrix, rule) if holds else []


def _is_believed(belief: Belief, said: bool, trials: Sequence[Trial]) -> bool:
    """Two rows at least, or all there are;
    without a header that tells of it, more of them and longer figures.
    """
    fails_are_slips = belief.fails <= min(belief.holds, belief.slips)
    few_fail = belief.fails * 2 <= belief.holds or fails_are_slips
    lines, digits = (_LINES_IF_SAID, _DIGITS_IF_SAID) if said else (_LINES, _DIGITS)
    all_there_are = max(_LINES_IF_SAID, len(trials))
    enough_lines = belief.holds + belief.fails >= min(lines, all_there_are)
    return few_fail and enough_lines and belief.weight >= digits


def _is_firm(trials: Sequence[Trial]) -> bool:
    silent = [trial for trial in trials if not trial.found]
    wrong = sum(not trial.holds for trial in silent)
    return wrong <= _CONTRADICTED * len(trials)
