"""A table cut at any row and stitched is the table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.tables.facts import cast_table
from tests.extractors.drawing import draw, tables_on

LABELS = (
    "Ekby Norrby Söderby Åkersta Kvarnsjö Lövhult Björkvik Hamnen Torget Badet Kajen Parken Vallen Ängen"
).split()
HEADER = ["Förening", "Bokslut 2023", "Budget 2024", "Plan 2025"]


@dataclass(frozen=True)
class Line:
    """A row to be drawn; a group has no figures."""

    label: str
    figures: tuple[int | None, ...] = ()

    def __str__(self) -> str:
        if not self.figures:
            return f"<{self.label}>"
        cells = "".join(f"{'' if f is None else f'{f:,}'.replace(',', ' '):>16}" for f in self.figures)
        return f" {self.label:<14}{cells}".rstrip()


HEADER_LINE = f" {HEADER[0]:<14}" + "".join(f"{label:>16}" for label in HEADER[1:])
figures = st.integers(-99_999, 999_999).filter(lambda n: not 1900 <= n < 2100)
full_rows = st.builds(Line, st.sampled_from(LABELS), st.tuples(figures, figures, figures))
rows_with_blanks = st.builds(
    Line,
    st.sampled_from(LABELS),
    st.tuples(figures, figures | st.none(), figures | st.none()),
)


def _lists(rows: st.SearchStrategy[Line], least: int, most: int) -> st.SearchStrategy[list[Line]]:
    """No label twice: a row that returns at the same height of the next sheet is a running line."""
    return st.lists(rows, min_size=least, max_size=most, unique_by=lambda line: line.label)


GROUPS = ["Idrott", "Kultur", "Friluftsliv"]


@st.composite
def grouped_rows(draw_: st.DrawFn) -> list[Line]:
    """Groups of two rows or more, so that no sheet ends with a group."""
    rows = draw_(_lists(full_rows, 4, 12))
    marks = draw_(st.sets(st.sampled_from(range(0, len(rows) - 1, 2)), max_size=len(GROUPS)))
    names = iter(GROUPS)
    return [
        line for n, row in enumerate(rows) for line in ([Line(next(names)), row] if n in marks else [row])
    ]


def _fills_every_column(lines: list[Line]) -> bool:
    return all(
        any(figure is not None for figure in column)
        for column in zip(*(line.figures for line in lines), strict=True)
    )


def _facts(*sheets: list[str]) -> list[tuple[str | None, str, str, Decimal]]:
    """The facts of all the tables found, which must be one."""
    tables = tables_on(draw("\n=====\n".join("\n".join(lines) for lines in sheets)))
    assert len(tables) == 1
    return [(f.group_label, f.row_label, f.column_label, f.value) for f in cast_table(tables[0], "t").facts]


def _expected(lines: list[Line]) -> list[tuple[str | None, str, str, Decimal]]:
    facts, group = [], None
    for line in lines:
        if not line.figures:
            group = line.label
        columns = zip(HEADER[1:], line.figures, strict=bool(line.figures))
        facts += [(group, line.label, column, Decimal(f)) for column, f in columns if f is not None]
    return facts


@settings(max_examples=60, deadline=None)
@given(_lists(full_rows | rows_with_blanks, 3, 12).filter(_fills_every_column))
def test_a_drawn_table_is_read_back(lines: list[Line]) -> None:
    assert _facts([HEADER_LINE, *map(str, lines)]) == _expected(lines)


@settings(max_examples=60, deadline=None)
@given(_lists(full_rows, 4, 12), st.data())
def test_cut_without_its_header_repeated(lines: list[Line], data: st.DataObject) -> None:
    cut = data.draw(st.integers(2, len(lines) - 1))
    first, second = [HEADER_LINE, *map(str, lines[:cut])], list(map(str, lines[cut:]))
    assert _facts(first, second) == _expected(lines)


@settings(max_examples=60, deadline=None)
@given(grouped_rows(), st.data())
def test_cut_with_its_header_repeated(lines: list[Line], data: st.DataObject) -> None:
    """The cut stands after a row with figures, as a clerk's program puts it."""
    cuts = [n for n in range(3, len(lines) - 1) if lines[n - 1].figures]
    cut = data.draw(st.sampled_from(cuts)) if cuts else len(lines)
    first, second = [HEADER_LINE, *map(str, lines[:cut])], [HEADER_LINE, *map(str, lines[cut:])]
    assert _facts(first, *([second] if cuts else [])) == _expected(lines)


@settings(max_examples=30, deadline=None)
@given(_lists(full_rows, 9, 14), st.data())
def test_cut_into_three_sheets(lines: list[Line], data: st.DataObject) -> None:
    one = data.draw(st.integers(2, len(lines) - 6))
    two = data.draw(st.integers(one + 2, len(lines) - 2))
    sheets = [[HEADER_LINE, *map(str, piece)] for piece in (lines[:one], lines[one:two], lines[two:])]
    assert _facts(*sheets) == _expected(lines)


@settings(max_examples=30, deadline=None)
@given(_lists(full_rows, 4, 9), st.data())
def test_cut_under_a_running_head(lines: list[Line], data: st.DataObject) -> None:
    cut = data.draw(st.integers(2, len(lines) - 2))
    head = ["Ekby kommun                       Nämndplan 2026", ""]
    foot = ["⋮", "Nämndplan 2026, föreningsbidrag                     {} (2)"]
    sheets = [
        [*head, HEADER_LINE, *map(str, piece), *(line.format(n) for line in foot)]
        for n, piece in enumerate((lines[:cut], lines[cut:]), start=1)
    ]
    assert _facts(*sheets) == _expected(lines)
