"""What older reconcilers proved is proved anew; what cannot be stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive.documents import Versions, read_arrival, versions_of
from archive.events import read_events
from archive.layout import Archive
from archive.lock import writing
from flows.readers.answers import Reading
from flows.steps.ingest import Run
from flows.steps.reconcile import find_outdated, prove_and_keep
from schemas.document import Source
from schemas.errors import TookTooLong
from schemas.finding import Reconciliation
from tests.archive.test_release import made
from tests.flows.stand_ins import reading_of

NOON = datetime(2024, 6, 17, 12, tzinfo=UTC)


class Answers:
    """In place of the reader processes."""

    def __init__(self, answer: Callable[[str], Reading]) -> None:
        self.answer = answer

    @contextmanager
    def at_work(self) -> Iterator[None]:
        yield

    def call(self, _work: object, _root: str, sha256: str) -> Reading:
        return self.answer(sha256)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(made(tmp_path / "a", "a"), NOON, Versions("2", "2"))


def only(archive: Archive) -> str:
    [sha256] = (path.name for path in archive.documents.glob("??/*"))
    return sha256


def prove(run: Run, answer: Callable[[str], Reading]) -> bool:
    readers: Any = Answers(answer)
    with writing(run.archive):
        return prove_and_keep(only(run.archive), run, readers)


def test_a_document_is_proved_by_today_s_reconcilers_and_keeps_who_read_it(run: Run) -> None:
    sha256 = only(run.archive)
    assert find_outdated(run) == [sha256]
    arrival = read_arrival(run.archive, sha256)

    def answer(sha256: str) -> Reading:
        return Reading(reading_of(Source(sha256, "a.pdf", "a.pdf")), Reconciliation(sha256[:16]))

    assert prove(run, answer)
    assert versions_of(run.archive, sha256) == Versions("1", "2")
    assert read_arrival(run.archive, sha256) == arrival
    assert find_outdated(run) == []
    assert [event["what"] for event in read_events(run.archive)][-1:] == ["proved"]


def test_one_that_cannot_be_proved_is_left_for_the_next_run_with_the_reason_in_the_log(run: Run) -> None:
    def answer(_: str) -> Reading:
        raise TookTooLong("300 s")

    assert not prove(run, answer)
    assert versions_of(run.archive, only(run.archive)) == Versions("1")
    assert find_outdated(run) == [only(run.archive)]
    *_, event = read_events(run.archive)
    assert (event["what"], event["code"]) == ("not_proved", "time_limit")
