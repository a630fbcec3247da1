"""Where on a sheet tables stand: lines with figures under one another, and the frames drawn around them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.pages.frames import Frame, find_frames, merged
from extractors.pages.lines import Line, Run
from extractors.tables.alignment import (
    are_blank,
    are_dated,
    is_lone_sum,
    same_column,
    stand_for_figures,
)
from extractors.tables.charts import are_bars, hold_axis
from extractors.tables.figure_rows import INDENT, SAME_EDGE, Region, Row
from extractors.tables.figures import FLUSH, end_before_words
from extractors.tables.header_lines import (
    find_groups_above,
    find_header_above,
    find_header_on_sheet,
    is_headed,
    with_years_below_words,
)
from extractors.tables.last_label import end_of_last_label
from extractors.tables.page_lists import lists_pages
from extractors.tables.titles_between import find_titles_between, part_frames
from extractors.text.attendance_tables import heads_names
from schemas.kinds import RowKind
from schemas.page import Page
from schemas.place import Box
from swedish.numbers.shapes import looks_like_figure
from swedish.table_labels import names_total, row_kind

MOST_PENDING = 4  # label lines that may stand between two lines of figures
APART = 2.2  # line heights between a row and the next of one table, a group's title perhaps before it
BACK_UP = 4.0  # line heights: what stands so far above the last row is of a table beside
FAR_APART = 4.0  # where the next begins with figures of several columns, and only the upper has a header


@dataclass
class _Block:
    frames: list[Frame]
    rows: list[Row] = field(default_factory=list)
    pending: list[Row] = field(default_factory=list)
    above: list[Row] = field(default_factory=list)  # what may be the header

    @property
    def frame(self) -> Frame | None:
        """Around all the block's frames."""
        whole: Frame | None = None
        for frame in self.frames:
            whole = merged(whole, frame)
        return whole

    @property
    def last(self) -> Row:
        return (self.pending or self.rows)[-1]

    def value_rows(self) -> list[Row]:
        return [row for row in self.rows if row.has_values]


def find_regions(
    page: Page, lines: list[Line], going_on: tuple[float, ...] = (), frames: list[Frame] | None = None
) -> list[Region]:
    """The sheet's tables from top to bottom. `lines` come without running heads and feet.

    `going_on` has the right edges of the columns of a table that ends the sheet before:
    one more row is enough.
    """
    if not any(len(line.words) > 1 and any(map(str.isdigit, line.text)) for line in lines):
        return []
    frames = [f for f in (find_frames(page) if frames is None else frames) if f.x1 - f.x0 > 60]
    rows = with_years_below_words([Row(line, at) for at, line in enumerate(lines)])
    titles = find_titles_between(rows, frames)
    for at in titles:
        frames = part_frames(frames, rows[at].line.box)
    blocks = _blocks(rows, frames, titles)
    regions: list[Region] = []
    for block in blocks:
        start = block.rows[0].at
        if lists_pages(block.value_rows(), rows[max(0, start - 3) : start + 1]):
            continue
        goes_on = bool(going_on) and _goes_on(block, rows, going_on)
        region = _region(page, block, rows, goes_on)
        if region is None:
            continue
        if regions and _goes_on_below(regions[-1], region):
            before = regions.pop()
            frame = merged(before.frame, region.frame)
            region = Region(page, (*before.rows, *region.rows), frame, before.over)
        regions.append(region)
    return regions


def _goes_on_below(upper: Region, lower: Region) -> bool:
    """True where the lower region is more of the upper's table, parted from it by a rule or a shaded group:
    nothing stands between, its columns are the same, and it has neither a header nor a title of its own.
    """
    last, first = upper.rows[-1], lower.rows[0]
    gap = first.line.box.top - last.line.box.bottom
    goes_on = first.has_values and len(first.figures) > 1 and not upper.rows[0].has_values
    reach = FAR_APART if goes_on else APART
    if first.at != last.at + 1 or gap > reach * last.line.box.height:
        return False
    values = [row for row in lower.rows if row.has_values]
    lead = lower.rows[: lower.rows.index(values[0])]
    if any(row.line.size > 1.05 * values[0].line.size for row in lead):
        return False
    if any(len(row.runs) > 1 and not _begins_noted_row(upper.rows, row) for row in lead):
        return False
    edges = [run.box.x1 for row in upper.rows if row.has_values for run in row.figures]
    left = min(row.line.box.x0 for row in upper.rows), min(row.line.box.x0 for row in lower.rows)
    ends = [run.box.x1 for row in values for run in row.figures if run is not row.runs[0]]
    return abs(left[0] - left[1]) < INDENT and all(
        any(abs(e - edge) < SAME_EDGE for edge in edges) for e in ends
    )


