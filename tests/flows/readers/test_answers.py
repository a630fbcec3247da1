"""What a reader process says crosses the pipe to its parent whole."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from flows.readers.answers import Comparison, Reading, SheetsRead
from schemas.document import Source
from schemas.finding import Reconciliation
from schemas.page import Page, SheetsByOcr
from tests.flows.stand_ins import reading_of

SOURCE = Source("ab" * 32, "påhittad.pdf")


@pytest.mark.parametrize(
    "said",
    [
        Reading(reading_of(SOURCE), Reconciliation(SOURCE.document_id)),
        Comparison("ab" * 32, "cd" * 32),
        SheetsRead(3, 7, "påhittad.pdf"),
    ],
    ids=lambda said: type(said).__name__,
)
def test_it_is_equal_on_the_other_side(said: object) -> None:
    assert pickle.loads(pickle.dumps(said)) == said


def test_what_ocr_made_of_each_sheet_goes_with_it() -> None:
    """Equality does not look at it, and the archive keeps it."""
    seen = SheetsByOcr("reader 1", {2: Page(2, 595, 842, 0, ())})
    reading = Reading(replace(reading_of(SOURCE), by_ocr=seen), Reconciliation(SOURCE.document_id))
    assert pickle.loads(pickle.dumps(reading)).extraction.by_ocr == seen
