"""Does a line stand in a table's columns? Asked of headers, of sums without a label,
and of words for figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.pages.lines import Line, Run
from schemas.place import Box
from swedish.numbers.shapes import looks_blank, looks_like_figure, looks_like_year

SAME_END, SAME_START, SAME_MIDDLE = 4.0, 3.0, 4.0  # points
EXACT = 2.0  # points: figures of one column are set flush
_RANGE = re.compile(r"^\d{1,3}\s?[-–]\s?\d{1,3}$")
_DATED = re.compile(r"^[-–]?\s?(?:19|20)\d\d(?:[-–/]\d\d){0,2}$")


def same_column(one: Box, other: Box) -> bool:
    """True where both end, begin or have their middle at the same place across the sheet."""
    ends = abs(one.x1 - other.x1) < SAME_END or abs(one.x0 - other.x0) < SAME_START
    return ends or abs(one.centre - other.centre) < SAME_MIDDLE


def stand_in_columns(runs: Sequence[Run], columns: Sequence[Box]) -> bool:
    """True where every run has a column of figures; what ends before them all is the label column's own."""
    first = min(column.x0 for column in columns)
    over = [run.box for run in runs if run.box.x1 >= first]
    return bool(over) and all(any(same_column(box, column) for column in columns) for box in over)


def stand_over(runs: Sequence[Run], left: float, first: float) -> bool:
    """True where the line reaches over figures, which begin at `first`; labels begin at `left`.

    One run from the labels' edge on, without a year, is a title of the whole table, however long it is.
    """
    from_the_edge = len(runs) == 1 and abs(runs[0].box.x0 - left) < SAME_END
    if from_the_edge and not any(is_year_or_day(word.text) for word in runs[0].words):
        return False
    return any(run.box.x1 > first for run in runs)


def is_year_or_day(text: str) -> bool:
    """True for what the columns of an annual report are called.

    >>> [is_year_or_day(text) for text in ("2031", "2031-12-31", "-2031-12-31", "2 031", "203112")]
    [True, True, True, False, False]
    """
    return bool(_DATED.match(text))


def are_dated(runs: Sequence[Run], columns: Sequence[Box]) -> bool:
    """True for years or days over two columns of figures or more:
    a header beyond doubt, also at a distance.
    """
    dates = [run.box for run in runs if is_year_or_day(run.text)]
    return len(dates) > 1 and all(any(same_column(date, column) for column in columns) for date in dates)


def says_year(runs: Sequence[Run]) -> bool:
    """True for "Byggnadsår   1962": the year is what the line says, no header."""
    return len(runs) == 2 and runs[0].text.endswith("år") and looks_like_year(runs[1].text)


def are_blank(runs: Sequence[Run], columns: Sequence[Box]) -> bool:
    """True for a label and dashes in columns of figures: a row of which every figure is left out."""
    dashes = [run.box for run in runs[1:] if looks_blank(run.text)]
    in_columns = all(any(same_column(dash, column) for column in columns) for dash in dashes)
    return 0 < len(dashes) == len(runs) - 1 and any(map(str.isalpha, runs[0].text)) and in_columns


def is_lone_sum(line: Line, columns: Sequence[Box]) -> bool:
    """True for one figure without a label that ends where a column of figures does."""
    lone = len(line.runs) == 1 and looks_like_figure(line.text)
    return lone and any(abs(column.x1 - line.box.x1) < EXACT for column in columns)


def stand_for_figures(runs: Sequence[Run], figures: Sequence[Run]) -> bool:
    """True for a label and in the place of every figure of the row above a word ("Inga") or a range
    ("5-10").
    """
    words = runs[1:]
    if not words or len(words) != len(figures):
        return False
    ranges = all(_RANGE.match(run.text) for run in words)
    flush = all(abs(a.box.x1 - b.box.x1) < EXACT for a, b in zip(words, figures, strict=True))
    under = all(same_column(a.box, b.box) for a, b in zip(words, figures, strict=True))
    return (ranges and under) or (len(words) > 1 and flush and all(run.text.isalpha() for run in words))


def style(line: Line) -> tuple[bool, bool, float]:
    """Bold, italic, size in points: titles of groups in one table are set alike."""
    return line.bold, all(word.italic for word in line.words), round(line.size, 1)
