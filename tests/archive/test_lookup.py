"""A document is found by what a person has at hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.lock import writing
from archive.lookup import find_documents
from archive.release import publish
from archive.things_to_rows import Arrival
from schemas.document import Source
from tests.archive.test_release import add
from tests.flows.stand_ins import reading_of


@pytest.mark.parametrize("published", [False, True])
def test_by_name_beginning_and_digits(tmp_path: Path, published: bool) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        first, second = add(archive, "Nämnden maj", "Nämnden majsol")
        if published:
            publish(archive)
    assert find_documents(archive, "Nämnden maj.pdf") == [first]
    assert find_documents(archive, "nämnden maj") == sorted([first, second])
    assert find_documents(archive, "nämnden majs") == [second]
    assert find_documents(archive, first[:12]) == [first]
    assert find_documents(archive, "maj") == []


@pytest.mark.parametrize("published", [False, True])
def test_by_the_name_with_the_file_it_lay_in(tmp_path: Path, published: bool) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        reading = reading_of(Source("ab" * 32, "b.pdf"))
        arrival = Arrival("Bilaga.pdf", "in/yttre.pdf/Bilaga.pdf", datetime(2031, 5, 4, tzinfo=UTC))
        keep_document(archive, b"%PDF", reading, arrival, Versions("1"))
        if published:
            publish(archive)
    for key in ("in/yttre.pdf/Bilaga.pdf", "in/yttre.pdf/", "Bilaga.pdf"):
        assert find_documents(archive, key) == ["ab" * 32]
    assert find_documents(archive, "yttre.pdf/Bilaga.pdf") == []
