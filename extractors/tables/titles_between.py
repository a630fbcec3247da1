"""Titles that stand between two tables, one under the other: whatever the columns' places, what has a title
and a header of its own is a table of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.pages.frames import Frame
from extractors.tables.figure_rows import SAME_EDGE, Row
from schemas.page import Rule
from schemas.place import Box

LARGER = 1.05  # times the rows' type size
MOST_LINES = 3  # of the header between the title and its first row of figures
MOST_ABOVE = 4  # lines between the last row of figures and the title: a note, a label's second line
SEVERAL = 3  # figures of the last row above a title
MOST_BELOW, FEWEST_BELOW = 8, 3  # lines below it that are looked at, and rows among them
_NUMBERED = re.compile(r"(?:not|tabell|tab\.|diagram)\s*\d", re.IGNORECASE)


def find_titles_between(rows: Sequence[Row], frames: Sequence[Frame]) -> list[int]:
    """Positions of the lines that are titles of a table with a header of its own, under rows of another."""
    last: Row | None = None
    found: list[int] = []
    for at, row in enumerate(rows):
        if row.has_values:
            last = row
        elif last is not None and at - last.at <= MOST_ABOVE and _is_title(row, last, frames):
            header, first = _header_below(rows, at)
            headed = header and first is not None and _heads(header, first)
            one = first is not None and _heads_one(header, first, last)
            if headed or one or _leads_to_one_column(rows, at, last):
                found.append(at)
    return found


def _is_title(row: Row, above: Row, frames: Sequence[Frame]) -> bool:
    """True for words alone at the labels' edge, set otherwise than the rows or numbered, in no drawn cell."""
    line = row.line
    if len(row.runs) > 1 or not any(map(str.isalpha, line.text)) or row.is_contents:
        return False
    set_apart = line.size > LARGER * above.line.size or _NUMBERED.match(line.text)
    gap = line.box.top - above.line.box.bottom
    alike = line.bold and line.size > above.line.size / LARGER and gap > line.box.height
    flush = line.box.x0 < above.line.box.x0 + SAME_EDGE
    return bool(set_apart or alike) and flush and not any(_walls_at(frame, line.box) for frame in frames)


def _walls_at(frame: Frame, box: Box) -> bool:
    """True where a line or a shaded cell stands at that height, beside the box or around it."""
    level = [wall for wall in frame.walls() if wall.top < box.middle < wall.bottom]
    return frame.top < box.middle < frame.bottom and bool(level)


def _header_below(rows: Sequence[Row], at: int) -> tuple[list[Row], Row | None]:
    """The lines just under the title that have no figures, and the first that has."""
    header: list[Row] = []
    for above, row in pairwise(rows[at : at + MOST_LINES + 2]):
        if row.line.box.top - above.line.box.bottom > 2 * row.line.box.height:
            break
        if row.has_values:
            return header, row
        if len(row.runs) > 1 and not row.is_prose:
            header.append(row)
    return [], None


def _leads_to_one_column(rows: Sequence[Row], at: int, above: Row) -> bool:
    """True for a bold title set apart on both sides, between rows of several figures and rows of one: what
    stands below it is under no header of those above.
    """
    line, below = rows[at].line, rows[at + 1 : at + 1 + MOST_BELOW]
    apart = [line.box.top - above.line.box.bottom, below[0].line.box.top - line.box.bottom if below else 0.0]
    if not line.bold or above.line.bold or min(apart) < line.box.height:
        return False
    values = [row for row in below if row.has_values]
    edges = [row.figures[-1].box.x1 for row in values]
    alone = len(values) >= FEWEST_BELOW and all(len(row.runs) == 2 for row in values)  # a label and a figure
    return alone and len(above.figures) >= SEVERAL and max(edges) - min(edges) < SAME_EDGE


def _heads(header: Sequence[Row], first: Row) -> bool:
    """True where a line of the header has words over two columns of figures or more, and over nothing else
    but the labels.
    """
    columns = [run.box for run in first.figures if run is not first.runs[0]]
    beside = [run.box for run in first.runs if run not in first.figures]
    for row in header:
        over = [run for run in row.runs if any(run.box.is_across(box) for box in columns)]
        others = [run for run in row.runs if run not in over]
        labels = all(o.box.x1 < columns[0].x0 or any(o.box.is_across(b) for b in beside) for o in others)
        if len(over) > 1 and labels:
            return True
    return False


def _heads_one(header: Sequence[Row], first: Row, above: Row) -> bool:
    """True where a line of the header, in bold above rows that are not, has words over the labels and over
    the only column of figures, and the rows above the title have more columns.
    """
    columns = [run.box for run in first.figures if run is not first.runs[0]]
    if len(columns) != 1 or len(above.figures) < 2 or first.line.bold:
        return False
    return any(
        row.line.bold
        and len(row.runs) == len(first.runs)
        and abs(row.runs[0].box.x0 - first.runs[0].box.x0) < 2 * SAME_EDGE
        and row.runs[-1].box.is_across(columns[0])
        for row in header
    )


def part_frames(frames: Sequence[Frame], title: Box) -> list[Frame]:
    """The frames, those that reach over the title cut in two there."""
    found: list[Frame] = []
    for frame in frames:
        halves = [
            [rule for rule in frame.rules if (rule.box.middle < title.middle) is upper]
            for upper in (True, False)
        ]
        if all(halves) and frame.top < title.middle < frame.bottom:
            found += [_around(rules) for rules in halves]
        else:
            found.append(frame)
    return found


def _around(rules: Sequence[Rule]) -> Frame:
    boxes = [rule.box for rule in rules]
    x0, x1 = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
    return Frame(x0, min(box.top for box in boxes), x1, max(box.bottom for box in boxes), list(rules))
