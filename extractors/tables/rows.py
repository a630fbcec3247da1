"""Grid rows become rows of cells: words put in their columns, labels over several lines made whole."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.pages.lines import Run
from extractors.tables.figure_rows import LINES_APART, Region
from extractors.tables.figures import cut_at_edges
from extractors.tables.grid import Columns
from extractors.tables.grid_rows import GridRow, typical_pitch
from schemas.page import Page, Word
from schemas.place import Box, box_around
from swedish.numbers.shapes import looks_blank, looks_like_figure, looks_like_mark, looks_like_year

AMID = 0.2  # of the line's height
_LISTED = re.compile(r"[a-zåäö]\)")
_CODE = re.compile(r"[A-Z]{0,3}\d{1,6}[A-Z]?")
TIGHT = 1.1  # of the pitch: from a line of a label to the next
CENTRED = 4.0  # points: over all the columns of figures
OVERFLOW_GAP = 0.5  # of the type size: a label that runs on over an empty cell has ordinary spaces


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in one cell, which may cover columns beside and rows below: its words line by line."""

    column: int
    lines: tuple[tuple[Word, ...], ...]
    column_span: int = 1
    row_span: int = 1

    @property
    def text(self) -> str:
        return " ".join(word.text for line in self.lines for word in line)

    @property
    def said(self) -> str:
        """The text without what is struck out."""
        return " ".join(word.text for line in self.lines for word in line if not word.struck)

    @property
    def box(self) -> Box:
        found = box_around(word.box for line in self.lines for word in line)
        assert found is not None
        return found

    @property
    def bold(self) -> bool:
        return all(word.bold for line in self.lines for word in line if any(map(str.isalnum, word.text)))

    def below(self, other: CellText) -> CellText:
        """This cell with the other's lines under its own."""
        return replace(self, lines=(*self.lines, *other.lines))


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row of the table on one sheet; `cells` has only those that hold text, by column."""

    page: Page
    cells: dict[int, CellText]
    top: float
    bottom: float

    @property
    def label(self) -> CellText | None:
        return self.cells.get(0)

    @property
    def values(self) -> list[CellText]:
        return [cell for column, cell in sorted(self.cells.items()) if column > 0]

    @property
    def has_figures(self) -> bool:
        """True where a value cell holds a figure that is no year."""
        return any(looks_like_figure(c.text) and not looks_like_year(c.text) for c in self.values)

    @property
    def has_marks(self) -> bool:
        """True for a row of a roll call: a name and a mark under how its bearer voted."""
        return not self.has_figures and any(looks_like_mark(cell.text) for cell in self.values)

    @property
    def is_label_only(self) -> bool:
        return 0 in self.cells and len(self.cells) == 1


def cell_rows(region: Region, columns: Columns, rows: list[GridRow], ruled: bool) -> list[CellRow]:
    """The region's rows with their cells;
    where no rules show the rows, labels over several lines are joined.
    """
    first_value = next((i for i, row in enumerate(rows) if any(r.has_values for r in row.lines)), len(rows))
    found = []
    for index, row in enumerate(rows):
        cells: dict[int, CellText] = {}
        for line in row.lines:
            for cell in _cells_of_line(line.runs, columns, heading=index < first_value):
                held = cells.get(cell.column)
                cells[cell.column] = held.below(cell) if held else cell
        found.append(CellRow(region.page, cells, row.top, row.bottom))
    return found if ruled else _join_wrapped(found, columns, typical_pitch(list(region.rows)))


def _cells_of_line(runs: tuple[Run, ...], columns: Columns, heading: bool) -> list[CellText]:
    if not heading and len(runs) == 1 and (covered := _columns_covered(runs[0], columns)):
        return [CellText(covered[0], (runs[0].words,), len(covered))]
    pieces: dict[int, list[Word]] = {}
    # a group's title is alone, and is not dealt out
    heading = heading and (len(runs) > 1 or (columns.ruled and not _runs_on(runs[0], columns)))
    for run in runs:
        for column, words in _pieces(run, columns, heading):
            pieces.setdefault(column, []).extend(words)
    return [CellText(column, (tuple(words),)) for column, words in pieces.items()]


def _runs_on(run: Run, columns: Columns) -> bool:
    """True for words from the labels on that cross a border in ordinary spaces and end before the figures."""
    first = min((span.x0 for span in columns.figures), default=0.0)
    from_labels = columns.of(run.box.x0 + 1) == 0 and run.box.x1 < first
    return from_labels and not _has_wide_gap_at_border(run, columns)


def _columns_covered(run: Run, columns: Columns) -> list[int]:
    """The columns of figures, two at least, that words alone on a line stand over beside the labels, or are
    centred over.
    """
    if columns.of(run.box.x0) == 0 or any(looks_like_figure(word.text) for word in run.words):
        return []
    spans = list(columns.figures)
    centred = bool(spans) and abs(run.box.centre - (spans[0].x0 + spans[-1].x1) / 2) <= CENTRED
    if not centred:
        spans = [span for span in spans if span.x0 < run.box.x1 and run.box.x0 < span.x1]
    over = sorted({columns.of(span.centre) for span in spans})
    begins_there = centred or columns.of(run.box.x0) in over  # else a name runs on over empty cells
    return over if len(over) > 1 and begins_there else []


def _pieces(run: Run, columns: Columns, heading: bool) -> list[tuple[int, list[Word]]]:
    """The run's words by column. A figure or a label that runs over a border in ordinary spaces stays
    whole.
    """
    start = columns.of(run.box.x0 + 1)
    whole = looks_like_figure(run.text) or looks_blank(run.text)
    if whole and not columns.ruled:
        pieces = cut_at_edges(run, [span.x1 for span in columns.figures])
        return [(columns.of(_anchor(piece, columns)), list(piece.words)) for piece in pieces]
    if (
        start == 0
        and not _has_wide_gap_at_border(run, columns)
        and not (heading and _reaches_figures(run, columns))
    ):
        return [(0, list(run.words))]
    if heading and (column := _stands_over_one(run, columns)) is not None:
        return [(column, list(run.words))]
    placed: list[tuple[int, list[Word]]] = []
    for word in run.words:
        column = columns.of(word.box.centre)
        if placed and placed[-1][0] == column:
            placed[-1][1].append(word)
        else:
            placed.append((column, [word]))
    return placed


def _reaches_figures(run: Run, columns: Columns) -> bool:
    return columns.ruled or any(run.box.x1 > span.x0 for span in columns.figures)


def _stands_over_one(run: Run, columns: Columns) -> int | None:
    """The column whose figures the header's run ends, begins or is centred over;
    None where it reaches others too.
    """
    over = [span for span in columns.figures if span.x0 < run.box.x1 and run.box.x0 < span.x1]
    if columns.ruled or len(over) != 1:
        return None
    span, box = over[0], run.box
    if min(abs(span.x1 - box.x1), abs(span.x0 - box.x0), abs(span.centre - box.centre)) > 4:
        return None
    return columns.of(span.centre)


def _anchor(run: Run, columns: Columns) -> float:
    """The place that tells the run's column:
    the middle of the span of figures it overlaps most, else its own.
    """
    overlaps = [(min(s.x1, run.box.x1) - max(s.x0, run.box.x0), s.centre) for s in columns.figures]
    most, centre = max(overlaps, default=(0.0, 0.0))
    return centre if most > 0 else run.box.centre


def _has_wide_gap_at_border(run: Run, columns: Columns) -> bool:
    for before, word in zip(run.words, run.words[1:], strict=False):
        crosses = bisect(columns.borders, before.box.centre) != bisect(columns.borders, word.box.centre)
        if crosses and (
            word.box.x0 - before.box.x1 > OVERFLOW_GAP * word.size or looks_like_figure(word.text)
        ):
            return True
    return False


def _join_wrapped(rows: list[CellRow], columns: Columns, pitch: float) -> list[CellRow]:
    """Label lines joined to the row they belong to, where something shows that they do."""
    at = _column_of_names(rows)
    labelled = [row.cells[at] for row in rows if at in row.cells and len(row.cells) > 1]
    limit = max((label.box.x1 for label in labelled), default=0.0)
    if columns.ruled and columns.borders:
        limit = columns.borders[at]
    in_small = _begin_small(rows, pitch)
    joined: list[CellRow] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before is not None and _continues(before, row, limit, pitch, in_small, at):
            joined[-1] = _merge(before, row)
        else:
            joined.append(row)
    return joined


def _column_of_names(rows: Sequence[CellRow]) -> int:
    """1 where the first column has the codes of accounts or projects and the second their names, else 0."""
    held = [row for row in rows if row.has_figures and 1 in row.cells]
    coded = [row for row in held if row.label and _CODE.fullmatch(row.label.text)]
    texts = [row.cells[1].text for row in held]  # "100 kr" is a figure, and no name
    named = [text for text in texts if any(map(str.isalpha, text)) and not looks_like_figure(text)]
    return int(bool(coded) and 2 * len(coded) > len(held) and 2 * len(named) > len(held))


def _begin_small(rows: list[CellRow], pitch: float) -> bool:
    """True where most labels begin with a small letter, those left out that may go on from the line above."""
    goes_on = [False]
    goes_on += [a.is_label_only and b.bottom - a.bottom < TIGHT * pitch for a, b in pairwise(rows)]
    begun = [
        row.label.text
        for row, may_go_on in zip(rows, goes_on, strict=False)
        if row.label and row.has_figures and not may_go_on
    ]
    return 2 * sum(_begins_small(label) for label in begun) > len(begun)


def _begins_small(text: str) -> bool:
    """True for a small letter that is no letter of a list: "a) avgift"."""
    return text[0].islower() and not _LISTED.match(text)


def _merge(upper: CellRow, lower: CellRow) -> CellRow:
    cells = dict(upper.cells)
    for column, cell in lower.cells.items():
        cells[column] = cells[column].below(cell) if column in cells else cell
    return CellRow(upper.page, cells, upper.top, lower.bottom)


def _goes_on_in_notes(upper: CellRow, lower: CellRow) -> bool:
    """True where a line holds only words, just under words of the row above: a comment over two lines."""
    under = all(
        column in upper.cells and not looks_like_figure(upper.cells[column].text) for column in lower.cells
    )
    words = not any(looks_like_figure(cell.text) for cell in lower.values)
    return (
        bool(lower.cells) and under and words and lower.top - upper.bottom < 0.5 * (lower.bottom - lower.top)
    )


def _stands_amid(upper: CellRow, lower: CellRow) -> bool:
    """True for figures without a label that begin while the label's line, and a code's beside it, goes on:
    set amid its lines.
    """
    return (
        0 in upper.cells
        and not upper.has_figures
        and max(upper.cells) < min(lower.cells)
        and lower.has_figures
        and lower.top < upper.bottom - AMID * (upper.bottom - upper.top)
    )


def _has_figures_of(upper: CellRow, lower: CellRow) -> bool:
    """True for figures without a label, on the lower line of a comment that began beside the label."""
    noted = [column for column, cell in upper.cells.items() if column and column in lower.cells]
    words = [row.cells[column] for row in (upper, lower) for column in noted]
    return (
        0 in upper.cells
        and len(noted) + 1 == len(upper.cells) > 1
        and lower.has_figures
        and not any(looks_like_figure(cell.text) for cell in words)
        and lower.top - upper.bottom < LINES_APART * (lower.bottom - lower.top)
    )


def _continues(upper: CellRow, lower: CellRow, limit: float, pitch: float, in_small: bool, at: int) -> bool:
    """True where `lower` goes on with the label of `upper`, or `upper` begins the label of `lower`; labels
    stand in the column `at`.

    Where labels begin with small letters (`in_small`), such a letter tells nothing.
    """
    a, b = upper.cells.get(at), lower.cells.get(at)
    if b is None:
        return _goes_on_in_notes(upper, lower) or _stands_amid(upper, lower) or _has_figures_of(upper, lower)
    if a is None or (upper.has_figures and lower.has_figures):
        return False
    if min(len(upper.cells), len(lower.cells)) > 1 or a.bold != b.bold:
        return False
    last, first = a.lines[-1], b.lines[0]
    height = last[0].box.height
    if lower.top - (upper.bottom - height) > 1.75 * height or abs(last[0].size - first[0].size) > 0.6:
        return False
    if last[-1].text.endswith(("-", "\u00ad", ",", "/", "–")) and 1 in (len(lower.cells), len(upper.cells)):
        return True
    no_room = last[-1].box.x1 + 0.25 * last[0].size + (first[0].box.x1 - first[0].box.x0) > limit - 1
    starts_on = (_begins_small(first[0].text) and not in_small) or first[0].text[0] in "(&+/"
    tight = lower.top - (upper.bottom - height) < 0.8 * pitch
    return starts_on or (no_room and tight)
