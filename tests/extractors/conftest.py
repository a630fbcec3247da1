"""Every sample is read once a session, however many tests look at the reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from schemas.document import Extraction
from tests.readings import read_pdf

Reading = Callable[[Path], Extraction]


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Gives the Extraction of a PDF."""
    return read_pdf


@pytest.fixture(scope="session")
def layer_reading() -> Reading:
    """Gives the Extraction of a PDF as its text layers have it:
    OCR, at seconds a sheet, is tried elsewhere.
    """
    return partial(read_pdf, most_by_ocr=0)
