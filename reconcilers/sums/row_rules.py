"""Which rows of a table add up to which: under a group row, since the last total, and over the groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reconcilers.known.grid import Grid, Line, Matrix
from reconcilers.sums.identities import Belief, Rule, Signs, sign_patterns, terms, try_rule, weigh
from swedish.table_labels import fold, subject

_DEEPEST = 40  # rows above that an unlabelled row is tried against
_FEW = 4  # rows that only one group has, tried one by one beside those that all have
_BEGINNING = 2  # words of a label that rows of several groups share
# what is left of the first row, and no row like the others
_REMAINS = re.compile(
    r"\b(?:kvar(?:varande|står\w*)?|återst\w*|utgående|\w*överskott\w*|\w*underskott\w*|\w*utrymme\w*|"
    r"behållning\w*|\w*saldo\w*|\w*resultat\w*|netto\w*|rest(?:en|erande)?)\b|^över\b|\b(?:över|slut)$",
    re.IGNORECASE,
)
_FEWEST_BELOW = 2  # rows beside the last one, under a sum that stands above them
_SUMS = ("total", "subtotal")  # rows that add up; a net may also take away
_FEWEST_TO_LEAVE_OUT = 3  # rows of a sum that may leave one out: two must be left, or it repeats a figure
_LEFT_OUT_COSTS = 2.0  # digits of evidence that leaving a row out must bring more


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule with what speaks for it."""

    rule: Rule
    belief: Belief


def find_row_rules(grid: Grid) -> list[Rule]:
    """The rules that the table's rows are believed to obey;
    a row may obey two (over the groups, and as a net).
    """
    shares = {i for i, column in enumerate(grid.columns) if column.is_share}
    matrix = grid.matrix.only(i for i in range(len(grid.columns)) if i not in shares)
    if not matrix.facts[0]:
        return []
    blocks = _block_rules(grid.lines, matrix)
    over = {rule.target: rule for rule in _group_rules(grid.lines, matrix)}
    stacked = _stack_rules(grid.lines, matrix, {**over, **blocks}, set(over))
    found = [*blocks.values(), *over.values(), *stacked]
    turned = [_as_sum_above(rule, grid.lines) for rule in found]
    if turned == found:
        return found
    return [_as_sum_above(rule, grid.lines, fewest=1) for rule in found]  # sums stand above throughout


def _as_sum_above(rule: Rule, lines: Sequence[Line], fewest: int = _FEWEST_BELOW) -> Rule:
    """ "The last of them is the first less the others" as what it says where the last is a row like the
    others: the first is the sum of those below it.
    """
    first, *rest = rule.terms
    less = len(rest) >= fewest and first[0] > 0 > max(sign for sign, _ in rest)
    above = first[1] < min((line for _, line in rest), default=0)
    last = lines[rule.target]
    if (
        not less
        or not above
        or rule.left_out is not None
        or last.kind != "data"
        or _REMAINS.search(last.label)
    ):
        return rule
    below = sorted([*(line for _, line in rest), rule.target])
    return Rule(first[1], tuple((1, line) for line in below), rule.form)


def _judge(matrix: Matrix, rule: Rule) -> Judged:
    return Judged(rule, weigh(try_rule(matrix, rule)))


def _best(judged: Iterable[Judged], said: bool) -> Judged | None:
    """The believed rule with most evidence, adding up before taking away; of equals the first."""
    believed = [each for each in judged if each.belief.believed(said)]
    return max(believed, key=lambda each: each.belief.score - each.rule.is_net, default=None)


# --- under a group row -------------------------------------------------------


class _Pattern:
    """Signs for any number of terms; groups of one table differ in how many rows they have."""

    def __init__(self, first: int, middle: int, last: int) -> None:
        self.first, self.middle, self.last = first, middle, last

    def __call__(self, count: int) -> Signs:
        return (self.first, *(self.middle,) * (count - 2), self.last)


_plus, _first_less_rest = _Pattern(1, 1, 1), _Pattern(1, -1, -1)
_rest_less_first, _all_less_last = _Pattern(-1, 1, 1), _Pattern(1, 1, -1)


def _block_rules(lines: Sequence[Line], matrix: Matrix) -> dict[int, Rule]:
    """Rows that all rows above them in their group make up; rows of one label are judged together, each
    without a label by itself.
    """
    pools: dict[str, list[tuple[int, list[int]]]] = defaultdict(list)
    for target, line in enumerate(lines):
        above = [i for i in range(target) if lines[i].run == line.run and not lines[i].of_which]
        if len(above) > 1 and not line.of_which:
            pools[fold(line.label) or f"row {target}"].append((target, above))
    rules: dict[int, Rule] = {}
    for pool in pools.values():
        rules.update(_pooled(lines, matrix, pool))
    targets = [each for held in pools.values() for each in held]
    for pool in _kin(lines, targets):
        if any(target in rules for target, _ in pool):  # the others' figures may be too round to show it
            alike = _pooled(lines, matrix, pool)
            rules = {target: rule for target, rule in alike.items() if _holds(matrix, rule)} | rules
    return rules


