"""Every sample is read once a session, however many tests look at the reading."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extractors.document import extract
from schemas.document import Extraction, Source

Reading = Callable[[Path], Extraction]


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Gives the Extraction of a PDF."""

    @cache
    def read(path: Path) -> Extraction:
        pdf = path.read_bytes()
        return extract(pdf, Source(hashlib.sha256(pdf).hexdigest(), path.name))

    return read
