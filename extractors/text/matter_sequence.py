"""Which lines with a § sign head the meeting's own §§: the numbers that run together, under one body's name,
set in one way. What is quoted between two of them from another body is none of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from swedish.section_signs import Sign

# What the next § may cost or give, beside 1 for each § itself. Measured by drawings: any that keep the order
# "next number, a few left out, many left out, begins anew" choose the same.
_NEXT = 1.0
_SKIPS = -0.2
_SKIPS_MANY = -1.0
_BEGINS_ANEW = -1.5
_UNLIKE = 0.3  # what a § gives that is set otherwise than most
_FEW = 10  # numbers that may be left out where only some of a meeting's §§ are printed
_MANY_BACK = 60  # candidates looked back: more are not quoted between two §§


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may head a §, as each body counts it; `dress` is how it is set."""

    signs: tuple[Sign, ...]
    dress: tuple[bool, float]


def find_sequence(candidates: Sequence[Candidate], stated: tuple[int, int] | None) -> dict[int, Sign]:
    """The sign of each candidate that heads a §, by its position; `stated` are the first and last number
    that the first page tells.
    """
    if not candidates:
        return {}
    body = _own_body(candidates, stated)
    signs = {
        at: sign for at, each in enumerate(candidates) if (sign := _sign_of(each, body, stated)) is not None
    }
    usual = Counter(candidates[at].dress for at in signs).most_common(1)[0][0] if signs else None
    alike = {at for at in signs if candidates[at].dress == usual}
    chosen = _best_run(signs, alike)
    kept = {at: signs[at] for at in chosen}
    for at, sign in signs.items():
        if at not in kept and at in alike and _has_room(at, chosen, signs):
            kept[at] = sign  # its number may be wrong on paper: a § stands here
    for at, each in enumerate(candidates):
        for sign in each.signs:
            if at not in signs and _fills_a_gap(sign, at, kept):
                kept[at] = sign
    return dict(sorted(kept.items()))


def _own_body(candidates: Sequence[Candidate], stated: tuple[int, int] | None) -> str:
    """The name under which the numbers run best: "kf", or none."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for each in candidates:
        for sign in each.signs:
            numbers[sign.body].append(sign.order[0])

    def worth(body: str) -> tuple[int, int, int]:
        own = numbers[body]
        told = sum(stated[0] <= number <= stated[1] for number in own) if stated else 0
        return told, sum(b - a == 1 for a, b in pairwise(own)), len(own)

    return max(numbers, key=worth)  # the first that stands there where two are worth the same


def _sign_of(candidate: Candidate, body: str, stated: tuple[int, int] | None) -> Sign | None:
    """As the own body counts it; one that is named otherwise counts where the first page tells its number."""
    own = [sign for sign in candidate.signs if sign.body == body]
    if own:
        return own[-1]
    told = [s for s in candidate.signs if stated and stated[0] <= s.order[0] <= stated[1]]
    return told[-1] if told else None


def _best_run(signs: dict[int, Sign], alike: set[int]) -> list[int]:
    """The positions that together are worth most."""
    places = list(signs)
    worth: list[float] = []
    before: list[int] = []
    for n, at in enumerate(places):
        own = 1.0 if at in alike else _UNLIKE
        best, link = own, -1
        for m in range(max(0, n - _MANY_BACK), n):
            step = worth[m] + own + _step(signs[places[m]], signs[at])
            if step > best:
                best, link = step, m
        worth.append(best)
        before.append(link)
    n = max(range(len(places)), key=worth.__getitem__)
    run = []
    while n >= 0:
        run.append(places[n])
        n = before[n]
    return run[::-1]


def _step(one: Sign, other: Sign) -> float:
    (a, letter), (b, after) = one.order, other.order
    if b - a == 1 or (a == b and after > letter):
        return _NEXT
    if a == b:
        return 0.0  # the same number twice: a slip on paper
    if b < a:
        return _BEGINS_ANEW
    return _SKIPS if b - a <= _FEW else _SKIPS_MANY


def _has_room(at: int, chosen: Sequence[int], signs: dict[int, Sign]) -> bool:
    """False where the §§ above and below it are each other's next, or one of them has its number."""
    above = [signs[n].order[0] for n in chosen if n < at]
    below = [signs[n].order[0] for n in chosen if n > at]
    if not above or not below:
        return True
    return below[0] != above[-1] + 1


def _fills_a_gap(sign: Sign, at: int, kept: dict[int, Sign]) -> bool:
    """True for a number that is missed just here, under whatever name."""
    above = [s.order[0] for n, s in kept.items() if n < at]
    below = [s.order[0] for n, s in kept.items() if n > at]
    number = sign.order[0]
    if above and below:
        return max(above) < number < min(below)
    return bool(above) and number == max(above) + 1