def _holds(matrix: Matrix, rule: Rule) -> bool:
    """True where the rule fails in no column: likeness alone accuses nobody."""
    return not weigh(try_rule(matrix, rule)).fails


def _kin(
    lines: Sequence[Line], targets: Iterable[tuple[int, list[int]]]
) -> Iterator[list[tuple[int, list[int]]]]:
    """Rows whose labels begin alike, one in each of several groups ("Kassaflöde från …")."""
    pools: dict[tuple[str, ...], list[tuple[int, list[int]]]] = defaultdict(list)
    for target, above in targets:
        begins = tuple(fold(lines[target].label).split()[:_BEGINNING])
        if len(begins) == _BEGINNING:
            pools[begins].append((target, above))
    for pool in pools.values():
        if len({lines[target].run for target, _ in pool}) == len(pool) > 1:
            yield pool


def _pooled(lines: Sequence[Line], matrix: Matrix, pool: list[tuple[int, list[int]]]) -> dict[int, Rule]:
    said = any(lines[target].says_sum for target, _ in pool)
    is_sum = all(lines[target].kind in _SUMS for target, _ in pool)
    is_long_list = len(pool) == 1 and len(pool[0][1]) > _DEEPEST
    if is_long_list and not said:
        return {}
    best: tuple[float, dict[int, Rule]] = (float("-inf"), {})
    for pattern in _pool_patterns(is_sum):
        rules = [Rule(target, terms(pattern(len(above)), above), "block") for target, above in pool]
        belief = weigh(trial for rule in rules for trial in try_rule(matrix, rule))
        score = belief.score - (pattern is not _plus)
        if belief.believed(said) and score > best[0]:
            best = score, {rule.target: rule for rule in rules}
    return best[1]


def _pool_patterns(is_sum: bool) -> list[_Pattern]:
    return [_plus] if is_sum else [_plus, _first_less_rest, _rest_less_first, _all_less_last]


# --- over the groups ---------------------------------------------------------


def _group_rules(lines: Sequence[Line], matrix: Matrix) -> Iterator[Rule]:
    """ "Totalt / Intäkt" as the sum of every group's Intäkt;
    the figures choose among the labels that groups repeat.
    """
    kinds, lone = _repeated(lines)
    for target, line in enumerate(lines):
        if not line.says_sum or line.run < 2:
            continue
        about = subject(line.label)
        believed: list[Judged] = []
        for label, members in kinds.items():
            # a sum that is called otherwise than the rows may stand in their last group itself
            last_run = line.run - 1 if about == label else line.run
            above = [i for i in members if i < target and lines[i].run <= last_run]
            extra = [i for i in lone if i < target and lines[i].run < line.run]
            if len(above) > 1:
                said = not about or about == label
                candidates = _over_groups(matrix, target, above, extra)
                believed += [each for each in candidates if each.belief.believed(said)]
        if believed:
            yield max(believed, key=lambda each: each.belief.score).rule


def _over_groups(matrix: Matrix, target: int, above: Sequence[int], extra: Sequence[int]) -> list[Judged]:
    """The rows that all groups have; where that fails, also with rows that only one of them has."""
    found = _with_one_left_out(matrix, target, above, "groups")
    if not found[0].belief.fails or not extra:
        return found
    added = [*([row] for row in extra[:_FEW]), list(extra)]
    return [*found, *(_judge(matrix, _sum_of(target, sorted([*above, *rows]), "groups")) for rows in added)]


def _sum_of(target: int, rows: Iterable[int], form: str, left_out: int | None = None) -> Rule:
    return Rule(target, tuple((1, row) for row in rows), form, left_out)


