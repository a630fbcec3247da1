"""Whether a Markdown file is a paper of an office at all: a README or a changelog has the same ending."""

from __future__ import annotations

from schemas.document import Extraction

_FEW_WORDS = 30  # in which no language can be told


def is_office_paper(reading: Extraction) -> bool:
    """True with a §; else in Swedish with a diary number, a table of figures, or a municipality or a body named.

    A text too short to tell its language by is taken as Swedish.
    """
    if reading.decisions:
        return True
    words = sum(len(paragraph.text.split()) for paragraph in reading.paragraphs)
    if reading.language != "sv" and words >= _FEW_WORDS:
        return False
    return bool(reading.diary_number or reading.facts or reading.municipality or reading.body)
