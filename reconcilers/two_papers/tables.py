"""The tables of one paper as two readers read them:
figure against figure, whatever their labels' spelling.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from schemas.document import Extraction, Fact
from schemas.place import Place
from schemas.table import Table
from swedish.align import align, share
from swedish.table_labels import fold

# Likeness is 1 where all is the same, 0 where nothing is; of rows and columns half by name, half by figures.
_LIKE = 0.5  # of two tables or rows, for them to be one: half of their figures are the same
_LIKE_COLUMN = 0.4  # of two columns: a header broken by a narrow cell is called otherwise altogether
_TITLE = 0.01  # what equal titles add: less than one figure of a hundred, for they decide between equals only
Link = tuple[int, int]
Column = tuple[int, str, Counter[object]]  # its number, its label, its values


@dataclass(frozen=True)
class Line:
    """A row with figures, by column."""

    label: str
    facts: Mapping[int, Fact]

    @cached_property
    def values(self) -> Counter[object]:
        return Counter(fact.value for fact in self.facts.values())


@dataclass(frozen=True)
class TwinTable:
    """A table with its rows of figures, and what every cell prints."""

    table: Table
    lines: Sequence[Line]

    @cached_property
    def values(self) -> Counter[object]:
        return sum((line.values for line in self.lines), Counter())

    @cached_property
    def texts(self) -> Mapping[tuple[int, int], str]:
        return {(cell.row, cell.column): cell.text for cell in self.table.cells}

    @cached_property
    def label_places(self) -> Mapping[tuple[str, int], Place]:
        """Where the label of each row and the lowest header of each column stand."""
        return {
            (cell.role, cell.row if cell.role == "label" else cell.column): cell.place
            for cell in self.table.cells
            if cell.text and cell.role in ("label", "header")
        }

    def columns(self) -> list[Column]:
        held: dict[int, list[Fact]] = defaultdict(list)
        for line in self.lines:
            for column, fact in line.facts.items():
                held[column].append(fact)
        return [
            (n, fold(held[n][0].column_label), Counter(fact.value for fact in held[n])) for n in sorted(held)
        ]


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A figure as both readers have it; where one of them has none, `printed` is what stands in its cell."""

    a: Fact | None
    b: Fact | None
    printed: str = ""

    @property
    def differs(self) -> bool:
        return self.a is None or self.b is None or self.a.value != self.b.value


@dataclass(frozen=True, slots=True)
class LabelPair:
    """What one row, group or column is called on both sides, where it is not the same,
    and where that stands.
    """

    a: str
    b: str
    place_a: Place
    place_b: Place


@dataclass(frozen=True, slots=True)
class Compared:
    """Two shares of a table and the figures they both have;
    `b` None for what only `a` has, and the reverse.
    """

    a: Table | None
    b: Table | None
    pairs: tuple[FigurePair, ...]
    labels: tuple[LabelPair, ...] = ()


def compare_tables(a: Extraction, b: Extraction) -> Iterator[Compared]:
    """Tables that both have, in order, figure by figure;
    then what is left, row by row, and what one of them lacks.

    A table that one reader has in two pieces is paired with the larger,
    and its other rows with the rows that are left.
    """
    ours, theirs = _tables(a), _tables(b)
    left: tuple[list[_Row], list[_Row]] = ([], [])
    tables = align(ours, theirs, _like_tables)
    for i, k in tables:
        lines = align(ours[i].lines, theirs[k].lines, _like_lines)
        columns = _pair_columns(ours[i], theirs[k])
        pairs = tuple(_figures(ours[i], theirs[k], lines, columns))
        yield Compared(ours[i].table, theirs[k].table, pairs, tuple(_labels(ours[i], theirs[k], pairs)))
        yield from _other_columns(ours[i], theirs[k], columns)
        left[0].extend(_others(ours[i], {x for x, _ in lines}))
        left[1].extend(_others(theirs[k], {y for _, y in lines}))
    for side, held in enumerate((ours, theirs)):
        paired = {pair[side] for pair in tables}
        left[side].extend(
            row for n, each in enumerate(held) if n not in paired for row in _others(each, set())
        )
    yield from _compare_rows(*left)


_Row = tuple[int, Table, Line]


def _others(table: TwinTable, paired: Set[int]) -> Iterator[_Row]:
    for number, line in enumerate(table.lines):
        if number not in paired:
            yield table.table.table_index, table.table, line


def _compare_rows(a: Sequence[_Row], b: Sequence[_Row]) -> Iterator[Compared]:
    ours, theirs = sorted(a, key=_place), sorted(b, key=_place)
    paired = align(ours, theirs, lambda x, y: _like_lines(x[2], y[2]))
    for i, k in paired:
        own, other = (list(rows[n][2].facts.values()) for rows, n in ((ours, i), (theirs, k)))
        yield from _row_pairs(ours[i][1], theirs[k][1], own, other)
    yield from (_only_in_a(*held) for held in _facts_alone(ours, {i for i, _ in paired}))
    yield from (_only_in_b(*held) for held in _facts_alone(theirs, {k for _, k in paired}))


def _facts_alone(rows: Sequence[_Row], paired: Set[int]) -> Iterator[tuple[Table, list[Fact]]]:
    """The figures of the rows that are in no pair, table by table."""
    alone: dict[str, tuple[Table, list[Fact]]] = {}
    for number, (_, table, line) in enumerate(rows):
        if number not in paired:
            alone.setdefault(table.table_id, (table, []))[1].extend(line.facts.values())
    yield from alone.values()


