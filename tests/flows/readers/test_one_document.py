"""What production reads is what tests and benchmarks read: one function, whichever process it runs in."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from archive.documents import Versions
from archive.layout import Archive
from extractors.document import extract
from flows.readers import one_document
from flows.readers.limits import Limits
from flows.readers.pool import Readers
from flows.readers.requests import Request
from flows.steps.ingest import Run
from schemas.document import Extraction, Sheet, Source
from schemas.kinds import TextSource
from tests.reconcilers.made_tables import Made, make
from tests.reconcilers.sums.test_unproved_tables import SOUND, SWAPPED

SAMPLE = Path(__file__).parents[3] / "samples" / "minustecken" / "minustecken.pdf"
PDF = SAMPLE.read_bytes()
SOURCE = Source(hashlib.sha256(PDF).hexdigest(), SAMPLE.name)


def test_the_reader_process_reads_as_the_function_does_here() -> None:
    with Readers(Limits(workers=1), one_document.read) as readers:
        there = readers.read(PDF, SOURCE)
    assert there == one_document.read(PDF, SOURCE)
    here = extract(PDF, SOURCE)
    assert (there.extraction.paragraphs, there.extraction.tables) == (here.paragraphs, here.tables)


def test_a_run_reads_with_production_s_function_unless_told_otherwise() -> None:
    run = Run(Archive(Path("a")), datetime(2024, 6, 17, tzinfo=UTC), Versions("1"))
    assert run.read is one_document.read


def test_a_request_carries_its_function_by_name_and_no_other() -> None:
    """A pickle of a function is its module and its name: the reader process imports what it is asked for."""
    sent = pickle.dumps(Request(one_document.compare, ("a", "b", "c"), {}))
    assert pickle.loads(sent).work is one_document.compare
    assert b"one_document" in sent and len(sent) < 300
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(Request(partial(lambda: None), (), {}))


def test_where_no_sum_of_a_document_comes_out_its_figures_are_held_against_the_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Asked once, for the sheets of the tables alone; a document with a sum that holds is not asked about."""
    asked: list[object] = []

    def extracted(*_: object, known: object, doubted: object = (), **__: object) -> Extraction:
        asked.append(doubted)
        reading = make(Made("Drift", "Utfall 2024 | Budget 2025", rows))
        sheet = Sheet(1, "d-p00", 595, 842, 0, None, TextSource.NATIVE, is_blank=False)
        return replace(reading, pages=(sheet,))

    monkeypatch.setattr(one_document, "extract", extracted)
    rows = SOUND
    one_document.read(b"%PDF", Source("ab" * 32, "a.pdf"))
    rows = SWAPPED
    one_document.read(b"%PDF", Source("ab" * 32, "a.pdf"))
    assert asked == [(), (), frozenset({1})]
