"""Rules that the figures do not decide between: where one fails and its neighbour holds throughout, the
neighbour is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcilers.known.grid import Matrix
from reconcilers.sums.identities import Rule, Trial, try_rule

Terms = tuple[tuple[int, int], ...]


def what_is_meant(matrix: Matrix, rule: Rule, trials: Sequence[Trial]) -> Rule:
    """The rule, or where it fails in some columns the one that holds in all, with one line more, with one
    less, or with one line's sign turned, if that line is nothing wherever the rule itself holds: what speaks
    for the one speaks for the other too.

    "Ingående + förändring = utgående" fails where a disposition was made, whose column is 0 in other rows.
    """
    held = [trial.column for trial in trials if trial.proves]
    failed = [trial.column for trial in trials if not trial.holds]
    if not held or not failed:
        return rule
    # of a sum one column against one says nothing: the paper may be wrong
    alone = len(held) == len(failed) == 1 and not rule.is_net
    for line, terms in _neighbours(rule, len(matrix.numbers), only_more=alone):
        numbers = matrix.numbers[line]
        if any(numbers[column] for column in held) or not all(numbers[column] for column in failed):
            continue
        other = replace(rule, terms=terms)
        holding = {trial.column for trial in try_rule(matrix, other) if trial.holds}
        if holding.issuperset((*held, *failed)):
            return other
    return rule


def _neighbours(rule: Rule, n_lines: int, *, only_more: bool) -> Iterator[tuple[int, Terms]]:
    """The line that makes the difference, and the terms with it, without it, or with its sign turned."""
    own = {line for _, line in rule.terms} | {rule.target}
    for line in range(n_lines):
        if line not in own:
            yield from ((line, (*rule.terms, (sign, line))) for sign in (1, -1))
    for at, (sign, line) in enumerate(rule.terms if not only_more else ()):
        before, after = rule.terms[:at], rule.terms[at + 1 :]
        yield line, (*before, (-sign, line), *after)
        if len(rule.terms) > 2:
            yield line, (*before, *after)
