"""Rows of two tables that speak of the same thing,
found by what they are called and borne out by their figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from math import log

from reconcilers.known.grid import Column, Grid, Line
from reconcilers.same_figure.lists_that_stand_twice import link_lists
from schemas.document import Fact
from swedish.numbers.writing import decimals, significant_digits
from swedish.table_labels import fold, subject

Link = tuple[int, int]
_HALF = Decimal("0.5")
_RARE = 3  # significant digits from which two equal figures are no chance
_LIKE_NAMES = 0.25  # share of the weight of two names' words that both have
_COMMON_WORD = 0.1  # weight of a word that every name has: little, so that equal names are still alike
_LIKE_SIZES = 0.5  # mean likeness of a summary's figures: farther apart they are of other things
_FEWEST_ROWS = 2  # linked between two tables for them to be told as one: one row may be named by chance
_FEWEST_GROUPS = 2  # that bear the names of another table's rows; one may by chance
_FEWEST_EQUAL = 3  # figures that groups and rows must share
# shares of the figures of linked rows that must be equal, for the others to be disagreements
_REPEATED, _PART_OF, _GROUPED = Decimal("0.6"), Decimal("0.5"), Decimal("0.7")


@dataclass(frozen=True, slots=True)
class FactPair:
    """A figure printed in two tables; `a` stands first."""

    a: Fact
    b: Fact

    @property
    def in_b_units(self) -> Decimal:
        """`a` in the unit of `b`."""
        if self.a.unit == self.b.unit or not self.a.value_sek or not self.b.value_sek or not self.a.value:
            return self.a.value
        return self.a.value_sek / (self.b.value_sek / self.b.value)

    @property
    def tolerance(self) -> Decimal:
        """None between figures printed alike; half a unit of the coarser where one is rounded."""
        if self.a.unit == self.b.unit and decimals(self.a.value) == decimals(self.b.value):
            return Decimal(0)
        own = _HALF.scaleb(-decimals(self.b.value))
        other = _HALF.scaleb(-decimals(self.a.value)) * (
            self.in_b_units / self.a.value if self.a.value else 1
        )
        return max(own, abs(other))

    @property
    def same_size(self) -> bool:
        return abs(abs(self.in_b_units) - abs(self.b.value)) <= self.tolerance

    @property
    def bears_out(self) -> bool:
        return self.same_size and significant_digits(self.b.value) >= _RARE

    @property
    def likeness(self) -> float:
        """1 for equal sizes, towards 0 the further they are apart."""
        small, large = sorted((abs(self.in_b_units), abs(self.b.value)))
        return float(small / large) if large else 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """Two tables, the rows linked between them, and the figures that both print."""

    a: Grid
    b: Grid
    how: str
    links: tuple[Link, ...]
    pairs: tuple[FactPair, ...]

    @property
    def agreeing(self) -> int:
        return sum(pair.same_size for pair in self.pairs)

    @property
    def borne_out(self) -> int:
        return sum(pair.bears_out for pair in self.pairs)

    @property
    def likeness(self) -> float:
        return sum(pair.likeness for pair in self.pairs) / len(self.pairs) if self.pairs else 0.0

    def agrees_in(self, share: Decimal) -> bool:
        """True where at least that share of the figures are equal."""
        return self.agreeing >= share * len(self.pairs)


def find_matches(grids: Sequence[Grid]) -> list[Match]:
    """Every believed match; between two tables the fullest kind of it."""
    found: list[Match] = []
    summaries: list[Match] = []
    for i, a in enumerate(grids):
        for b in grids[i + 1 :]:
            columns = align_columns(a.columns, b.columns)
            if listed := _listed_twice(a, b, columns):
                found.append(listed)
            if not columns:
                continue
            repeated = _match(a, b, "repeated", _same_labels(a, b), columns)
            if repeated and _is_repeated(repeated):
                found.append(_without_explained(repeated))
                continue
            parts = [m for x, y, c in ((a, b, columns), (b, a, _flip(columns))) for m in _parts(x, y, c)]
            found += parts
            summary = _match(a, b, "summary", _same_sums(a, b), columns)
            if summary and len(summary.links) >= _FEWEST_ROWS:
                summaries.append(_with_groups(summary, columns))
    return found + _one_to_one(summaries)


def _listed_twice(a: Grid, b: Grid, aligned: Sequence[Link]) -> Match | None:
    """The match of a list that stands twice under other headers, in its rates; `aligned` columns are told
    elsewhere.
    """
    rows, rates = link_lists(a, b)
    return _match(a, b, "listed", rows, [link for link in rates if link not in aligned])


def _is_repeated(match: Match) -> bool:
    """True where two rows or more have the same names, and at least three of five figures are the same."""
    in_more_than_one_row = len(match.links) >= _FEWEST_ROWS and match.borne_out >= _FEWEST_ROWS
    return in_more_than_one_row and match.agrees_in(_REPEATED)


def _without_explained(match: Match) -> Match:
    """Without sums that differ by just what the rows above them do: where a row is on one side only, they sum
    up other things; where a row differs, that is what is told, and its sum follows from it.
    """
    kept = [pair for pair in match.pairs if pair.same_size or not _is_explained(pair, match)]
    return replace(match, pairs=tuple(kept))


def _is_explained(pair: FactPair, match: Match) -> bool:
    are_sums = "data" not in (pair.a.row_kind, pair.b.row_kind)
    if pair.a.unit != pair.b.unit or not are_sums:
        return False
    in_a, in_b = (pair.a, pair.b) if pair.a.table_id == match.a.table.table_id else (pair.b, pair.a)
    return any(a == b for a, b in zip(_less_rows(match.a, in_a), _less_rows(match.b, in_b), strict=True))


def _less_rows(grid: Grid, fact: Fact) -> tuple[Decimal, Decimal]:
    """What is left of the sum without the table's rows, and without those above it, in its column."""
    column = next(n for n, other in enumerate(grid.columns) if other.index == fact.column)
    own = next(n for n, row in enumerate(grid.matrix.facts) if row[column] is fact)
    rows = [
        (n, row[column])
        for n, (line, row) in enumerate(zip(grid.lines, grid.matrix.facts, strict=True))
        if not line.says_sum
    ]
    every = sum((held.value for _, held in rows if held), Decimal(0))
    above = sum((held.value for n, held in rows if held and n < own), Decimal(0))
    return fact.value - every, fact.value - above


