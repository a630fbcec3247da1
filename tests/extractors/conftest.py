"""Every sample is read once a session, however many tests look at the reading."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extractors.document import extract
from extractors.pages.scanned import MOST_SHEETS
from schemas.document import Extraction, Source

Reading = Callable[[Path], Extraction]


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Gives the Extraction of a PDF."""
    return _reader(MOST_SHEETS)


@pytest.fixture(scope="session")
def layer_reading() -> Reading:
    """Gives the Extraction of a PDF as its text layers have it: OCR, at seconds a sheet, is tried elsewhere."""
    return _reader(0)


def _reader(most_by_ocr: int) -> Reading:
    @cache
    def read(path: Path) -> Extraction:
        pdf = path.read_bytes()
        return extract(pdf, Source(hashlib.sha256(pdf).hexdigest(), path.name), most_by_ocr=most_by_ocr)

    return read
