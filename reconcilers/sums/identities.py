"""Identities tried on a table's figures:
a rule says which lines make up which, a trial is the rule in one column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from math import log10

from reconcilers.known.grid import Matrix
from swedish.numbers.slips import is_mistake

Signs = tuple[int, ...]
Holes = tuple[int, ...]  # lines of a rule that are empty in a column
# Evidence is counted in digits that would have to agree by chance.
_LONE_TERM = 0.75  # "0 + a = a" says little
_FAIL = 3.0  # what a column in which the rule fails takes from the others
_SAID, _UNSAID = 1.5, 5.0  # the least, with and without a label that says "summa"
_NEAR = 0.001  # of the sum: figures brought up to date in one place and not in the other, no chance
_FEW_FAILS = 4  # more failing columns than this, and than hold, are no slips, whatever would explain each
_MOST_CUTS = 8  # terms of a net that is tried with a cut anywhere; of more, the first or the last alone turns
_FEWEST_OF_MEAN = 3  # figures that a mean is taken of: of two, a total in between says nothing


@dataclass(frozen=True, slots=True)
class Rule:
    """Line `target` is what `terms` (sign, line) give; `says` tells what was left out, if anything."""

    target: int
    terms: tuple[tuple[int, int], ...]
    form: str
    left_out: int | None = None

    @property
    def is_net(self) -> bool:
        return len({sign for sign, _ in self.terms}) > 1


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule in one column, in the matrix's whole numbers;
    `slack` is half a unit for each figure that takes part.
    """

    rule: Rule
    column: int
    figures: tuple[int, ...]
    expected: int
    found: int
    slack: int
    holes: Holes

    @property
    def off(self) -> int:
        return self.found - self.expected

    @property
    def holds(self) -> bool:
        return abs(self.off) <= self.slack

    @property
    def proves(self) -> bool:
        """True where it holds between at least two figures that are not zero."""
        return self.holds and sum(map(bool, (self.found, *self.figures))) > 1

    @property
    def weight(self) -> float:
        """How many digits would have to agree by chance."""
        if sum(map(bool, self.figures)) < 2:
            return _LONE_TERM
        grain = max(self._grain(), self.slack) if self.off else self._grain()
        return log10(max(map(abs, (self.found, *self.figures))) / grain)

    def _grain(self) -> int:
        grain, figures = 1, [n for n in (self.found, *self.figures) if n]
        while all(n % (grain * 10) == 0 for n in figures):
            grain *= 10
        return grain


@dataclass(frozen=True, slots=True)
class Belief:
    """What the trials of a rule say for and against it; like columns count once."""

    weight: float
    holds: int
    fails: int
    slips: int
    near: int = 0

    @property
    def score(self) -> float:
        return self.weight - _FAIL * self.fails

    def believed(self, said: bool) -> bool:
        """True where the rule holds in most columns and its figures are too many to agree by chance.

        `said` is True where a label tells that the row is a sum; without it the figures must carry more, and
        a sum that is all but right in a column says nothing for the rule.
        """
        against = self.fails - self.near if said else self.fails
        least = _SAID if said else _UNSAID
        fails_are_slips = self.fails <= min(self.holds, self.slips)
        speaks_for_it = self.holds > against or fails_are_slips
        return self.holds > 0 and self.weight >= least and speaks_for_it


def try_rule(matrix: Matrix, rule: Rule) -> list[Trial]:
    """The rule in each column that prints its target and at least one of its terms."""
    target, halves = matrix.numbers[rule.target], matrix.halves
    lines = [(sign, matrix.numbers[line], halves[line]) for sign, line in rule.terms]
    trials = []
    for column, found in enumerate(target):
        given = [(sign, numbers[column], half[column]) for sign, numbers, half in lines]
        figures = tuple(sign * number for sign, number, _ in given if number is not None)
        if found is None or not figures:
            continue
        slack = halves[rule.target][column] + sum(half for *_, half in given)
        holes = tuple(
            line for (_, line), (_, number, _) in zip(rule.terms, given, strict=True) if number is None
        )
        trials.append(Trial(rule, column, figures, sum(figures), found, slack, holes))
    return trials


def that_count(trials: Iterable[Trial]) -> list[Trial]:
    """The trials that say something: those that hold, and the failures that are no mere misunderstanding.

    A failure that one mistake explains always counts. Otherwise not where a cell is empty, for empty is not
    zero, unless the rule holds beside the same empty cells in another column; and not where the total lies
    among its terms, as the mean of a column of ratios does.
    """
    tried = list(trials)
    nothing_there = {trial.holes for trial in tried if trial.proves}
    return [trial for trial in tried if trial.holds or slips(trial) or _counts(trial, nothing_there)]


def _counts(trial: Trial, nothing_there: Set[Holes]) -> bool:
    """A failure that is no misunderstanding: every term is there, and the total is no mean."""
    is_incomplete = bool(trial.holes) and trial.holes not in nothing_there
    return not is_incomplete and not _is_mean(trial)


def _is_mean(trial: Trial) -> bool:
    """True where the total is no larger than its largest term nor smaller than its smallest, all of one
    sign.
    """
    figures = [n for n in trial.figures if n]
    if len(figures) < _FEWEST_OF_MEAN:
        return False
    of_one_sign = min(figures) * max(figures) > 0
    return of_one_sign and min(figures) <= trial.found <= max(figures)


def weigh(trials: Iterable[Trial]) -> Belief:
    """For and against."""
    holds: dict[tuple[int, ...], float] = {}
    fails: dict[tuple[int, ...], Trial] = {}
    for trial in that_count(trials):
        key = (trial.found, *trial.figures)
        if trial.proves:
            holds[key] = trial.weight
        elif not trial.holds:
            fails[key] = trial
    too_many = len(fails) > max(len(holds), _FEW_FAILS)
    slipped = 0 if too_many else sum(map(slips, fails.values()))
    near = sum(abs(trial.off) < _NEAR * abs(trial.found) for trial in fails.values())
    return Belief(sum(holds.values()), len(holds), len(fails), slipped, near)


def slips(trial: Trial) -> bool:
    """True where one figure with a digit or the sign wrong, or a thousandfold off,
    would explain the failure.
    """
    off = trial.off // 2  # numbers are kept twice over
    found = trial.found // 2
    return is_mistake(found, found - off) or any(is_mistake(n // 2, n // 2 + off) for n in trial.figures)


def sign_patterns(count: int, *, is_sum: bool) -> list[Signs]:
    """The signs to try on `count` terms:
    a sum only adds, a net may take one side of the terms from the other.

    >>> sign_patterns(2, is_sum=False), sign_patterns(3, is_sum=True)
    ([(1, 1), (1, -1), (-1, 1)], [(1, 1, 1)])
    """
    plus = (1,) * count
    if is_sum or count < 2:
        return [plus]
    cuts = range(1, count) if count <= _MOST_CUTS else (1, count - 1)
    return [plus, *((s,) * cut + (-s,) * (count - cut) for cut in cuts for s in (1, -1))]


def terms(signs: Signs, lines: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Signs and lines, paired."""
    return tuple(zip(signs, lines, strict=True))
