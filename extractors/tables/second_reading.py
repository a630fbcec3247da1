"""Tables read again along the column borders another engine sees, from the same words at the same places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from extractors.tables.drafts import Draft
from extractors.tables.engines import EngineFailed, camelot_reader, pdfplumber_reader
from extractors.tables.grid import columns_along
from extractors.tables.stitch import LogicalTable, SheetTable, read_sheet_table
from schemas.kinds import Engine
from schemas.page import Page, scale_box
from schemas.place import Box
from schemas.warnings import Code, warn

ENGINES: Mapping[Engine, Callable[[bytes, Page, Box], tuple[float, ...]]] = {
    Engine.CAMELOT: camelot_reader.find_borders,
    Engine.PDFPLUMBER: pdfplumber_reader.find_borders,
}


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