def _blocks(rows: list[Row], frames: list[Frame], titles: Collection[int]) -> list[_Block]:
    """The stretches that may be tables; what stands in `titles` is in none, and ends the one above it."""
    blocks: list[_Block] = []
    open_block: _Block | None = None
    for index, row in enumerate(rows):
        if index in titles:
            open_block = None
            continue
        frame = _frame_of(row, frames)
        if open_block is not None and _joins(open_block, row, frame):
            _take(open_block, row, frame)
            continue
        open_block = None
        if not row.is_contents and (row.has_values or (frame is not None and _grid_like(frame))):
            header = [r for r in rows[max(0, index - 3) : index] if len(r.runs) > 1 and not r.is_prose]
            open_block = _Block([frame] if frame else [], above=header)
            blocks.append(open_block)
            _take(open_block, row, frame)
    return blocks


def _frame_of(row: Row, frames: list[Frame]) -> Frame | None:
    box = row.line.box
    for frame in frames:
        if frame.top - 2 <= box.middle <= frame.bottom + 2 and frame.x0 - 6 <= box.centre <= frame.x1 + 6:
            stripe = frame.bottom - frame.top < 2 * box.height and all(rule.filled for rule in frame.rules)
            return None if stripe or frame.bottom - frame.top <= 8 else frame
    return None


def _grid_like(frame: Frame) -> bool:
    return len(frame.rules) >= 4 and frame.bottom - frame.top > 20


def _joins(block: _Block, row: Row, frame: Frame | None) -> bool:
    if row.is_contents:
        return False
    gap = row.line.box.top - block.last.line.box.bottom
    pitch = max(row.line.box.height, 6.0)
    if frame is not None and frame in block.frames:
        return gap > -BACK_UP * pitch
    if (gap > 2.6 * pitch and not _ends_farther_down(block, row, gap)) or gap < -pitch:
        return False
    if _goes_without_figures_beside(block, row) and (gap < pitch or len(row.runs) > 1):
        return True
    if (
        frame is not None
        and block.frames
        and not (row.has_values and (gap <= 1.6 * pitch or _fits(block, row)))
    ):
        return False
    if row.has_values:
        return _aligned(block, row) and not _begins_another(block, row)
    if _continues_note(block, row, gap) or _begins_noted_row([*block.above, *block.rows], row):
        return True
    return frame is None and len(block.pending) < MOST_PENDING and _is_label(block, row)


def _ends_farther_down(block: _Block, row: Row, gap: float) -> bool:
    """True for a sum or a net set apart from the rows above it: its label begins where their codes or names
    do, and each of its figures, two at least, ends where a column does.
    """
    lefts = [run.box.x0 for held in block.rows for run in held.runs[:2] if run not in held.figures]
    lefts += [held.line.box.x0 for held in block.rows]
    flush = any(abs(row.line.box.x0 - left) < SAME_EDGE for left in lefts) and _is_labelled(row)
    label = row.runs[0].text
    sums = names_total(label) or row_kind(label, None) is not RowKind.DATA
    is_sum = flush and sums and not block.pending
    return is_sum and gap <= FAR_APART * row.line.box.height and _fits(block, row)


def _goes_without_figures_beside(block: _Block, row: Row) -> bool:
    """True for a row of the table that does not look like one: a sum without a label, words for figures."""
    columns = [run.box for held in block.value_rows()[-3:] for run in held.figures]
    if is_lone_sum(row.line, columns) or are_blank(row.runs, columns):
        return True
    return bool(block.rows) and stand_for_figures(row.runs, block.rows[-1].figures)


