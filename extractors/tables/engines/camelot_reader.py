"""camelot's opinion of a region: column borders as its stream or lattice flavour sees them."""

from __future__ import annotations

import io
import logging
import warnings
from itertools import pairwise

from extractors.tables.engines import EngineFailed
from schemas.page import Page
from schemas.place import Box

FLAVOURS = ("stream", "lattice")


def find_borders(pdf: bytes, page: Page, box: Box) -> tuple[float, ...]:
    """Borders between columns across the sheet, in points, leftmost first; () where camelot sees no columns.

    Sheets that are rotated, or whose text is turned, are not asked about: camelot's boxes lie otherwise
    there. Raises EngineFailed where camelot falls over the file.
    """
    if page.rotation or page.turn:
        return ()
    try:
        return _find(pdf, page, box)
    except MemoryError:
        raise
    except Exception as error:  # camelot's readers raise whatever a font or an object leads them to
        raise EngineFailed(type(error).__name__) from error


def _find(pdf: bytes, page: Page, box: Box) -> tuple[float, ...]:
    from camelot.io import read_pdf  # 0.7 s, and only for tables that something speaks against

    edges = (box.x0 - 2, page.height - box.top + 2, box.x1 + 2, page.height - box.bottom - 2)
    area = ",".join(f"{edge:.1f}" for edge in edges)
    logging.getLogger("camelot").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "No tables found in table area" is an answer, not a warning
        for flavour in FLAVOURS:
            try:
                found = read_pdf(io.BytesIO(pdf), pages=str(page.number), flavor=flavour, table_areas=[area])
            except (ValueError, IndexError, ZeroDivisionError, NotImplementedError):
                continue  # what camelot raises on regions it can make nothing of
            tables = [table for table in found if len(table.cols) > 1]
            if tables:
                widest = max(tables, key=lambda table: len(table.cols))
                return tuple((a[1] + b[0]) / 2 for a, b in pairwise(widest.cols))
    return ()