def _repeated(lines: Sequence[Line]) -> tuple[dict[frozenset[str], list[int]], list[int]]:
    """Lines by what they are about, where several groups have such a line;
    and the lines that only one group has.
    """
    found: dict[frozenset[str], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if not line.of_which and line.kind != "total":
            found[subject(line.label)].append(index)
    repeated = {
        label: members for label, members in found.items() if len({lines[i].run for i in members}) > 1
    }
    others = [i for label, members in found.items() if label not in repeated for i in members]
    return repeated, [i for i in others if lines[i].kind == "data"]


def _with_one_left_out(matrix: Matrix, target: int, above: Sequence[int], form: str) -> list[Judged]:
    """The plain sum; where it fails somewhere, also the sums that leave one row out (a buffer, a reserve)."""
    plain = _judge(matrix, _sum_of(target, above, form))
    holds_throughout = plain.belief.holds and not plain.belief.fails
    if holds_throughout or len(above) < _FEWEST_TO_LEAVE_OUT:
        return [plain]
    found = [plain]
    for out in above:
        less_one = _judge(matrix, _sum_of(target, (i for i in above if i != out), form, left_out=out))
        then_holds = less_one.belief.holds > less_one.belief.fails == 0
        if then_holds and less_one.belief.score > plain.belief.score + _LEFT_OUT_COSTS:
            found.append(less_one)
    return found


# --- since the last total ----------------------------------------------------


def _stack_rules(
    lines: Sequence[Line], matrix: Matrix, known: dict[int, Rule], over: set[int]
) -> Iterator[Rule]:
    """Rows that the rows before them make up,
    where a row that has been summed up is represented by its sum.
    """
    open_lines: list[int] = []
    are_above = False  # sums above their rows, as one group at least has shown
    for target, line in enumerate(lines):
        if line.of_which:
            continue
        rule = known.get(target)
        if rule is None or target in over:
            found = _stack_rule(lines, matrix, target, open_lines)
            if found and (rule is None or found.is_net or len(found.terms) < len(rule.terms)):
                yield found
                rule = found
        if rule:
            told = _as_sum_above(rule, lines, 1 if are_above else _FEWEST_BELOW)
            used = {i for _, i in told.terms} | {told.left_out}
            open_lines = [i for i in open_lines if i not in used]
            if told.target != target:
                are_above = True
                continue  # the sum above stands for it
        open_lines.append(target)


def _stack_rule(lines: Sequence[Line], matrix: Matrix, target: int, open_lines: list[int]) -> Rule | None:
    line = lines[target]
    said, is_sum = line.says_sum, line.kind in _SUMS
    reach = open_lines if said else open_lines[-_DEEPEST:]
    best = _best(_candidates(matrix, target, reach, said, is_sum), said)
    if is_sum and (best is None or best.belief.fails):
        same_run = [i for i in reach if lines[i].run == line.run]
        tried = [_with_one_left_out(matrix, target, rows, "stack") for rows in (reach, same_run)]
        out = _best((each for found in tried for each in found if each.rule.left_out is not None), said)
        if out and (best is None or out.belief.score > best.belief.score + _LEFT_OUT_COSTS):
            best = out
    return best.rule if best else _by_label_alone(lines, matrix, target, reach)


def _candidates(
    matrix: Matrix, target: int, reach: Sequence[int], said: bool, is_sum: bool
) -> Iterator[Judged]:
    """The last rows, as many as reach back or fewer, with every pattern of signs worth trying."""
    fewest = 1 if said else 2
    for count in range(len(reach), fewest - 1, -1):
        rows = reach[-count:]
        for signs in sign_patterns(count, is_sum=is_sum) if said else _plain_patterns(count):
            if _worth_trying(matrix, target, signs, rows):
                yield _judge(matrix, Rule(target, terms(signs, rows), "stack"))


def _plain_patterns(count: int) -> list[Signs]:
    return [(1,) * count, (1,) + (-1,) * (count - 1), (-1,) + (1,) * (count - 1)] if count > 1 else [(1,)]


def _worth_trying(matrix: Matrix, target: int, signs: Signs, lines: Sequence[int]) -> bool:
    """True where the rule holds in at least one column: most do in none, and this is quicker to see."""
    numbers, found = matrix.numbers, matrix.numbers[target]
    for column, total in enumerate(found):
        if total:
            given = sum(s * (numbers[i][column] or 0) for s, i in zip(signs, lines, strict=True))
            if abs(total - given) <= (len(signs) + 1) * matrix.halves[target][column]:
                return True
    return False


def _by_label_alone(lines: Sequence[Line], matrix: Matrix, target: int, reach: Sequence[int]) -> Rule | None:
    """A row named as a sum in a table too small to show it: believed where one slip explains why it fails."""
    above = [i for i in reach if lines[i].run == lines[target].run]
    if lines[target].kind not in _SUMS or len(above) < 2:
        return None
    judged = _judge(matrix, _sum_of(target, above, "label"))
    all_fails_are_slips = 0 < judged.belief.fails == judged.belief.slips
    return judged.rule if not judged.belief.holds and all_fails_are_slips else None
