"""pdfplumber's opinion of a region: column borders from its ruled or its text strategy."""

from __future__ import annotations

import io

from extractors.tables.engines import EngineFailed
from schemas.page import Page
from schemas.place import Box

STRATEGIES = ("lines", "text")


def find_borders(pdf: bytes, page: Page, box: Box) -> tuple[float, ...]:
    """Borders between columns across the sheet, in points, leftmost first;
    () where pdfplumber sees no columns.

    Raises EngineFailed where pdfplumber falls over the file.
    """
    if page.turn:
        return ()
    try:
        return _find(pdf, page, box)
    except MemoryError:
        raise
    except Exception as error:  # pdfminer raises whatever a font or an object leads it to
        raise EngineFailed(type(error).__name__) from error


def _find(pdf: bytes, page: Page, box: Box) -> tuple[float, ...]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf), pages=[page.number]) as opened:
        sheet = opened.pages[0]
        left, top, right, bottom = sheet.bbox
        area = (
            max(left, box.x0 - 2),
            max(top, box.top - 2),
            min(right, box.x1 + 2),
            min(bottom, box.bottom + 2),
        )
        cropped = sheet.crop(area)
        for strategy in STRATEGIES:
            settings = {
                "vertical_strategy": strategy,
                "horizontal_strategy": "text" if strategy == "text" else "lines",
            }
            tables = cropped.find_tables(settings)
            edges = sorted({round(cell[0], 1) for table in tables for cell in table.cells})
            if len(edges) > 1:
                return tuple(edges[1:])
    return ()