def align_columns(a: Sequence[Column], b: Sequence[Column]) -> list[Link]:
    """Columns with one header, or else with one measure and one year; only where there is no choice."""
    by_header = _by_key(_headers(a), _headers(b))
    linked_a, linked_b = {i for i, _ in by_header}, {j for _, j in by_header}
    by_period = _by_key(_periods(a), _periods(b))
    more = [(i, j) for i, j in by_period if i not in linked_a and j not in linked_b]
    return [(i, j) for i, j in (*by_header, *more) if a[i].is_share == b[j].is_share]


def _headers(columns: Sequence[Column]) -> dict[int, str]:
    return {index: fold(column.label) for index, column in enumerate(columns)}


def _periods(columns: Sequence[Column]) -> dict[int, tuple[str, int]]:
    told = [(index, column.measure, column.year) for index, column in enumerate(columns)]
    return {index: (measure, year) for index, measure, year in told if measure and year}


def _by_key(a: Mapping[int, object], b: Mapping[int, object]) -> list[Link]:
    """Pairs of equal keys that occur once on each side."""
    once_a, once_b = Counter(a.values()), Counter(b.values())
    where = {key: j for j, key in b.items()}
    return [(i, where[key]) for i, key in a.items() if key and once_a[key] == 1 == once_b.get(key, 0)]


def _flip(links: Sequence[Link]) -> list[Link]:
    return [(j, i) for i, j in links]


def _match(a: Grid, b: Grid, how: str, links: Sequence[Link], columns: Sequence[Link]) -> Match | None:
    pairs = tuple(_pairs(a, b, links, columns))
    return Match(a, b, how, tuple(links), pairs) if pairs else None


def _pairs(a: Grid, b: Grid, links: Sequence[Link], columns: Sequence[Link]) -> Iterator[FactPair]:
    """What both print; nothing against nothing is no pair."""
    swap = a.table.table_index > b.table.table_index
    for i, j in links:
        for x, y in columns:
            one, other = a.matrix.facts[i][x], b.matrix.facts[j][y]
            if one and other and _are_comparable(one, other):
                yield FactPair(other, one) if swap else FactPair(one, other)


def _are_comparable(a: Fact, b: Fact) -> bool:
    in_units_we_know = a.value_sek is not None and b.value_sek is not None
    return bool(a.value or b.value) and (a.unit == b.unit or in_units_we_know)


# --- the same table twice ----------------------------------------------------


def _same_labels(a: Grid, b: Grid) -> list[Link]:
    key = lambda line: (fold(line.group), fold(line.label))  # noqa: E731
    links = _by_key(dict(enumerate(map(key, a.lines))), dict(enumerate(map(key, b.lines))))
    return links if len(links) * 2 >= min(len(a.lines), len(b.lines)) else []


# --- a summary and what it sums up ------------------------------------------


def _same_sums(a: Grid, b: Grid) -> list[Link]:
    """ "Summa intäkter" and "Totalt / Intäkt": sums of the whole table about one thing."""
    mine, other = _sums(a), _sums(b)
    return [(mine[about], other[about]) for about in mine if about in other]


def _sums(grid: Grid) -> dict[str, int]:
    """The table's last sum for each thing that it sums up; sums inside a group are not the table's."""
    last = grid.lines[-1].run
    found: dict[str, int] = {}
    for index, line in enumerate(grid.lines):
        whole = line.run == last or not line.group
        about = subject(line.label)
        if whole and line.says_sum and about:
            found["netto" if _is_net(about) else " ".join(sorted(about))] = index
    return found


