"""Which figure is wrong where sums fail: the one whose correction makes most of them come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reconcilers.sums.sign_conventions import signs_of
from schemas.document import Fact
from schemas.finding import Check
from swedish.numbers.slips import is_slip
from swedish.numbers.writing import decimals

Option = tuple[str, Decimal]  # a figure by its id, and a change of it
_THOUSANDFOLD = (Decimal(1000), Decimal("0.001"))
# What speaks for a figure as the wrong one, in checks that its correction mends. One that holds speaks
# against it nearly as loudly; a likely slip is half a check; of two alike the one that is proved is shown.
_BORNE_OUT, _SLIP, _TURNED, _PROVED = 0.9, 0.5, 0.5, 0.2


@dataclass(frozen=True, slots=True)
class Blame:
    """A figure, what it should be, and the failed checks that this explains; `sure` if no other does as well.

    `as_well` are the others, the likeliest first.
    """

    fact: Fact
    right: Decimal
    checks: tuple[Check, ...]
    sure: bool
    as_well: tuple[Fact, ...]

    @property
    def is_turned(self) -> bool:
        """True where only the sign is wrong."""
        return self.right == -self.fact.value

    @property
    def thousandfold(self) -> bool:
        return bool(self.right) and self.fact.value / self.right in _THOUSANDFOLD


def find_blame(failed: Sequence[Check], held: Sequence[Check], facts: Mapping[str, Fact]) -> Iterator[Blame]:
    """One figure for each cause, the one that explains most first."""
    borne_out: dict[str, int] = defaultdict(int)
    for check in held:
        for fact_id in check.fact_ids:
            borne_out[fact_id] += 1
    left = list(failed)
    right: dict[str, Decimal] = {}
    while any(check.kind in ("sum", "net") for check in left):
        options = _options(left, facts)
        if not options:
            return
        blame = _likeliest(options, borne_out, facts)
        yield blame
        right[blame.fact.fact_id] = blame.right
        explained = {check.check_id for check in blame.checks}
        still_failing = [check for check in left if check.check_id not in explained]
        left = [check for check in still_failing if not _is_mended(check, facts, right)]


def _likeliest(
    options: Mapping[Option, Sequence[Check]], borne_out: Mapping[str, int], facts: Mapping[str, Fact]
) -> Blame:
    """The option with the highest score; where another as high mends the same, the sum itself is shown."""
    scores = {option: _score(option, mended, borne_out, facts) for option, mended in options.items()}
    best, *others = sorted(options, key=lambda option: -scores[option])
    explained = options[best]
    ids = {check.check_id for check in explained}
    rivals = [option for option in others if any(check.check_id in ids for check in options[option])]
    sure = not rivals or scores[rivals[0]] < scores[best]
    shown, change = best
    the_sum = explained[0].fact_ids[0]
    if not sure and shown != the_sum:
        rivals = [best, *rivals]
        shown, change = the_sum, explained[0].expected - explained[0].found
    as_well = [facts[fact_id] for fact_id, _ in rivals if not sure and fact_id != shown]
    return Blame(facts[shown], facts[shown].value + change, tuple(explained), sure, tuple(as_well))


def _options(failed: Sequence[Check], facts: Mapping[str, Fact]) -> dict[Option, list[Check]]:
    """Each figure with each change of it that would mend a sum or a net, and all that it mends."""
    within: dict[str, list[tuple[Check, int]]] = defaultdict(list)
    for check in failed:
        for fact_id, sign in _parts(check, facts):
            within[fact_id].append((check, sign))
    options = {}
    for fact_id, parts in within.items():
        for change in dict.fromkeys(-sign * check.difference for check, sign in parts):
            mended = [
                check for check, sign in parts if abs(check.difference + sign * change) <= check.tolerance
            ]
            if any(check.kind != "cross_table" for check in mended):
                options[fact_id, change] = mended
    return options


def _parts(check: Check, facts: Mapping[str, Fact]) -> Iterator[tuple[str, int]]:
    """Each figure with what its growing by one does to the difference."""
    yield check.fact_ids[0], 1
    for sign, fact_id in zip(signs_of(check, facts) or (), check.fact_ids[1:], strict=False):
        yield fact_id, -sign


def _is_mended(check: Check, facts: Mapping[str, Fact], right: Mapping[str, Decimal]) -> bool:
    """True where the figures found wrong so far are together what it fails for."""
    changes = [sign * (right[i] - facts[i].value) for i, sign in _parts(check, facts) if i in right]
    return bool(changes) and abs(check.difference + sum(changes, Decimal(0))) <= check.tolerance


def _score(
    option: Option, mended: Sequence[Check], borne_out: Mapping[str, int], facts: Mapping[str, Fact]
) -> float:
    fact_id, change = option
    printed = facts[fact_id].value
    is_proved = any(check.fact_ids[0] == fact_id for check in mended)
    score = len(mended) - _BORNE_OUT * borne_out[fact_id] + _PROVED * is_proved
    right = printed + change
    is_turned = right == -printed
    is_thousandfold = bool(right) and printed / right in _THOUSANDFOLD
    if is_turned or is_thousandfold:
        return score + _TURNED
    up = 10 ** max(decimals(printed), decimals(right))
    return score + _SLIP * is_slip(int(printed * up), int(right * up))
