"""Changes told in sentences ("2,2 mnkr mer än i år", "höjningen motsvarar 3,0 procent")
against their figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from reconcilers.known.grid import Grid
from reconcilers.same_figure.amounts_in_sentences import Mention
from schemas.document import Fact
from swedish.numbers.writing import decimals
from swedish.table_labels import covers, subject

_CHANGES = re.compile(
    (
        r"\b(?:ök|minsk|höj|sänk|stig|sjunk|väx|mer\b|mindre\b|högre|lägre|bättre|sämre|förändr|förstärk|"
        r"försvag|uppräkn|underskott|överskott)"
    ),
    re.IGNORECASE,
)
_MEANS = re.compile(r"\b(?:motsvarar|det vill säga|dvs\.?|d\.v\.s\.|alltså|eller)\b", re.IGNORECASE)
_MORE_THAN = re.compile(r"\b(?:mer|mindre|högre|lägre)\s+än\b", re.IGNORECASE)
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class ToldChange:
    """An amount or a percentage that tells a change between two figures, and what they give."""

    mention: Mention
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    expected: Decimal
    tolerance: Decimal

    @property
    def found(self) -> Decimal:
        assert self.mention.amount.value is not None
        return abs(self.mention.amount.value)

    @property
    def holds(self) -> bool:
        return abs(self.found - self.expected) <= self.tolerance


def find_told_changes(
    mentions: Sequence[Mention], grids: Sequence[Grid], told: Mapping[str, Sequence[Fact]]
) -> Iterator[ToldChange]:
    """`told` gives the figures that amounts are already known to tell, by amount id:
    their rows are spoken of.
    """
    rows = {(grid.table.table_id, line.row): i for grid in grids for i, line in enumerate(grid.lines)}
    by_id = {grid.table.table_id: grid for grid in grids}
    before: dict[str | None, list[Fact]] = defaultdict(list)
    for place, mention in enumerate(mentions):
        known = told.get(mention.amount.amount_id, ())
        if not known and _CHANGES.search(mention.sentence) and mention.amount.value:
            spoken = [*before[mention.paragraph.section_id], *_named(mention, grids)]
            lines = [by_id[f.table_id].matrix.facts[rows[f.table_id, f.row]] for f in reversed(spoken)]
            change = next(_of_rows(mention, lines), None) or _of_sentence(
                mention, mentions[max(0, place - 3) : place]
            )
            if change:
                yield change
        before[mention.paragraph.section_id] += known


def _named(mention: Mention, grids: Sequence[Grid]) -> Iterator[Fact]:
    """A figure of each row that the sentence names, its group too."""
    for grid in grids:
        for line, facts in zip(grid.lines, grid.matrix.facts, strict=True):
            row, group = subject(line.label), subject(line.group or "")
            if covers(group or row, mention.context) and (
                not group or covers(row, mention.said) or line.says_sum
            ):
                yield next(fact for fact in facts if fact)


def _of_rows(mention: Mention, lines: Iterable[Sequence[Fact | None]]) -> Iterator[ToldChange]:
    """The change between two columns of a row, where it is the one told."""
    share = mention.amount.unit in ("procent", "procentenheter")
    if mention.digits < _DIGITS:
        return
    for line in lines:
        for a, b in combinations([fact for fact in line if fact and fact.value and _has_period(fact)], 2):
            change = _percent(mention, a, b) if share else _difference(mention, a, b)
            if change and change.holds:
                yield change


def _has_period(fact: Fact) -> bool:
    return fact.year is not None or fact.measure is not None


def _percent(mention: Mention, a: Fact, b: Fact) -> ToldChange | None:
    old, new = (a, b) if (a.year or 0) <= (b.year or 0) else (b, a)
    if a.unit != b.unit or mention.amount.unit != "procent":
        return None
    grown = abs(100 * (abs(new.value) - abs(old.value)) / old.value).quantize(Decimal("0.0001"))
    return ToldChange(mention, (old, new), (), grown, _half(mention))


def _difference(mention: Mention, a: Fact, b: Fact) -> ToldChange | None:
    if (
        a.value_sek is None
        or b.value_sek is None
        or mention.amount.value_sek is None
        or not mention.amount.value
    ):
        return None
    unit = mention.size / abs(mention.amount.value)
    return ToldChange(mention, (a, b), (), abs(a.value_sek - b.value_sek) / unit, _half(mention))


def _half(mention: Mention) -> Decimal:
    assert mention.amount.value is not None
    return Decimal(1 if mention.amount.approximate else "0.5").scaleb(-decimals(mention.amount.value))


def _of_sentence(mention: Mention, earlier: Sequence[Mention]) -> ToldChange | None:
    """ "X, vilket är D mer än i år. Höjningen motsvarar P procent": P is D of X less D."""
    if mention.amount.unit != "procent" or not _MEANS.search(mention.clause or mention.sentence):
        return None
    money = [m for m in earlier if m.amount.value_sek is not None and m.paragraph == mention.paragraph]
    if (
        len(money) < 2
        or not _MORE_THAN.search(money[-1].sentence)
        or money[-1].sentence != money[-2].sentence
    ):
        return None
    level, change = money[-2], money[-1]
    if change.size >= level.size or change.order != 1:
        return None
    less = re.search(r"\b(?:mindre|lägre)\s+än\b", change.sentence, re.IGNORECASE)
    base = level.size + change.size if less else level.size - change.size
    expected = (100 * change.size / base).quantize(Decimal("0.0001"))
    rounding = 100 * (change.slack + level.slack * change.size / base) / base
    return ToldChange(
        mention, (), (level, change), expected, (_half(mention) + rounding).quantize(Decimal("0.0001"))
    )
