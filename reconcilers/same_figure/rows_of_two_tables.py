"""Rows of two tables that speak of the same thing,
found by what they are called and borne out by their figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import log

from reconcilers.known.grid import Column, Grid, Line
from schemas.document import Fact
from swedish.numbers.writing import decimals
from swedish.table_labels import fold, subject

Link = tuple[int, int]
_HALF = Decimal("0.5")
_LIKE_NAMES = 0.25
_RARE = 3  # significant digits from which two equal figures are no chance


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


def significant_digits(value: Decimal) -> int:
    """Digits without the zeros before and after.

    >>> (significant_digits(Decimal("-151500")), significant_digits(Decimal("0.80")),
    ...  significant_digits(Decimal(0)))
    (4, 1, 0)
    """
    return len(str(abs(int(value.scaleb(decimals(value))))).strip("0"))


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


def find_matches(grids: Sequence[Grid]) -> list[Match]:
    """Every believed match; between two tables the fullest kind of it."""
    found: list[Match] = []
    summaries: list[Match] = []
    for i, a in enumerate(grids):
        for b in grids[i + 1 :]:
            columns = align_columns(a.columns, b.columns)
            if not columns:
                continue
            repeated = _match(a, b, "repeated", _same_labels(a, b), columns)
            if repeated and _is_repeated(repeated):
                found.append(_without_explained(repeated))
                continue
            parts = [m for x, y, c in ((a, b, columns), (b, a, _flip(columns))) for m in _parts(x, y, c)]
            found += parts
            summary = _match(a, b, "summary", _same_sums(a, b), columns)
            if summary and len(summary.links) >= 2:
                summaries.append(_with_groups(summary, columns))
    return found + _one_to_one(summaries)


def _is_repeated(match: Match) -> bool:
    """True where two rows or more have the same names, and at least three of five figures are the same."""
    return len(match.links) >= 2 and match.borne_out >= 2 and match.agreeing * 5 >= len(match.pairs) * 3


def _without_explained(match: Match) -> Match:
    """Without sums that differ by just what the rows do that only one of the tables has:
    they sum up other things.
    """
    own = {side: {link[side] for link in match.links} for side in (0, 1)}
    lone = [_lone_rows(grid, own[side]) for side, grid in enumerate((match.a, match.b))]
    if not all(lone):
        return match
    kept = [pair for pair in match.pairs if pair.same_size or not _is_explained(pair, match, lone)]
    return replace(match, pairs=tuple(kept))


def _lone_rows(grid: Grid, linked: set[int]) -> list[int]:
    return [index for index, line in enumerate(grid.lines) if index not in linked and not line.says_sum]


def _is_explained(pair: FactPair, match: Match, lone: Sequence[Sequence[int]]) -> bool:
    if pair.a.unit != pair.b.unit or "data" in (pair.a.row_kind, pair.b.row_kind):
        return False
    rest = []
    for grid, rows in zip((match.a, match.b), lone, strict=True):
        fact = pair.a if pair.a.table_id == grid.table.table_id else pair.b
        column = next(n for n, other in enumerate(grid.matrix.facts[_row_of(grid, fact)]) if other is fact)
        others = [grid.matrix.facts[row][column] for row in rows]
        rest.append(fact.value - sum((other.value for other in others if other), Decimal(0)))
    return rest[0] == rest[1]


def _row_of(grid: Grid, fact: Fact) -> int:
    return next(n for n, row in enumerate(grid.matrix.facts) if any(other is fact for other in row))


def align_columns(a: Sequence[Column], b: Sequence[Column]) -> list[Link]:
    """Columns with one header, or else with one measure and one year; only where there is no choice."""
    links = _by_key({i: fold(c.label) for i, c in enumerate(a)}, {i: fold(c.label) for i, c in enumerate(b)})
    used_a, used_b = {i for i, _ in links}, {j for _, j in links}
    period_a = {i: (c.measure, c.year) for i, c in enumerate(a) if c.measure and c.year}
    period_b = {j: (c.measure, c.year) for j, c in enumerate(b) if c.measure and c.year}
    more = [(i, j) for i, j in _by_key(period_a, period_b) if i not in used_a and j not in used_b]
    both = [*links, *more]
    return [(i, j) for i, j in both if a[i].is_share == b[j].is_share]


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
            if one and other and (one.value or other.value) and _comparable(one, other):
                yield FactPair(other, one) if swap else FactPair(one, other)


def _comparable(a: Fact, b: Fact) -> bool:
    return a.unit == b.unit or (a.value_sek is not None and b.value_sek is not None)


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
    extra: list[Link] = []
    groups = _groups(match.b)
    linked = {i for i, _ in match.links}
    for i, line in enumerate(match.a.lines):
        about = subject(line.label)
        rows = [rows for name, rows in groups.items() if about and subject(name) == about]
        if i not in linked and len(rows) == 1:
            tried = [(j, _match(match.a, match.b, "", [(i, j)], columns)) for j in rows[0]]
            agreeing = [j for j, m in tried if m and m.borne_out and m.agreeing == len(m.pairs)]
            extra += [(i, j) for j in agreeing[:1]]
    links = (*match.links, *extra)
    return Match(match.a, match.b, match.how, links, tuple(_pairs(match.a, match.b, links, columns)))


def _one_to_one(matches: Sequence[Match]) -> list[Match]:
    """Each table's best match, the surest first:
    at least one figure must bear it out, and the sizes must be near.
    """
    taken: set[str] = set()
    found = []
    for match in sorted(matches, key=lambda m: (-m.borne_out, -m.likeness)):
        ids = {match.a.table.table_id, match.b.table.table_id}
        if match.borne_out and match.likeness >= 0.5 and not ids & taken:
            taken |= ids
            found.append(match)
    return found


# --- a table and the rows that stand for its parts ---------------------------


def _parts(whole: Grid, part: Grid, columns: Sequence[Link]) -> Iterator[Match]:
    """Matches where a row of `whole` is the sum of `part`,
    or the rows of `whole` are the groups of `part`.
    """
    total = _match(whole, part, "part", _titled(whole, part, columns), columns)
    if total and total.borne_out and total.agreeing * 2 >= len(total.pairs):
        yield total
    groups = _groups(part)
    if len(groups) > 1:
        yield from _grouped(whole, part, groups, columns)


def _titled(whole: Grid, part: Grid, columns: Sequence[Link]) -> list[Link]:
    """The row named as the other table is titled, and that table's last total."""
    title = subject(part.table.title or "")
    rows = [i for i, line in enumerate(whole.lines) if subject(line.label) == title and not line.says_sum]
    totals = [j for j, line in enumerate(part.lines) if line.kind == "total"]
    if not title or len(rows) != 1 or not totals:
        return []
    options = [(rows[0], j) for j in totals]
    matches = [(link, _match(whole, part, "", [link], columns)) for link in options]
    return [max(matches, key=lambda each: each[1].agreeing if each[1] else -1)[0]]


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
    if len(named) < 2:
        return
    by_row: dict[str, list[Link]] = defaultdict(list)
    for i, name in named:
        for j in groups[name]:
            by_row[fold(part.lines[j].label)].append((i, j))
    tried = [_match(whole, part, "groups", links, columns) for links in by_row.values() if len(links) > 1]
    believed = [m for m in tried if m and m.agreeing >= 3 and m.agreeing * 10 >= len(m.pairs) * 7]
    if believed:
        yield max(believed, key=lambda m: (m.agreeing, m.borne_out))


def _name_groups(lines: Sequence[Line], groups: Sequence[str]) -> list[tuple[int, str]]:
    """Rows and groups that are each other's best likeness by the rarer words of their names."""
    names = [subject(line.label) for line in lines]
    others = [subject(group) for group in groups]
    spread = Counter(word for name in (*names, *others) for word in name)
    weight = {word: log((len(names) + len(others)) / count) + 0.1 for word, count in spread.items()}
    table = [[_shared(name, other, weight) for other in others] for name in names]
    found = []
    for i, row in enumerate(table):
        best = max(range(len(row)), key=row.__getitem__)
        column = [line[best] for line in table]
        alone = column.count(row[best]) == 1 == row.count(row[best])
        if row[best] >= _LIKE_NAMES and row[best] == max(column) and alone:
            found.append((i, groups[best]))
    return found


def _shared(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    union = sum(weight[word] for word in a | b)
    return sum(weight[word] for word in a & b) / union if union else 0.0
