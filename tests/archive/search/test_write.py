"""The index follows the release: brought up to date it finds what one made anew finds."""

from __future__ import annotations

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

from archive.documents import Versions, keep_document
from archive.layout import Archive
from archive.lock import writing
from archive.release import publish
from archive.search.find import SearchIndex
from archive.search.write import build_index, index_path, is_current, prune_indexes
from archive.things_to_rows import Arrival
from schemas.document import Source
from tests.archive.search.made import found
from tests.flows.stand_ins import reading_of

NOON = datetime(2024, 6, 17, 12, 0, tzinfo=UTC)
ASKED = (
    "budgetuppföljning",
    "simhallen",
    "skolornas",
    "§ 208",
    "KS 2024/375",
    "Ann-Marie",
    "nämnden -simhall",
)


def keep(archive: Archive, name: str, *texts: str) -> None:
    """A made-up document whose paragraphs are the texts; of the same name it is read anew."""
    reading = reading_of(Source(hashlib.sha256(name.encode()).hexdigest(), name, name), texts=texts)
    keep_document(archive, name.encode(), reading, Arrival(name, name, NOON), Versions("1"))


def hits(path: Path) -> list[list[tuple[str, float]]]:
    index = SearchIndex(path)
    each = (found(index, typed).hits for typed in ASKED)
    return [sorted((hit.shown["id"], round(hit.score, 3)) for hit in hits) for hits in each]


def ids(path: Path) -> list[list[str]]:
    return [[id for id, _ in each] for each in hits(path)]


def test_brought_up_to_date_it_finds_what_one_made_anew_finds(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        keep(archive, "a.pdf", "Om simhallen.")
        keep(archive, "b.pdf", "Om skolan.")
        publish(archive)
        keep(archive, "c.pdf", "Om simhallar och skolor.")
        keep(archive, "a.pdf", "Om något annat.")
        number = publish(archive).number
        after = ids(index_path(archive, number))
        build_index(archive, number)
    assert after == ids(index_path(archive, number))
    assert SearchIndex(index_path(archive, number)).size > 6


def test_unchanged_files_are_linked_and_the_last_index_stays_as_it_was(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        keep(archive, "a.pdf", "Om simhallen.")
        first = publish(archive).number
        before = hits(index_path(archive, first))
        keep(archive, "b.pdf", "Om skolan.")
        second = publish(archive).number
    old, new = index_path(archive, first), index_path(archive, second)
    assert any(path.samefile(new / path.name) for path in old.glob("*.store"))
    assert hits(old) == before != hits(new)


def test_an_index_of_another_form_is_made_anew(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        keep(archive, "a.pdf", "Om simhallen.")
        number = publish(archive).number
        state = index_path(archive, number) / "paragraf.json"
        state.write_text('{"format": 0}')
        assert not is_current(archive, number)
        assert not publish(archive).is_new and is_current(archive, number)


def test_a_lost_index_is_made_anew(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        keep(archive, "a.pdf", "Om simhallen.")
        number = publish(archive).number
        before = ids(index_path(archive, number))
        shutil.rmtree(index_path(archive, number))
        publish(archive)
    assert ids(index_path(archive, number)) == before


def test_indexes_of_releases_that_are_gone_are_deleted(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with writing(archive):
        keep(archive, "a.pdf", "Om simhallen.")
        number = publish(archive).number
        prune_indexes(archive, [])
    assert not index_path(archive, number).exists()