def _begins_another(block: _Block, row: Row) -> bool:
    """True where a title, bold and larger than the rows,
    stands between and the columns are no longer the same.
    """
    size = block.rows[-1].line.size
    titled = any(held.line.bold and held.line.size > 1.05 * size for held in block.pending)
    edges = [run.box.x1 for held in block.value_rows() for run in held.figures]
    return titled and not all(any(abs(run.box.x1 - edge) < 2 for edge in edges) for run in row.figures)


def _continues_note(block: _Block, row: Row, gap: float) -> bool:
    """True for another line of a comment: one run just under one that is no figure, beside the figures."""
    left = min(held.line.box.x0 for held in block.rows or [block.last])
    beside = [run for run in block.last.runs if run not in block.last.figures and run.box.x1 > left + INDENT]
    words = [word for run in beside for word in run.words if not looks_like_figure(word.text)]
    under = any(abs(w.box.x0 - row.line.box.x0) < 3 and w.box.x0 > left + INDENT for w in words)
    return len(row.runs) == 1 and under and gap < 0.5 * row.line.box.height


def _begins_noted_row(held: Sequence[Row], row: Row) -> bool:
    """True for the first line of a row whose figures stand on a lower one: a label, and beside the figures
    words where rows `held` before it have a comment.
    """
    values = [other for other in held if other.has_values]
    figures = [run.box for other in values for run in other.figures if run is not other.runs[0]]
    beside = [run for other in held for run in other.runs[1:] if run not in other.figures]
    notes = [word.box.x0 for run in beside for word in run.words]
    label, *others = row.runs
    return (
        bool(figures and others)
        and abs(label.box.x0 - min(other.line.box.x0 for other in values)) < INDENT
        and label.box.x1 < min(box.x0 for box in figures)
        and all(any(abs(run.box.x0 - x0) < 3 for x0 in notes) for run in others)
        and not any(run.box.is_across(box) for run in others for box in figures)
    )


def _take(block: _Block, row: Row, frame: Frame | None) -> None:
    if (
        row.has_values
        or _goes_without_figures_beside(block, row)
        or (frame is not None and frame in block.frames)
    ):
        block.rows += [*block.pending, row]
        block.pending = []
        if frame is not None and frame not in block.frames:
            block.frames.append(frame)
    else:
        block.pending.append(row)


def _aligned(block: _Block, row: Row) -> bool:
    """True where a figure of the row stands over or under one of the block's."""
    values = block.value_rows()
    known = [run.box for held in values[-6:] for run in held.figures]
    above = [run.box for held in block.above for run in held.runs]
    if not values or any(box.is_across(run.box) for box in above for run in row.figures):
        return True
    own = [run.box for run in row.figures]
    return any(same_column(a, b) for a in own for b in known)


def _fits(block: _Block, row: Row) -> bool:
    """True where every figure of the row ends where one of the block's columns does."""
    edges = [run.box.x1 for held in block.value_rows() for run in held.figures]
    return len(row.figures) > 1 and all(
        any(abs(run.box.x1 - edge) < 4 for edge in edges) for run in row.figures
    )


def _is_label(block: _Block, row: Row) -> bool:
    """True for a line that may be a label of its own (a group) or part of one:
    it ends before the figures begin.
    """
    rows = block.value_rows()
    if not rows:
        return True
    first = min(run.box.x0 for held in rows for run in held.figures if run is not held.runs[0])
    left = min(held.line.box.x0 for held in rows)
    box = row.line.box
    return box.x0 >= left - 12 and box.x1 < first + 0.35 * max(box.width, 40) and len(row.runs) <= 2


def _goes_on(block: _Block, rows: list[Row], edges: tuple[float, ...]) -> bool:
    """True where the block begins the sheet, a group's label before it perhaps,
    in the columns of the sheet before.
    """
    first = next((row for row in block.rows if row.has_values), None)
    if first is None or not all(any(abs(f.box.x1 - edge) < 6 for edge in edges) for f in first.figures):
        return False
    lead = [*rows[: block.rows[0].at], *block.rows[: block.rows.index(first)]]
    labels = all(len(row.runs) == 1 and row.line.box.x1 < min(edges) and not row.is_prose for row in lead)
    return len(lead) <= 2 and labels


