"""Which lines above a table's first row are its header, and which only stand above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.lines import Run
from extractors.tables.alignment import (
    are_dated,
    is_year_or_day,
    says_year,
    stand_in_columns,
    stand_over,
    style,
)
from extractors.tables.figure_rows import INDENT, LINES_APART, SAME_EDGE, Row
from extractors.tables.figures import EDGE
from schemas.place import Box
from swedish.joined_lines import is_broken_day, is_broken_year
from swedish.numbers.shapes import looks_like_year
from swedish.numbers.units import find_unit, read_unit
from swedish.periods import read_year
from swedish.table_labels import names_references

MOST_HEADER_LINES = 6
FEWEST_YEARS = 2
STOREY = 1.0  # line heights: the storeys of one header stand no farther apart
ACROSS_A_RULE = 1.6  # where a line is drawn between them
# of the type size: annual reports leave two empty lines between the years and the first row
DATED_REACH = 3.2


def find_header_above(block: Sequence[Row], framed: bool, rows: Sequence[Row], start: int) -> list[Row]:
    """Lines above the first line of figures that stand over its columns. `block` are the table's rows so far,
    the first of them at `start` of the sheet's `rows`; where they are `framed` the frame may hold the header.
    """
    values = [row for row in block if row.has_values]
    lead = block[: block.index(values[0])]
    columns = [run.box for row in values for run in row.figures if run is not row.runs[0]]
    if framed and any(run.box.is_across(box) for row in lead for run in row.runs[1:] for box in columns):
        # the frame holds the header, but perhaps not its upper storey
        return [row for row in rows[max(0, start - 1) : start] if _is_storey_over(row, block[0], columns)]
    first = min(box.x0 for box in columns)
    left, right = min(r.line.box.x0 for r in values), max(r.line.box.x1 for r in values)
    header: list[Row] = []
    for row in reversed(rows[max(0, start - MOST_HEADER_LINES) : start]):
        below = header[-1] if header else block[0]
        if row.has_values and row.at and ends_days(row, rows[row.at - 1]):
            header.append(row)
            continue
        if _begins_first_label(row, below, rows, columns):
            header.append(row)
            continue
        if not _over_columns(row, below, first, left, right, values) or _ends_a_paragraph(row, rows):
            break
        if any(len(held.runs) > 1 for held in header) and _is_title_above(row, header[-1], first):
            break
        if header and _is_complete(header[-1], columns) and _is_apart(row, header[-1]):
            break  # every column has its words: what stands farther up speaks of more than this table
        if header and _says_unit_alone(row, header, columns):
            break  # of the whole table: it stands over the last column because it is set flush right
        header.append(row)
    while header and not (stand_over(header[-1].runs, left, first) or _is_beside_upright(header[-1], first)):
        header.pop()
    return header[::-1]


def _begins_first_label(row: Row, below: Row, rows: Sequence[Row], columns: Sequence[Box]) -> bool:
    """True for a line that reads like running text but is the first of a label whose figures stand on the
    next: just above it at the same edge, set alike, before the figures, and under a line that heads them.
    """
    heads = rows[row.at - 1] if row.at else row
    box, under = row.line.box, below.line.box
    close = under.top - box.bottom < LINES_APART * box.height and abs(box.x0 - under.x0) < SAME_EDGE
    before = len(row.runs) == 1 and box.x1 < min(column.x0 for column in columns)
    alike = below.has_values and style(row.line) == style(below.line)
    headed = len(heads.runs) > 1 and not heads.has_values and stand_in_columns(heads.runs, columns)
    return row.is_prose and close and before and alike and headed


def _ends_a_paragraph(row: Row, rows: Sequence[Row]) -> bool:
    """True for the last words of running text: a line just above them, set alike, begins where they do and
    reads on.
    """
    if len(row.runs) > 1 or not row.at:
        return False
    above, box = rows[row.at - 1], row.line.box
    over = [run.box for run in above.runs if abs(run.box.x0 - box.x0) < SAME_EDGE]
    near = box.top - above.line.box.bottom < LINES_APART * box.height
    return bool(over) and near and above.is_prose and style(row.line) == style(above.line)


def _says_unit_alone(row: Row, header: Sequence[Row], columns: Sequence[Box]) -> bool:
    """True for "Belopp i tkr" and nothing else above a line with words over several columns; "tkr" alone may
    head the last of them, but not where each has words of its own and those are set otherwise.
    """
    if len(row.runs) > 1 or len(header[-1].runs) < 2:
        return False
    unit = read_unit(row.line.text)
    if unit is None or not unit.is_money:
        return False
    full = next((held for held in header if _is_complete(held, columns)), None)
    apart = full is not None and full is not header[-1] and style(full.line) != style(row.line)
    return apart or row.line.text.casefold().lstrip("(").startswith("belopp")


def _is_storey_over(row: Row, below: Row, columns: Sequence[Box]) -> bool:
    """True for years or measures, two at least and fewer than the columns, just above a line of a header:
    each heads several of its columns.
    """
    box, first = row.line.box, min(column.x0 for column in columns)
    periods = [run for run in row.runs if is_year_or_day(run.text) or read_year(run.text)]
    near = 0 <= below.line.box.top - box.bottom < ACROSS_A_RULE * below.line.box.height
    over = all(run.box.x1 > first - INDENT for run in row.runs)
    fewer = 2 * len(row.runs) <= len(_edges_of(columns, EDGE))
    return near and over and fewer and 1 < len(periods) == len(row.runs)


def with_years_below_words(rows: Sequence[Row]) -> list[Row]:
    """The rows, where a line of years, and a share perhaps, just below words of the header goes on with them:
    "Budget   Index   Budget" over "2031   2,4 %   2032", each under a word of its own and set as that is.
    """
    found = list(rows)
    for at, row in enumerate(rows):
        above = rows[at - 1] if at else None
        if row.has_values and _ends_years(row, rows[max(0, at - 2) : at]):
            found[at] = replace(row, is_header=True)
            continue
        if sum(looks_like_year(word.text) for word in row.line.words) < FEWEST_YEARS:
            continue
        if above is None or not row.has_values or above.has_values or len(row.figures) < len(row.runs):
            continue
        years = [run for run in row.runs if looks_like_year(run.text)]
        close = row.line.box.top - above.line.box.bottom < LINES_APART * row.line.box.height
        alike = style(above.line) == style(row.line)
        under = all(any(run.box.is_across(word.box) for word in above.runs) for run in row.runs)
        if len(years) > 1 and close and alike and under and len(above.runs) > len(row.runs):
            found[at] = replace(row, is_header=True)
    return found


def _ends_years(row: Row, above: Sequence[Row]) -> bool:
    """True where each run, two at least, ends a year that stands broken above it: "2031/" over "32"."""
    words = [word for held in above for word in held.line.words]
    return len(row.runs) > 1 and all(
        any(word.box.is_across(run.box) and is_broken_year(word.text, run.text) for word in words)
        for run in row.runs
    )


def find_header_on_sheet(values: Sequence[Row], rows: Sequence[Row], start: int) -> list[Row]:
    """The header that stands once on the sheet over several tables: the nearest line above `start` that has a
    year or a day over every column of figures, two at least, and such lines or flush words just above it.

    Nothing where what may be another header stands between, unless that has more columns than this table;
    where text stands between and the line heads rows of its own; nor where the line has a unit, of its table.
    """
    figures = [run for row in values for run in row.figures if run is not row.runs[0]]
    columns = _without_notes(figures)
    count = len(_edges_of(columns, EDGE))
    if count < 2:
        return []
    first, text_between = min(box.x0 for box in columns), False
    for at in range(start - 1, -1, -1):
        row = rows[at]
        if row.has_values:
            continue
        if row.is_prose:
            text_between = True
            continue
        if heads_all(row, columns, dated=True):
            has_rows = rows[at + 1].has_values
            if (text_between and has_rows) or any(find_unit(run.text) for run in row.runs):
                return []
            found = [row]
            while at and heads_all(rows[at - 1], columns) and not _is_apart(rows[at - 1], found[0]):
                at -= 1
                found.insert(0, rows[at])
            under = rows[found[-1].at + 1 : start][:1] if len(columns) < len(figures) else ()
            return found + [row for row in under if len(row.runs) == 1 and names_references(row.line.text)]
        if any(run.box.x1 > first for run in row.runs[1:]) and len(row.runs) <= count + 1:
            return []
    return []


def _without_notes(figures: Sequence[Run]) -> list[Box]:
    """The figures' places but for a first column of nothing but small numbers, as those of notes are: no year
    stands over these.
    """
    large = [run.box.x0 for run in figures if not (run.text.isdigit() and len(run.text) < 3)]
    return [run.box for run in figures if not large or run.box.x1 >= min(large)]


def heads_all(row: Row, columns: Sequence[Box], *, dated: bool = False) -> bool:
    """True where a year or a day stands over each column of figures and over no two, or, unless it must be
    `dated`, words that end where it does.
    """
    if row.has_values:
        return False
    edges = _edges_of(columns, EDGE)
    dates = [run.box for run in row.runs if is_year_or_day(run.text)]
    spans = [[box for box in columns if 0 <= box.x1 - edge <= EDGE] for edge in edges]
    over = [[date for date in dates if any(date.is_across(box) for box in span)] for span in spans]
    one_each = len(dates) == len(edges) and all(len(held) == 1 for held in over)
    return one_each or (not dated and _ends_with_every_column(row, columns))


def _is_beside_upright(row: Row, first: float) -> bool:
    """True for what heads the labels beside columns whose headers are set in turned letters."""
    box = row.line.box
    beside = [line.box for line in row.line.page.sideways if line.box.is_beside(box)]
    return box.x1 < first and sum(other.x1 > first - other.width for other in beside) > 1


def ends_days(line: Row, above: Row) -> bool:
    """True where each figure ends a day that stands broken just above it: "2031-12-3" over "1"."""
    figures = [run for run in line.figures if run is not line.runs[0] and not looks_like_year(run.text)]
    held = [(run, next((w for w in above.line.words if w.box.is_across(run.box)), None)) for run in figures]
    return bool(held) and all(
        upper is not None and is_broken_day(upper.text, run.text) for run, upper in held
    )


def _over_columns(row: Row, below: Row, first: float, left: float, right: float, values: list[Row]) -> bool:
    box = row.line.box
    gap = below.line.box.top - box.bottom
    # the left edge of a scan may lean, and rows may be indented under their group's title
    flush = min(abs(box.x0 - left), abs(box.x0 - below.line.box.x0)) < 4 or 0 < left - box.x0 < INDENT
    names = [v.runs[1].box.x0 for v in values if len(v.runs) > 1 and v.runs[1] not in v.figures]
    flush = flush or any(abs(box.x0 - x0) < 4 for x0 in names)  # behind a column of codes
    label = len(row.runs) < 3 and flush and box.x1 < first  # "Ansvar   1100 Kommunledning" too
    columns = [run.box for value in values for run in value.figures if run is not value.runs[0]]
    beside = [run.box for value in values for run in value.runs[1:] if run not in value.figures]
    in_columns = stand_in_columns(row.runs, columns) or (
        len(row.runs) > 2 and stand_in_columns(row.runs, [*columns, *beside])
    )
    dated = in_columns and (are_dated(row.runs, columns) or _ends_with_every_column(row, columns))
    reach = DATED_REACH if dated else 2.4 if label or in_columns else 1.3
    if gap > reach * box.height or row.line.size > 1.25 * values[0].line.size:
        return False
    if row.is_contents or row.has_values or says_year(row.runs):
        return False
    if row.is_prose and not _each_ends_a_column(row, columns):
        return False
    hangs = box.x0 < left - INDENT and not dated  # a note's number may stand in the margin before its days
    if hangs or (box.x1 > right + 30 and len(row.line.runs) < 2):
        return False
    if len(row.line.runs) >= 2:
        return label or any(run.box.x1 > first for run in row.runs)
    return label or box.x0 > left + 15 or _ends_in_columns(row, columns)


def _each_ends_a_column(row: Row, columns: Sequence[Box]) -> bool:
    """True where each run, two at least, ends where a column of its own does: words close beside each other
    that no sentence holds ("bidrag, kr  bidrag, kr").
    """
    met = [[edge for edge in _edges_of(columns) if abs(run.box.x1 - edge) < SAME_EDGE] for run in row.runs]
    return len(row.runs) > 1 and all(met) and len({edges[0] for edges in met}) == len(met)


def _ends_with_every_column(row: Row, columns: Sequence[Box]) -> bool:
    """True where each column of figures, two at least, ends where a run of its own does: as sure a header as
    years are.
    """
    edges = _edges_of(columns, EDGE)
    over = [run.box for run in row.runs if run.box.x1 > min(box.x0 for box in columns)]
    return 1 < len(edges) == len(over) and all(
        abs(box.x1 - edge) < EDGE + SAME_EDGE for box, edge in zip(over, edges, strict=True)
    )


def _edges_of(columns: Sequence[Box], apart: float = SAME_EDGE) -> list[float]:
    """Where columns of figures set flush end, each the first of places no farther apart than that."""
    edges: list[float] = []
    for edge in sorted(column.x1 for column in columns):
        if not edges or edge - edges[-1] > apart:
            edges.append(edge)
    return edges


def _ends_in_columns(row: Row, columns: list[Box]) -> bool:
    """True where words at ordinary spaces end where most of the columns do, two at least: a header set
    tightly. Years end there ("Resultaträkning 2031 2030") where they say what a column is.
    """
    words = [word.box for word in row.line.words[1:]]
    edges = _edges_of(columns)
    met = sum(any(abs(word.x1 - edge) < SAME_EDGE for word in words) for edge in edges)
    return met > 1 and 3 * met >= 2 * len(edges)


def _is_complete(row: Row, columns: Sequence[Box]) -> bool:
    """True where each column has words of its own; years, and units, may have a storey over them."""
    units = all(read_unit(run.text) for run in row.runs)
    return _ends_with_every_column(row, columns) and not units and not are_dated(row.runs, columns)


def _is_apart(row: Row, below: Row) -> bool:
    return below.line.box.top - row.line.box.bottom > STOREY * below.line.box.height


def _is_title_above(row: Row, below: Row, first: float) -> bool:
    """True where `below` stands alone at the labels' edge and is no second line of the label column's header:
    it is a title, and what stands above it is not of this table.
    """
    alone = len(below.runs) == 1 and below.line.box.x1 < first
    gap = below.line.box.top - row.line.box.bottom
    return alone and (style(below.line) != style(row.line) or gap > LINES_APART * below.line.box.height)


def find_groups_above(block: Sequence[Row], rows: Sequence[Row], start: int) -> list[Row]:
    """Titles of groups above the first row of a table without a header:
    set as another group's title in it is.
    """
    values = [row for row in block if row.has_values]
    left = min(row.runs[0].box.x0 for row in values)
    first = min(run.box.x0 for row in values for run in row.figures if run is not row.runs[0])
    styles = {style(row.line) for row in block if not row.has_values and len(row.runs) == 1}
    found: list[Row] = []
    for row in reversed(rows[max(0, start - 3) : start]):
        below, box = found[-1] if found else block[0], row.line.box
        near = below.line.box.top - box.bottom < 1.6 * box.height
        if (
            not near
            or len(row.runs) > 1
            or abs(box.x0 - left) > 4
            or box.x1 > first
            or style(row.line) not in styles
        ):
            break
        found.append(row)
    return found[::-1]


def is_headed(header: Sequence[Row], values: Sequence[Row]) -> bool:
    """True where the last header line has words over the labels and over the figures:
    an axis of a chart has none.
    """
    runs = header[-1].runs if header else ()
    words = [run.box for run in runs if any(map(str.isalpha, run.text)) or looks_like_year(run.text)]
    corner = any(b.is_across(v.runs[0].box) for b in words[:1] for v in values)
    return (
        corner
        and any(map(str.isalpha, runs[0].text))
        and len(words) >= 2
        and len(runs) >= max(len(row.figures) for row in values)
    )
