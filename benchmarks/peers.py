"""Other readers of tables, each as its own documentation says to call it, told the sheets to read."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from pathlib import Path

Grid = list[list[str | None]]
TableReader = Callable[[Path, list[int]], Grid]

FLAVORS = ("lattice", "stream", "network", "hybrid")
_TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def table_readers() -> dict[str, TableReader]:
    """The peers by name; each gives the rows of all tables it finds on the sheets, counted from 1."""
    readers: dict[str, TableReader] = {f"camelot {flavor}": _camelot(flavor) for flavor in FLAVORS}
    readers["pdfplumber"] = lambda pdf, sheets: _pdfplumber(pdf, sheets, {})
    readers["pdfplumber text"] = lambda pdf, sheets: _pdfplumber(pdf, sheets, _TEXT)
    return readers


def _camelot(flavor: str) -> TableReader:
    def read(pdf: Path, sheets: list[int]) -> Grid:
        import camelot

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            logging.getLogger("camelot").setLevel(logging.CRITICAL)
            tables = camelot.read_pdf(  # type: ignore[attr-defined]
                str(pdf), pages=",".join(map(str, sheets)), flavor=flavor, suppress_stdout=True
            )
        return [row for table in tables for row in table.df.values.tolist()]

    return read


def _pdfplumber(pdf: Path, sheets: list[int], settings: dict[str, str]) -> Grid:
    import pdfplumber

    with pdfplumber.open(pdf) as opened:
        pages = [opened.pages[sheet - 1] for sheet in sheets]
        return [row for page in pages for table in page.extract_tables(settings) for row in table]


def pdfplumber_words(pdf: Path) -> int:
    """Reads the words of every sheet; gives how many there are."""
    import pdfplumber

    with pdfplumber.open(pdf) as opened:
        return sum(len(page.extract_words()) for page in opened.pages)
