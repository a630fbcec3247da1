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
_LESS_THAN = re.compile(r"\b(?:mindre|lägre)\s+än\b", re.IGNORECASE)
_FEWEST_DIGITS = 2  # of an amount, for the difference of two figures to be no chance
_EARLIER = 3  # amounts before the percentage, among which "X, vilket är D mer" is looked for
_EXACT = Decimal("0.0001")  # of per cent: finer than any that is printed


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
    named = [row for grid in grids for row in _rows(grid)]
    before: dict[str | None, list[Fact]] = defaultdict(list)
    for place, mention in enumerate(mentions):
        known = told.get(mention.amount.amount_id, ())
        if not known and _CHANGES.search(mention.sentence) and mention.amount.value:
            spoken = [*before[mention.paragraph.section_id], *_named(mention, named)]
            lines = [by_id[f.table_id].matrix.facts[rows[f.table_id, f.row]] for f in reversed(spoken)]
            change = next(_of_rows(mention, lines), None) or _of_sentence(
                mention, mentions[max(0, place - _EARLIER) : place]
            )
            if change:
                yield change
        before[mention.paragraph.section_id] += known


@dataclass(frozen=True, slots=True)
class _NamedRow:
    """What a row and its group are about, and its first figure."""

    row: frozenset[str]
    group: frozenset[str]
    is_sum: bool
    fact: Fact

    def is_named(self, said: frozenset[str], context: frozenset[str]) -> bool:
        """The sentence or its heading names the row; or its group, and then the sentence the row too."""
        if not self.group:
            return covers(self.row, context)
        return covers(self.group, context) and (self.is_sum or covers(self.row, said))


def _rows(grid: Grid) -> Iterator[_NamedRow]:
    for line, facts in zip(grid.lines, grid.matrix.facts, strict=True):
        first = next(fact for fact in facts if fact)
        yield _NamedRow(subject(line.label), subject(line.group or ""), line.says_sum, first)


def _named(mention: Mention, rows: Iterable[_NamedRow]) -> Iterator[Fact]:
    """A figure of each row that the sentence names, its group too."""
    said, context = mention.said, mention.context
    return (row.fact for row in rows if row.is_named(said, context))


def _of_rows(mention: Mention, lines: Iterable[Sequence[Fact | None]]) -> Iterator[ToldChange]:
    """The change between two columns of a row, where it is the one told."""
    share = mention.amount.unit in ("procent", "procentenheter")
    if mention.digits < _FEWEST_DIGITS:
        return
    for line in lines:
        of_periods = [fact for fact in line if fact and fact.value and _has_period(fact)]
        for a, b in combinations(of_periods, 2):
            change = _percent(mention, a, b) if share else _difference(mention, a, b)
            if change and change.holds:
                yield change


def _has_period(fact: Fact) -> bool:
    return fact.year is not None or fact.measure is not None


def _percent(mention: Mention, a: Fact, b: Fact) -> ToldChange | None:
    old, new = (a, b) if (a.year or 0) <= (b.year or 0) else (b, a)
    if a.unit != b.unit or mention.amount.unit != "procent":
        return None
    grown = abs(100 * (abs(new.value) - abs(old.value)) / old.value).quantize(_EXACT)
    return ToldChange(mention, (old, new), (), grown, _half(mention))


def _difference(mention: Mention, a: Fact, b: Fact) -> ToldChange | None:
    amount = mention.amount
    if a.value_sek is None or b.value_sek is None or amount.value_sek is None or not amount.value:
        return None
    unit = mention.size / abs(amount.value)
    return ToldChange(mention, (a, b), (), abs(a.value_sek - b.value_sek) / unit, _half(mention))


def _half(mention: Mention) -> Decimal:
    assert mention.amount.value is not None
    return Decimal(1 if mention.amount.approximate else "0.5").scaleb(-decimals(mention.amount.value))


def _of_sentence(mention: Mention, earlier: Sequence[Mention]) -> ToldChange | None:
    """ "X, vilket är D mer än i år. Höjningen motsvarar P procent": P is D of X less D."""
    if mention.amount.unit != "procent" or not _MEANS.search(mention.clause or mention.sentence):
        return None
    money = [m for m in earlier if m.amount.value_sek is not None and m.paragraph == mention.paragraph]
    if len(money) < 2:
        return None
    level, change = money[-2:]
    is_one_comparison = level.sentence == change.sentence and _MORE_THAN.search(change.sentence)
    is_change_of_level = change.order == 1 and change.size < level.size
    if not is_one_comparison or not is_change_of_level:
        return None
    base = level.size + change.size if _LESS_THAN.search(change.sentence) else level.size - change.size
    expected = (100 * change.size / base).quantize(_EXACT)
    rounding = 100 * (change.slack + level.slack * change.size / base) / base
    return ToldChange(mention, (), (level, change), expected, (_half(mention) + rounding).quantize(_EXACT))