def _is_net(about: frozenset[str]) -> bool:
    return len(about) == 1 and next(iter(about)) in ("netto", "nettokostnad", "nettoutfall", "nettobudget")


def _with_groups(match: Match, columns: Sequence[Link]) -> Match:
    """The match with rows of the one that bear the name of a group in the other, if a row there agrees."""
    linked = {i for i, _ in match.links}
    groups: dict[frozenset[str], list[list[int]]] = defaultdict(list)
    for name, rows in _groups(match.b).items():
        groups[subject(name)].append(rows)
    extra: list[Link] = []
    for i, line in enumerate(match.a.lines):
        about = subject(line.label)
        named = groups.get(about, []) if about else []
        if i not in linked and len(named) == 1:
            agreeing = (j for j in named[0] if _agree_throughout(match, (i, j), columns))
            extra += [(i, j) for j in islice(agreeing, 1)]
    links = (*match.links, *extra)
    return replace(match, links=links, pairs=tuple(_pairs(match.a, match.b, links, columns)))


def _agree_throughout(match: Match, rows: Link, columns: Sequence[Link]) -> bool:
    """All that the two rows both print is equal, and some of it no chance."""
    alone = _match(match.a, match.b, "", [rows], columns)
    return alone is not None and alone.borne_out > 0 and alone.agreeing == len(alone.pairs)


def _one_to_one(matches: Sequence[Match]) -> list[Match]:
    """Each table's best match, the surest first:
    at least one figure must bear it out, and the sizes must be near.
    """
    taken: set[str] = set()
    found = []
    for match in sorted(matches, key=lambda m: (-m.borne_out, -m.likeness)):
        ids = {match.a.table.table_id, match.b.table.table_id}
        if match.borne_out and match.likeness >= _LIKE_SIZES and not ids & taken:
            taken |= ids
            found.append(match)
    return found


# --- a table and the rows that stand for its parts ---------------------------


def _parts(whole: Grid, part: Grid, columns: Sequence[Link]) -> Iterator[Match]:
    """Matches where a row of `whole` is the sum of `part`,
    or the rows of `whole` are the groups of `part`.
    """
    total = _match(whole, part, "part", _titled(whole, part, columns), columns)
    if total and total.borne_out and total.agrees_in(_PART_OF):
        yield total
    groups = _groups(part)
    if len(groups) >= _FEWEST_GROUPS:
        yield from _grouped(whole, part, groups, columns)


def _titled(whole: Grid, part: Grid, columns: Sequence[Link]) -> list[Link]:
    """The row named as the other table is titled, and that table's last total."""
    title = subject(part.table.title or "")
    rows = [i for i, line in enumerate(whole.lines) if subject(line.label) == title and not line.says_sum]
    totals = [j for j, line in enumerate(part.lines) if line.kind == "total"]
    if not title or len(rows) != 1 or not totals:
        return []

    def agreeing(link: Link) -> int:
        match = _match(whole, part, "", [link], columns)
        return match.agreeing if match else -1

    return [max(((rows[0], total) for total in totals), key=agreeing)]


def _groups(grid: Grid) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(grid.lines):
        if line.group and line.kind != "total":
            found[line.group].append(index)
    return dict(found)


def _grouped(
    whole: Grid, part: Grid, groups: Mapping[str, list[int]], columns: Sequence[Link]
) -> Iterator[Match]:
    named = _name_groups(whole.lines, list(groups))
    if len(named) < _FEWEST_GROUPS:
        return
    by_row: dict[str, list[Link]] = defaultdict(list)
    for i, name in named:
        for j in groups[name]:
            by_row[fold(part.lines[j].label)].append((i, j))
    in_several = [links for links in by_row.values() if len(links) >= _FEWEST_GROUPS]
    tried = [_match(whole, part, "groups", links, columns) for links in in_several]
    believed = [m for m in tried if m and m.agreeing >= _FEWEST_EQUAL and m.agrees_in(_GROUPED)]
    if believed:
        yield max(believed, key=lambda m: (m.agreeing, m.borne_out))


def _name_groups(lines: Sequence[Line], groups: Sequence[str]) -> list[tuple[int, str]]:
    """Rows and groups that are each other's best likeness by the rarer words of their names."""
    names = [subject(line.label) for line in lines]
    others = [subject(group) for group in groups]
    spread = Counter(word for name in (*names, *others) for word in name)
    all_names = len(names) + len(others)
    weight = {word: log(all_names / count) + _COMMON_WORD for word, count in spread.items()}
    table = [[_shared(name, other, weight) for other in others] for name in names]
    found = []
    for i, row in enumerate(table):
        likeness = max(row)
        best = row.index(likeness)
        column = [line[best] for line in table]
        best_of_both = likeness == max(column) and row.count(likeness) == 1 == column.count(likeness)
        if likeness >= _LIKE_NAMES and best_of_both:
            found.append((i, groups[best]))
    return found


def _shared(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    union = sum(weight[word] for word in a | b)
    return sum(weight[word] for word in a & b) / union if union else 0.0
