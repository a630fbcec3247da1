"""What a sample prints, before any engine has set it: cells, rows, tables, and the figures behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

NO_BREAK = "\u00a0"
NARROW = "\u202f"
THIN = "\u2009"
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed cell and the number it stands for, None where it stands for none."""

    raw: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    cells: tuple[Figure, ...]
    kind: str = "data"
    proves: bool = False  # its figures follow from those above it


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are the labels a reader should end up with;
    `head` is how they are printed ("\\n" a new line, "¦\\n" a broken word).
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: str | None
    unit_source: str | None = None
    head: tuple[str, ...] = ()
    spans: tuple[tuple[str, int, int], ...] = ()  # upper header: text, first column, last column
    repeated: bool = False

    @property
    def printed_head(self) -> tuple[str, ...]:
        return self.head or self.columns


def grouped(n: int, space: str = NO_BREAK) -> str:
    return f"{abs(n):,}".replace(",", space)


def money(n: int | None, space: str = NO_BREAK, minus: str = "-") -> Figure:
    """An amount in whole units; None is an empty cell."""
    if n is None:
        return Figure("")
    return Figure((minus if n < 0 else "") + grouped(n, space), Decimal(n))


def decimal(text: str) -> Figure:
    """A figure given as printed with a decimal comma, the sign in front if any."""
    return Figure(
        text, Decimal(text.replace(",", ".").replace(MINUS, "-").replace(NO_BREAK, "").replace(" ", ""))
    )


def nothing(raw: str) -> Figure:
    return Figure(raw)


def line(label: str, *values: int | None, kind: str = "data", minus: str = "-", space: str = NO_BREAK) -> Row:
    return Row(label, tuple(money(v, space, minus) for v in values), kind)


def group(label: str, width: int) -> Row:
    return Row(label, (Figure(""),) * width, "group")


def total(
    label: str, rows: Sequence[Row], kind: str = "total", minus: str = "-", space: str = NO_BREAK
) -> Row:
    """The sum of `rows`, column by column; a column without any figure stays empty."""
    sums = []
    for column in zip(*(row.cells for row in rows), strict=True):
        values = [cell.value for cell in column if cell.value is not None]
        sums.append(int(sum(values)) if values else None)
    return replace(line(label, *sums, kind=kind, minus=minus, space=space), proves=True)


def values_of(row: Row) -> list[int]:
    return [int(cell.value or 0) for cell in row.cells]


def plain(header: str) -> str:
    """A printed header cell as one label.

    >>> plain("Godkän¦\\nd utgift\\n2025")
    'Godkänd utgift 2025'
    """
    return header.replace("¦\n", "").replace("\n", " ")
