"""A document is read anew where its corrections changed, and only then."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from archive.corrections import append_correction, read_ledger
from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.lock import writing
from archive.things_to_rows import Arrival
from flows.steps.stale_corrections import find_to_correct, standing_corrections
from schemas.correction import Correction
from schemas.document import Source
from tests.archive.test_release import NOON, made
from tests.flows.stand_ins import reading_of


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Two documents, both read without corrections."""
    return made(tmp_path / "a", "ab")


def write(archive: Archive, document_id: str) -> None:
    append_correction(archive, Correction(document_id, 1, "1 234", "1 243"))


def test_the_document_of_a_new_correction_is_read_anew_from_its_original(archive: Archive) -> None:
    first, _ = sorted(path.name for path in archive.documents.glob("??/*"))
    assert find_to_correct(archive, read_ledger(archive)) == {}
    write(archive, first[:16])
    ((sha256, file),) = find_to_correct(archive, read_ledger(archive)).items()
    assert sha256 == first and file.file_name in ("a.pdf", "b.pdf")
    assert file.path.read_bytes() == file.file_name.removesuffix(".pdf").encode()


def test_a_file_of_corrections_that_is_broken_has_nothing_read_anew(archive: Archive) -> None:
    """What it said before is not known: a document that was read with it keeps its reading."""
    source = Source(hashlib.sha256(b"c").hexdigest(), "c.pdf", "c.pdf")
    with writing(archive):
        keep_document(
            archive, b"c", reading_of(source), Arrival("c.pdf", "c.pdf", NOON), Versions("1", "", "x")
        )
    assert list(find_to_correct(archive, read_ledger(archive))) == [source.sha256]
    archive.corrections.write_text("what;is;this\n", encoding="utf-8")
    assert read_ledger(archive).is_broken
    assert find_to_correct(archive, read_ledger(archive)) == {}


def test_a_line_about_a_document_that_is_not_here_is_told_by_its_number(archive: Archive) -> None:
    write(archive, "0123456789abcdef")
    ledger = read_ledger(archive)
    assert find_to_correct(archive, ledger) == {}
    standing = standing_corrections(archive, ledger)
    assert standing.problems == ("rad 2: inget dokument i arkivet har id 0123456789abcdef",)
    assert not standing.states
