"""Tables read again along the column borders another engine sees, from the same words at the same places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from extractors.pages.lines import RUN_GAP, Run
from extractors.tables.drafts import Draft
from extractors.tables.engines import EngineFailed, camelot_reader, pdfplumber_reader
from extractors.tables.figures import GROUP_GAP, cut_figures
from extractors.tables.grid import columns_along
from extractors.tables.rows import CellRow, CellText
from extractors.tables.stitch import LogicalTable, SheetTable, read_sheet_table
from schemas.kinds import Engine
from schemas.page import Page, Word, scale_box
from schemas.place import Box
from schemas.warnings import Code, warn
from swedish.numbers.shapes import looks_like_figure

ENGINES: Mapping[Engine, Callable[[bytes, Page, Box], tuple[float, ...]]] = {
    Engine.CAMELOT: camelot_reader.find_borders,
    Engine.PDFPLUMBER: pdfplumber_reader.find_borders,
}


def may_be_otherwise(draft: Draft) -> bool:
    """True where borders set otherwise could give other figures: one of ours stands within a figure, or a
    cell holds two, or words as far apart as those of two cells. Else an engine need not be asked.
    """
    return any(_is_torn(row) or any(map(_holds_two, row.values)) for row in draft.table.rows)


def _is_torn(row: CellRow) -> bool:
    """True where two cells beside each other read as one figure, with no more space between than it has."""
    cells = [cell for _, cell in sorted(row.cells.items())]
    ends = [(a[-1], b[0]) for one, other in pairwise(cells) for a in one.lines for b in other.lines]
    return any(
        a.box.is_beside(b.box) and _gap(a, b) < GROUP_GAP * a.size and looks_like_figure(f"{a.text} {b.text}")
        for a, b in ends
    )


def _holds_two(cell: CellText) -> bool:
    """True where one line of the cell has words as far apart as cells, or figures that are not one."""
    return any(
        any(_gap(a, b) > RUN_GAP * a.size for a, b in pairwise(line)) or len([*cut_figures(Run(line))]) > 1
        for line in cell.lines
    )


def _gap(a: Word, b: Word) -> float:
    return b.box.x0 - a.box.x1


def read_again(pdf: bytes, draft: Draft, engine: Engine) -> Draft:
    """The draft gridded anew; it stays as it was where the engine has no opinion of it.

    Where the engine fell over it, it says so in its warnings.
    """
    try:
        return _regridded(pdf, draft, engine)
    except EngineFailed as failure:
        page = draft.table.shares[0].page
        told = warn(Code.TABLE_NOT_READ_AGAIN, page=page, engine=engine, error=failure)
        return replace(draft, warnings=(*draft.warnings, told))


def _regridded(pdf: bytes, draft: Draft, engine: Engine) -> Draft:
    shares: list[SheetTable] = []
    for share in draft.table.shares:
        # the other engines read the layer that is not there, or lies
        if share.region.page.text_source != "native":
            return draft
        scale = share.region.page.scale
        as_printed = share.region.page if scale == 1 else share.region.page.scaled(1 / scale)
        borders = ENGINES[engine](pdf, as_printed, scale_box(share.region.box, 1 / scale))
        if not borders:
            return draft
        borders = tuple(border * scale for border in borders)
        again = read_sheet_table(share.region, columns_along(share.region, borders))
        if shares:
            if again.columns.count != shares[0].columns.count:
                return draft
            again = replace(again, header=replace(again.header, rows=()))
        shares.append(again)
    return replace(draft, table=LogicalTable(tuple(shares)), engine=engine)
