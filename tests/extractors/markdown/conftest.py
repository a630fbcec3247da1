"""A reading of Markdown text in one call."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from extractors.markdown import extract_markdown
from schemas.document import Extraction, Source

Reader = Callable[[str], Extraction]


@pytest.fixture(scope="session")
def read() -> Reader:
    def read_text(text: str) -> Extraction:
        data = text.encode()
        return extract_markdown(data, Source(hashlib.sha256(data).hexdigest(), "prov.md"))

    return read_text
