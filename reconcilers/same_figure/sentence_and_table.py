"""Sentences against tables: which figure of which table an amount in running text tells again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reconcilers.known.grid import Grid
from reconcilers.same_figure.amounts_in_sentences import Mention
from reconcilers.same_figure.sentence_about_a_row import facts_spoken_of
from schemas.document import Fact
from swedish.numbers.slips import is_slip
from swedish.table_labels import covers, said_in, stem, subject, words

# printed digits from which equal figures are rare, and from which they are if named as well
_RARE, _SHORT = 3, 2
_MOST_TABLES = 2  # that one amount is held against: a summary, and the table that it sums up
_LEAST_TO_SLIP = 100  # of two digits, one is too much to have wrong
_LEAST_LETTERS = 5  # of a word that tells a row from others: shorter ones stand in many a sentence
# What speaks for a figure of the right size. That the sentence names its row outweighs year or column alone;
# that it is a sum, that its measure is said and that the table is about the same count one each.
_ROW, _YEAR, _COLUMN = 4, 2, 2
_CHANGE = re.compile(
    r"\b(?:ök|minsk|höj|sänk|stig|sjunk|väx|mer än|mindre än|högre|"
    r"lägre|bättre|sämre|större|dyrare|billigare|"
    r"tillskott|förändr|ytterligare|förstärk|skillnad|saknas|kvar|återstår)",
    re.IGNORECASE,
)
_DEVIATION = re.compile(r"\b(?:överskott|underskott|avvik|budgetöverskott|budgetunderskott)", re.IGNORECASE)
_AGAINST_BUDGET = re.compile(r"\b(?:mot|jämfört med|gentemot|än)\s+(?:\w+\s)?(?:budget|ram)", re.IGNORECASE)
_THOUSANDS = (Decimal(1000), Decimal(10) ** 6)


@dataclass(frozen=True, slots=True)
class Told:
    """An amount and the figure that it tells again; `why` is "label", "figure" or "frame"."""

    mention: Mention
    fact: Fact
    why: str

    @property
    def size_of_fact(self) -> Decimal:
        return abs(_size(self.fact))

    @property
    def same(self) -> bool:
        return abs(self.mention.size - self.size_of_fact) <= self.mention.slack

    @property
    def is_near(self) -> bool:
        """True where the one is at least half of the other: else another thing of that name is meant."""
        small, large = sorted((self.mention.size, self.size_of_fact))
        return 2 * small >= large

    @property
    def is_mistaken(self) -> bool:
        """True where one wrong digit or another unit, to the amount's last digit,
        makes the one of the other.
        """
        step = 2 * self.mention.slack or Decimal(1)
        printed, right = int(self.mention.size / step), round(self.size_of_fact / step)
        apart = any(
            abs(self.mention.size * up - self.size_of_fact * down) <= self.mention.slack * up
            for k in _THOUSANDS
            for up, down in ((k, 1), (1, k))
        )
        return apart or (printed >= _LEAST_TO_SLIP and is_slip(printed, right))


def _size(fact: Fact) -> Decimal:
    return fact.value_sek if fact.value_sek is not None else fact.value


class Figures:
    """The tables' figures by size, and what each is called."""

    def __init__(self, grids: Sequence[Grid], deviations: frozenset[str]) -> None:
        self.grids = {grid.table.table_id: grid for grid in grids}
        rows = [
            fact for grid in grids for row in grid.matrix.facts for fact in row if fact and _is_money(fact)
        ]
        self.facts = sorted(rows, key=lambda fact: abs(_size(fact)))
        self._sizes = [abs(_size(fact)) for fact in self.facts]
        self.deviations = deviations
        self._rows = list(_by_row(self.facts))

    def near(self, size: Decimal, slack: Decimal) -> list[Fact]:
        """Figures of that size, whatever their sign."""
        return self.facts[bisect_left(self._sizes, size - slack) : bisect_right(self._sizes, size + slack)]

    def title(self, fact: Fact) -> str:
        return self.grids[fact.table_id].table.title or ""

    def facts_of(self, context: frozenset[str]) -> list[Fact]:
        """Figures, zeros left out, of rows (in a group: of groups) that the words name."""
        rows = [facts for about, facts in self._rows if covers(about, context)]
        return [fact for facts in rows for fact in facts]


def _by_row(facts: Iterable[Fact]) -> Iterator[tuple[frozenset[str], list[Fact]]]:
    """Rows with what each is about; a name without a word of five letters is none to go by."""
    rows: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.value:
            rows[fact.table_id, fact.row].append(fact)
    for row in rows.values():
        about = subject(row[0].group_label or row[0].row_label)
        if row[0].group_label or _distinct(about):
            yield about, row


def _is_money(fact: Fact) -> bool:
    return fact.value_sek is not None or (fact.unit or "").endswith("EUR")


def find_told(mentions: Iterable[Mention], figures: Figures) -> Iterator[Told]:
    """Amounts of money with the figures they tell; none where several figures might be meant."""
    rest: list[Mention] = []
    frames: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for mention in mentions:
        if mention.amount.unit in ("procent", "procentenheter") or not mention.size:
            continue
        same = [Told(mention, fact, "figure") for fact in _best(mention, figures)]
        yield from same
        if same and mention.frame:
            frames[mention.frame].append(same[0])
        if not same:
            rest.append(mention)
    for mention in rest:
        fact = _of_frame(mention, frames.get(mention.frame, [])) if mention.frame else None
        yield from [Told(mention, fact, "frame")] if fact else _by_name(mention, figures)