def _only_in_a(table: Table, facts: Iterable[Fact]) -> Compared:
    return Compared(table, None, tuple(FigurePair(fact, None) for fact in facts))


def _only_in_b(table: Table, facts: Iterable[Fact]) -> Compared:
    return Compared(None, table, tuple(FigurePair(None, fact) for fact in facts))


def _row_pairs(a: Table, b: Table, own: Sequence[Fact], other: Sequence[Fact]) -> Iterator[Compared]:
    """Two readings of one row; where they have more and fewer figures the equal ones are paired, the
    others alone.
    """
    if len(own) == len(other):
        yield Compared(a, b, tuple(map(FigurePair, own, other)))
        return
    equal = align(own, other, lambda x, y: float(x.value == y.value))
    left = _without(own, {i for i, _ in equal})
    right = _without(other, {k for _, k in equal})
    if equal:
        yield Compared(a, b, tuple(FigurePair(own[i], other[k]) for i, k in equal))
    if left:
        yield _only_in_a(a, left)
    if right:
        yield _only_in_b(b, right)


def _without(facts: Sequence[Fact], paired: Set[int]) -> list[Fact]:
    return [fact for number, fact in enumerate(facts) if number not in paired]


def _tables(reading: Extraction) -> list[TwinTable]:
    rows: dict[str, dict[int, dict[int, Fact]]] = defaultdict(lambda: defaultdict(dict))
    for fact in reading.facts:
        rows[fact.table_id][fact.row][fact.column] = fact
    return [TwinTable(table, [_line(held) for _, held in sorted(rows[table.table_id].items())])
            for table in reading.tables if table.table_id in rows]  # fmt: skip


def _line(facts: Mapping[int, Fact]) -> Line:
    first = next(iter(facts.values()))
    return Line(fold(f"{first.group_label or ''} {first.row_label}"), facts)


def _like_tables(a: TwinTable, b: TwinTable) -> float:
    """By their figures; of two that print the same ones, by their titles."""
    alike = share(a.values, b.values)
    if alike < _LIKE:
        return 0.0
    return alike + _TITLE * fuzz.ratio(a.table.title or "", b.table.title or "") / 100


def _other_columns(a: TwinTable, b: TwinTable, columns: Sequence[Link]) -> Iterator[Compared]:
    """Columns of figures that one reader has and the other not."""
    left = _in_other_columns(a, {x for x, _ in columns})
    right = _in_other_columns(b, {y for _, y in columns})
    if left:
        yield _only_in_a(a.table, left)
    if right:
        yield _only_in_b(b.table, right)


def _in_other_columns(table: TwinTable, paired: Set[int]) -> list[Fact]:
    return [fact for line in table.lines for column, fact in line.facts.items() if column not in paired]


def _figures(
    a: TwinTable, b: TwinTable, lines: Sequence[Link], columns: Sequence[Link]
) -> Iterator[FigurePair]:
    for i, k in lines:
        ours, theirs = a.lines[i].facts, b.lines[k].facts
        rows = [next(iter(facts.values())).row for facts in (ours, theirs)]
        for x, y in columns:
            one, other = ours.get(x), theirs.get(y)
            if one and other:
                yield FigurePair(one, other)
            elif one:
                yield FigurePair(one, None, b.texts.get((rows[1], y), ""))
            elif other:
                yield FigurePair(None, other, a.texts.get((rows[0], x), ""))


def _pair_columns(a: TwinTable, b: TwinTable) -> list[Link]:
    ours, theirs = a.columns(), b.columns()
    pairs = align(ours, theirs, _like_columns)
    return [(ours[i][0], theirs[k][0]) for i, k in pairs]


def _labels(a: TwinTable, b: TwinTable, pairs: Sequence[FigurePair]) -> Iterator[LabelPair]:
    told: set[tuple[str, str]] = set()
    both = [(pair.a, pair.b) for pair in pairs if pair.a and pair.b]
    for name in ("row_label", "group_label", "column_label"):
        for one, other in both:
            labels = getattr(one, name) or "", getattr(other, name) or ""
            if fold(labels[0]) != fold(labels[1]) and labels not in told:
                told.add(labels)
                yield LabelPair(*labels, _label_place(a, one, name), _label_place(b, other, name))


def _label_place(table: TwinTable, fact: Fact, name: str) -> Place:
    """The lowest header of the column, the row's label; the figure itself where neither has a cell."""
    if name == "row_label":
        return table.label_places.get(("label", fact.row), fact.place)
    if name == "column_label":
        return table.label_places.get(("header", fact.column), fact.place)
    return fact.place


def _place(row: _Row) -> tuple[int, int]:
    return row[0], next(iter(row[2].facts.values())).row


def _like_columns(a: Column, b: Column) -> float:
    alike = (fuzz.ratio(a[1], b[1]) / 100 + share(a[2], b[2])) / 2
    return alike if alike >= _LIKE_COLUMN else 0.0


def _like_lines(a: Line, b: Line) -> float:
    named = 1.0 if a.label == b.label else fuzz.ratio(a.label, b.label) / 100
    alike = (named + share(a.values, b.values)) / 2
    return alike if alike >= _LIKE else 0.0