def _region(page: Page, block: _Block, rows: list[Row], goes_on: bool) -> Region | None:
    values = block.value_rows()
    if not values or any(heads_names(row.runs) for row in block.rows):
        return None
    start = block.rows[0].at
    block.rows += end_of_last_label(block.rows, block.pending)
    _cut_along_columns(block)
    values = block.value_rows()
    header = rows[:start] if goes_on else find_header_above(block.rows, block.frame is not None, rows, start)
    above = block.rows[: block.rows.index(values[0])]
    headed = is_headed(header or (above if block.frame else []), values)
    columns = [run.box for row in values for run in row.figures if run is not row.runs[0]]
    dated = any(are_dated(row.runs, columns) for row in header) and any(_is_labelled(row) for row in values)
    announced = start > 0 and rows[start - 1].line.text.endswith(":") and _is_flush(values)
    has_own = header or goes_on or any(len(row.runs) > 1 for row in above)
    over = () if has_own else tuple(find_header_on_sheet(values, rows, start))
    under = bool(over) and any(_is_labelled(row) for row in values)
    if not (goes_on or dated or announced or under or _is_table(block, values, headed)):
        return None
    if hold_axis([row.runs for row in block.rows]) or are_bars(
        page, _later_figures(values), _later_figures(rows)
    ):
        return None
    begins = block.rows[0].has_values or len(block.rows[0].runs) == 1  # else the frame holds the header
    lead = find_groups_above(block.rows, rows, start) if begins and not (header or goes_on) else []
    return Region(page, (*lead, *header, *block.rows), block.frame, over)


def _cut_along_columns(block: _Block) -> None:
    """Parts figures of the block's rows from words beside them, where two rows show that a column ends."""
    ends = sorted(run.box.x1 for row in block.value_rows() for run in row.figures if run is not row.runs[0])
    edges = tuple(a for a, b in pairwise(ends) if b - a < FLUSH)
    beside = [pair for row in block.value_rows() for run in row.runs[1:] if (pair := end_before_words(run))]
    edges += tuple(
        end for n, (end, start) in enumerate(beside)
        if any(abs(end - e) < FLUSH and abs(start - s) < FLUSH for e, s in beside[:n])
    )  # fmt: skip
    if edges:
        block.rows = [replace(row, edges=edges) if row.has_values else row for row in block.rows]


def _is_flush(values: list[Row]) -> bool:
    """True for two rows or more of a label and, far from it, a figure, the figures set flush."""
    pairs = [row.runs for row in values if len(row.runs) == 2 and _is_labelled(row)]
    ends = [figure.box.x1 for _, figure in pairs]
    far = all(
        figure.box.x0 - label.box.x1 > 3 * row.line.size
        for (label, figure), row in zip(pairs, values, strict=False)
    )
    return 1 < len(pairs) == len(values) and max(ends) - min(ends) < 1 and far


def _later_figures(rows: list[Row]) -> list[Run]:
    return [run for row in rows for run in row.figures if run is not row.runs[0]]


def _share_an_edge(boxes: list[Box]) -> bool:
    return (
        max(b.x0 for b in boxes) - min(b.x0 for b in boxes) < 3
        or max(b.x1 for b in boxes) - min(b.x1 for b in boxes) < 3
    )


def _is_labelled(row: Row) -> bool:
    """True where words stand first, or behind a code before the figures."""
    lead = row.runs[:2] if looks_like_figure(row.runs[0].text) else row.runs[:1]
    return any(any(map(str.isalpha, run.text)) for run in lead)


def _is_table(block: _Block, values: list[Row], headed: bool) -> bool:
    """Figures in columns, with something to say what they are: labels, or a header within a frame."""
    labelled = [row for row in values if _is_labelled(row)]
    if headed and len(values) >= 2 and _share_an_edge([row.runs[0].box for row in values]):
        return True  # years or age groups may be labels, where a header says what stands under it
    frame = block.frame
    framed = frame is not None and _grid_like(frame)
    if not labelled:  # bars of a chart with figures on them make a frame too, but no grid
        return (
            frame is not None
            and len(values) >= 2
            and len(frame.verticals()) >= 3
            and len(frame.horizontals()) >= 3
        )
    if framed:
        return len(block.rows) >= 2
    if len(values) < 2:
        return False
    columns = max(len(row.figures) for row in values)
    return len(labelled) >= 2 and (columns >= 2 or len(values) >= 3)
