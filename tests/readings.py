"""PDFs as they are read, each once a session, however many tests look at the reading."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from extractors.document import extract
from extractors.ocr.which_sheets import MOST_SHEETS
from schemas.document import Extraction, Source
from schemas.place import Place


@cache
def read_pdf(path: Path, most_by_ocr: int = MOST_SHEETS) -> Extraction:
    """The Extraction of a PDF; with `most_by_ocr` 0 as its text layers have it."""
    pdf = path.read_bytes()
    return extract(pdf, Source(hashlib.sha256(pdf).hexdigest(), path.name), most_by_ocr=most_by_ocr)


def sheet_of(place: Place) -> int:
    """The sheet of a place in a PDF, where every place has one."""
    assert place.page is not None
    return place.page