def _of_frame(mention: Mention, told: Sequence[Told]) -> Fact | None:
    """What the same sentence tells elsewhere, if it tells one thing.

    A sentence that recurs under other headings of the same part may be said of each of them.
    """
    if not told or len({each.mention.size for each in told}) > 1:
        return None
    is_copied = any(
        each.mention.paragraph.part_id != mention.paragraph.part_id or each.mention.heading == mention.heading
        for each in told
    )
    return told[0].fact if is_copied or len(told) > 1 else None


# --- equal figures -----------------------------------------------------------


def _best(mention: Mention, figures: Figures) -> list[Fact]:
    """The best named figure of that size in each table, in the two tables that name it best."""
    slack = mention.slack
    ranked = [(_rank(mention, fact, figures), fact) for fact in figures.near(mention.size, slack)]
    best: dict[str, tuple[int, Fact]] = {}
    for rank, fact in ranked:
        if rank > 0 and rank > best.get(fact.table_id, (0, fact))[0]:
            best[fact.table_id] = rank, fact
    chosen = sorted(best.values(), key=lambda each: -each[0])
    return [fact for _, fact in chosen[:_MOST_TABLES]]


def _rank(mention: Mention, fact: Fact, figures: Figures) -> int:
    """How well the sentence names the figure; 0 where it does not."""
    named = _names_row(fact, mention.wide_context | mention.said)
    about = bool(subject(figures.title(fact)) & mention.context)
    year = fact.year in mention.years
    of_another_year = bool(mention.years and fact.year) and not year
    if of_another_year and not named:
        return 0
    column = _names_column(mention, fact)
    measured = column or bool(fact.measure and stem(fact.measure) in mention.said)
    summed = fact.row_kind != "data"
    is_sum_spoken_of = summed and (about or measured)
    rank = _ROW * named + _YEAR * year + _COLUMN * column + summed + measured + about
    if mention.digits >= _RARE:
        return rank if year or named or is_sum_spoken_of else 0
    is_named_twice = named and (year or measured)
    return rank if mention.digits >= _SHORT and is_named_twice else 0


def _names_row(fact: Fact, context: frozenset[str]) -> bool:
    """True where the context holds every word of the row's name, or of its group's."""
    row, group = subject(fact.row_label), subject(fact.group_label or "")
    if group and fact.row_kind != "total":
        return covers(group, context)
    return _distinct(row) and covers(row, context)


def _distinct(about: frozenset[str]) -> bool:
    return any(len(word) >= _LEAST_LETTERS for word in about)


# --- named figures -----------------------------------------------------------


def _by_name(mention: Mention, figures: Figures) -> Iterator[Told]:
    """The one figure whose row and column the sentence names, equal or not; of several figures, none.

    Where the sentence names the row and a year only, or its paragraph names the row, then just a slip of the
    pen or another unit is a sure sign that the same figure is meant.
    """
    in_rows = figures.facts_of(mention.context)
    named = [fact for fact in in_rows if _names_cell(mention, fact, figures)]
    if not named:
        less_surely = _named_less_surely(mention, in_rows, figures)
        named = [fact for fact in less_surely if Told(mention, fact, "label").is_mistaken]
    told = [Told(mention, fact, "label") for fact in named or _of_row_beside(mention, figures)]
    if len({each.size_of_fact for each in told}) == 1 and (told[0].is_near or told[0].is_mistaken):
        yield told[0]


def _of_row_beside(mention: Mention, figures: Figures) -> list[Fact]:
    """Of a row that the whole sentence is about, in a table of the sentence's own section: its figure of the
    column named; where more rows are called so, the one that is given in another unit.
    """
    beside = (
        fact
        for fact in figures.facts
        if figures.grids[fact.table_id].table.section_id == mention.paragraph.section_id
        and fact.fact_id not in figures.deviations
    )
    spoken_of = list(facts_spoken_of(mention, beside))
    if len({abs(_size(fact)) for fact in spoken_of}) < 2:
        return spoken_of
    return [fact for fact in spoken_of if Told(mention, fact, "label").is_mistaken]


def _named_less_surely(mention: Mention, in_rows: Iterable[Fact], figures: Figures) -> Iterator[Fact]:
    in_rows_of_paragraph = figures.facts_of(mention.wide_context)
    yield from (fact for fact in in_rows_of_paragraph if _names_cell(mention, fact, figures))
    yield from (fact for fact in in_rows if _names_year(mention, fact))


def _names_year(mention: Mention, fact: Fact) -> bool:
    """True where the sentence tells the level of the row in the column's year, and tells no change."""
    tells_change = _CHANGE.search(mention.sentence) or _DEVIATION.search(mention.sentence)
    is_of_whole_table = not fact.group_label or fact.row_kind == "total"
    return not tells_change and fact.year in mention.years and is_of_whole_table


def _names_cell(mention: Mention, fact: Fact, figures: Figures) -> bool:
    """True where the sentence names the column; the rows of a group it must name too."""
    if fact.group_label and not covers(subject(fact.row_label), mention.said):
        return False
    if fact.fact_id in figures.deviations:
        return bool(_DEVIATION.search(mention.sentence) and _AGAINST_BUDGET.search(mention.sentence))
    if _CHANGE.search(mention.sentence) or _DEVIATION.search(mention.clause):
        return False
    return _names_column(mention, fact)


def _names_column(mention: Mention, fact: Fact) -> bool:
    """True where the clause of the amount holds all words of the column's header,
    and no other year than its own.
    """
    column = frozenset(word for word in words(fact.column_label) if not word.isdigit())
    is_of_its_year = fact.year is None or fact.year in mention.years
    return bool(column) and is_of_its_year and covers(column, said_in(mention.clause))
