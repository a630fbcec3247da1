"""The last label of a table that goes on below its figures."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.pages.lines import Run
from extractors.tables.figure_rows import SAME_EDGE, Row
from extractors.tables.grid_rows import reaches_into
from swedish.numbers.units import read_unit


def end_of_last_label(rows: Sequence[Row], pending: Sequence[Row]) -> list[Row]:
    """The line under the last row that goes on with its label: it begins small, flush and just below, with a
    word that had no room above.
    """
    last, under = rows[-1], list(pending[:1])
    if under and last.has_values and reaches_into(last, under[0]):
        return under
    if not under or not last.has_values or not any(map(str.isalpha, _label_of(last).text)):
        return []
    line, label = under[0].line, _label_of(last)
    near = line.box.top - last.line.box.bottom < 0.5 * line.box.height
    flush = abs(line.box.x0 - label.box.x0) < SAME_EDGE and line.size == last.line.size
    ends = line.box.x1 < min((run.box.x0 for run in last.figures if run.box.x0 > label.box.x0), default=0.0)
    is_unit = label.text.endswith(",") and read_unit(line.text) is not None
    small = line.text[0].islower() or is_unit
    goes_on = small and label.text[0].isupper() and line.bold == last.line.bold
    widest = max(_label_of(row).box.x1 for row in rows if row.has_values)
    no_room = label.box.x1 + 0.25 * line.size + line.words[0].box.width > widest
    return under if near and flush and ends and goes_on and (no_room or is_unit) else []


def _label_of(row: Row) -> Run:
    """The run that names the row: the first, or the words behind a code."""
    first, *others = row.runs
    behind = others[0] if others and others[0] not in row.figures else first
    return behind if first.text.isdigit() and any(map(str.isalpha, behind.text)) else first
