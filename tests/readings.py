"""PDFs as they are read, each once a session, however many tests and processes look at the reading."""

from __future__ import annotations

import fcntl
import hashlib
import pickle
from functools import cache
from pathlib import Path

from extractors.document import extract
from extractors.ocr.which_sheets import MOST_SHEETS
from schemas.document import Extraction, Source
from schemas.place import Place

SHARED: list[Path] = []  # the folder that the session's processes share, where there are several


@cache
def read_pdf(path: Path, most_by_ocr: int = MOST_SHEETS) -> Extraction:
    """The Extraction of a PDF; with `most_by_ocr` 0 as its text layers have it."""
    pdf = path.read_bytes()
    source = Source(hashlib.sha256(pdf).hexdigest(), path.name)
    if not SHARED or not most_by_ocr:
        return extract(pdf, source, most_by_ocr=most_by_ocr)
    with (SHARED[0] / f"{source.sha256}.reading").open("a+b") as kept:
        fcntl.flock(kept, fcntl.LOCK_EX)
        kept.seek(0)
        held = kept.read()
        if held:
            reading: Extraction = pickle.loads(held)
            return reading
        reading = extract(pdf, source, most_by_ocr=most_by_ocr)
        kept.write(pickle.dumps(reading))
        return reading


def sheet_of(place: Place) -> int:
    """The sheet of a place in a PDF, where every place has one."""
    assert place.page is not None
    return place.page
