"""Printed rows found letter for letter, and rows made up.

A row is its label and all its cells, empty ones kept; white space and dashes are folded, a footnote mark
behind the label is left out. Every row of the gold's tables counts (one whose cells are all empty too) but
for group rows: some readers give those as a row, some as a label, and either is right. A row given that is no
row of the gold, or is given once more than it is printed, is made up where it has a figure to the right of
its label; blank rows, header rows and stray lines of text are held against nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.document import Extraction

Row = tuple[str, ...]

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_NOTE_MARK = re.compile(r"\s*(?:(?<![\d(–-])\d{1,2}\)|\*+)$")
_FIGURE = re.compile(r"[-+(]{0,2}\d[\d ]*(?:[.,]\d+)*\)?-?\s?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Count:
    """Rows found exactly, rows there are, and rows given with a figure that are none of them."""

    exact: int
    gold: int
    made_up: tuple[Row, ...]
    missed: tuple[Row, ...]


def fold(text: str | None) -> str:
    """The text with white space and dashes folded, soft hyphens left out.

    >>> fold("\\u2212 1\\u00a0250\\n")
    '- 1 250'
    """
    return " ".join((text or "").replace("\u00ad", "").translate(_DASHES).split())


def fold_row(cells: Sequence[str | None]) -> Row:
    """The cells folded, the first one as a label.

    >>> fold_row(["Nettokostnad 1)", None, "-19\\u00a0779"])
    ('Nettokostnad', '', '-19 779')
    """
    label, *rest = map(fold, cells)
    return (_NOTE_MARK.sub("", label.replace(" / ", " ")), *rest)


def count_rows(gold: dict[str, Any], given: Iterable[Sequence[str | None]]) -> Count:
    """How many of the gold's rows were given exactly, and what else was given."""
    wanted, free = _gold_rows(gold)
    got = Counter(fold_row(cells) for cells in given if cells)
    left = got - wanted - free
    made_up = tuple(row for row in left.elements() if has_figure(row))
    return Count((wanted & got).total(), wanted.total(), made_up, tuple((wanted - got).elements()))


def has_figure(row: Row) -> bool:
    """True where a cell right of the label is a figure; a year alone is none, headers have those.

    >>> (has_figure(("Intäkt", "", "1 590")), has_figure(("Tkr", "Bokslut 2023", "2024")),
    ...  has_figure(("Sida 3", "")))
    (True, False, False)
    """
    return any(_FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in row[1:])


def _gold_rows(gold: dict[str, Any]) -> tuple[Counter[Row], Counter[Row]]:
    """The rows asked for, and those that may be given or not: group rows, and tables that are pictures."""
    wanted: Counter[Row] = Counter()
    free: Counter[Row] = Counter()
    for table in gold["tables"]:
        figures = any(value is not None for row in table["rows"] for value in row["values"])
        for row in table["rows"]:
            asked = figures and row["kind"] != "group" and not table.get("in_image")
            (wanted if asked else free)[fold_row([row["label"], *row["cells"]])] += 1
    return wanted, free


def our_rows(extraction: Extraction) -> list[Row]:
    """The rows of every table published, but for header rows."""
    rows: list[Row] = []
    for table in extraction.tables:
        grid: dict[int, dict[int, str]] = {}
        for cell in table.cells:
            if cell.role != "header":
                grid.setdefault(cell.row, {})[cell.column] = cell.text
        rows += [
            tuple(grid[row].get(column, "") for column in range(table.n_columns)) for row in sorted(grid)
        ]
    return rows
