"""The rows of a region: from rules, or line by line."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low

from extractors.pages.lines import Run
from extractors.tables.alignment import style
from extractors.tables.figure_rows import LINES_APART, Region, Row

# of the line height: lines of cells beside each other reach so far into each other, at least
BETWEEN = 0.2


@dataclass(frozen=True, slots=True)
class GridRow:
    """The lines of one row of the table, and the words of each of its columns."""

    lines: tuple[Row, ...]
    top: float
    bottom: float


def find_rows(region: Region) -> tuple[list[GridRow], bool]:
    """Rows from top to bottom, and whether rules show them (else every line is a row of its own for now)."""
    rows = list(region.rows)
    marks = region.frame.horizontals() if region.frame else []
    bands: dict[int, list[Row]] = {}
    for row in rows:
        bands.setdefault(bisect(marks, row.line.box.middle), []).append(row)
    holding = [band for band in bands.values() if any(row.has_values for row in band)]
    crowded = [band for band in holding if _is_crowded(band)]
    ruled = len(marks) >= 3 and len(holding) - len(crowded) > sum(map(len, crowded)) / 2
    if not ruled:
        return [grid_row(lines) for lines in _interleaved(rows)], False
    found: list[GridRow] = []
    usual = median_low([len(band) for band in holding if not _is_crowded(band)])
    for number, lines in bands.items():
        band, groups = _part_groups(lines) if number == 0 else (lines, [])
        # labels in two languages stand on two lines, and once a figure beside each
        whole = not _is_crowded(band) or 1 < len(band) <= usual
        if whole and not _has_header_line(band):
            found.append(grid_row(band))
        else:
            found += [grid_row([row]) for row in band]
        found += [grid_row([row]) for row in groups]
    return found, True


def _interleaved(rows: Sequence[Row]) -> list[list[Row]]:
    """The lines by row: cells centred beside taller ones have their lines between those of the others, where
    one begins before the one above it has ended, and nothing of it stands under that.
    """
    found: list[list[Row]] = []
    for row in rows:
        above = found[-1] if found else []
        if above and _stands_between(row, above):
            above.append(row)
        else:
            found.append([row])
    return found


def _stands_between(row: Row, above: Sequence[Row]) -> bool:
    box, last = row.line.box, above[-1].line.box
    if last.bottom - box.top < BETWEEN * min(box.height, last.height):
        return False
    if row.has_values and any(held.has_values for held in above):
        return False
    beside = [run.box for held in above if held.line.box.bottom > box.top for run in held.runs]
    return not any(run.box.is_across(other) for run in row.runs for other in beside)


def _part_groups(lines: list[Row]) -> tuple[list[Row], list[Row]]:
    """The lines above the first rule, and apart from them the titles of groups under the header: lines that
    stand alone at the labels' edge, set otherwise than the header or farther below it than lines of one cell.
    """
    heads = [row for row in lines if len(row.runs) > 1]
    if not heads or any(row.has_values for row in lines):
        return lines, []
    last = lines.index(heads[-1])
    for at in range(last + 1, len(lines)):
        above, box = lines[at - 1].line, lines[at].line.box
        apart = box.top - above.box.bottom > LINES_APART * box.height
        if apart or (at == last + 1 and style(lines[at].line) != style(above)):
            return lines[:at], lines[at:]
    return lines, []


def _is_crowded(band: list[Row]) -> bool:
    """True where two lines have figures one above the other: they are two rows, whatever the rules show; but
    what stands in brackets under another figure is part of what that says.
    """
    rows = [row for row in band if row.has_values]
    rows = [row for at, row in enumerate(rows) if not at or not all(map(_is_bracketed, row.runs))]
    figures = [run.box for row in rows for run in row.figures if run is not row.runs[0]]
    return any(a.is_across(b) and b.top >= a.bottom - 2 for a in figures for b in figures)


def _is_bracketed(run: Run) -> bool:
    return run.text.startswith("(") and run.text.endswith(")")


def _has_header_line(band: list[Row]) -> bool:
    """True where a line without figures has words just over those of the line with figures."""
    figures = [run.box for row in band if row.has_values for run in row.figures[-1:]]
    others = [run.box for row in band if not row.has_values for run in row.runs[1:]]
    return any(o.is_across(f) and o.bottom <= f.top + 2 for o in others for f in figures)


def grid_row(lines: list[Row]) -> GridRow:
    """The lines as one row."""
    return GridRow(tuple(lines), min(r.line.box.top for r in lines), max(r.line.box.bottom for r in lines))


def typical_pitch(rows: list[Row]) -> float:
    """Median distance from one line to the next, in points."""
    tops = [row.line.box.middle for row in rows]
    return median([b - a for a, b in pairwise(tops)] or [12.0])


def reaches_into(last: Row, under: Row) -> bool:
    """True for a line that begins beside the figures before these have ended: the end of a label that they
    are centred beside.
    """
    box = under.line.box
    amid = box.top < last.line.box.bottom - BETWEEN * box.height
    return amid and len(under.runs) == 1 and box.x1 < min(run.box.x0 for run in last.figures)
