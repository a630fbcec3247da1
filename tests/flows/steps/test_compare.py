"""What documents of the archive say of each other, whatever order they came in."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from archive.documents import Versions, keep_document, list_documents
from archive.events import read_events
from archive.index import find_kin, read_index
from archive.kinship import keys_of
from archive.layout import Archive
from archive.lock import writing
from archive.pairs import drop_pair, keep_pair, partners_of
from archive.release import publish
from archive.snapshots import same_files
from archive.things_to_rows import Arrival, extraction_to_tables
from flows.readers import one_document as reader_work
from flows.steps.compare import compare_with_archive
from flows.steps.on_threads import on_threads
from flows.steps.outcomes import Compared
from schemas.document import Extraction, Source
from schemas.errors import TookTooLong
from schemas.warnings import Code, warn
from tests.flows.stand_ins import reading_of

NOON = datetime(2024, 6, 17, 12, tzinfo=UTC)
WORDS = [
    a + b + c
    for a in "bdfgklmnprst"
    for b in ("an", "ek", "il", "os", "um")
    for c in ("da", "ra", "ta", "sen")
]


def paragraph(seed: object, length: int = 60) -> str:
    """Sixty words that follow from the seed: a form of words, or a text without figures."""
    return " ".join(random.Random(str(seed)).choices(WORDS, k=length))


def account(seed: object, figures: int = 6) -> str:
    """As many amounts as told, each between words that follow from the seed."""
    dice = random.Random(str(seed))
    return " ".join(
        f"{' '.join(dice.choices(WORDS, k=8))} {dice.randrange(10**4)},5 mnkr" for _ in range(figures)
    )


FORM = [paragraph("form", 150)]
OTHER_FORM = [paragraph("other form", 150)]
TEXTS = {
    "board": [
        *FORM,
        paragraph("matter", 150),
        account("budget"),
        paragraph("board alone", 300),
        account("board alone", 9),
    ],
    "council": [
        *FORM,
        paragraph("matter", 150),
        account("budget") + " Nytt.",
        paragraph("council alone", 300),
    ],
    "memo": [paragraph("matter", 150)],
    **{f"report {n}": [account("report", 20), paragraph(f"month {n}"), account(n, 50)] for n in range(3)},
    **{f"notice {n}": [*FORM, paragraph(f"notice {n}", 100), account(f"notice {n}")] for n in range(4)},
    **{f"call {n}": [*OTHER_FORM, f"{paragraph(f'call {n}', 30)} den {n + 3} juni 2024"] for n in range(3)},
}
KIN = [f"copy {n}" for n in range(5)]
CROWD = {
    **{name: [*FORM, account("copied", 9), account(name)] for name in KIN},
    **{f"protocol {n}": [*FORM, account(f"protocol {n}")] for n in range(21)},
}
DAYS = {"memo": date(2024, 5, 2), "board": date(2024, 6, 3), "council": date(2024, 6, 24)}
NUMBERS = {"memo": "KS 2024-00375 1.1.2.1", "board": "KS 2024-00375", "council": None}


class Here:
    """Readers that do their work in this process."""

    def __init__(self, failing: bool = False) -> None:
        self.failing = failing

    @contextmanager
    def at_work(self) -> Iterator[None]:
        yield

    def call(self, work: Callable[..., Any], *given: Any) -> Any:
        if self.failing:
            raise TookTooLong("1 s")
        return work(*given)

    def close(self) -> None:
        pass


def reading(name: str) -> Extraction:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    plain = reading_of(Source(sha256, f"{name}.pdf", f"{name}.pdf"), texts=(TEXTS | CROWD)[name])
    own = replace(plain.decisions[0], diary_number=None)
    return replace(plain, meeting_date=DAYS.get(name), diary_number=NUMBERS.get(name), decisions=(own,))


def tables_of(name: str) -> dict[str, pa.Table]:
    return extraction_to_tables(reading(name), Arrival(f"{name}.pdf", f"{name}.pdf", NOON), "1")


def arrive(
    root: Path, names: Iterable[str], *, failing: bool = False, version: str = "1", release: bool = True
) -> Compared:
    archive = Archive(root)
    with writing(archive):
        for name in names:
            arrival = Arrival(f"{name}.pdf", f"{name}.pdf", NOON)
            keep_document(archive, name.encode(), reading(name), arrival, Versions(version))
        compared = compare_with_archive(archive, NOON, Here(failing), on_threads(1))  # type: ignore[arg-type]
        publish(archive) if release else as_if_published(archive)
    return compared


def as_if_published(archive: Archive) -> None:
    for path in archive.changed.glob("*"):
        path.unlink()


def duplicates(root: Path) -> pl.DataFrame:
    return pl.read_parquet(root / "release" / "duplicates")


def held(root: Path) -> set[tuple[str, str]]:
    """The pairs that the archive says it has compared, by name."""
    names = {hashlib.sha256(name.encode()).hexdigest(): name for name in TEXTS | CROWD}
    sides = [(sha256, other) for sha256 in names for other in partners_of(Archive(root), sha256)]
    return {(names[a], names[b]) for a, b in sides if names[a] < names[b]}


def left_by_an_older_paragraf(root: Path) -> None:
    """Its index, a pair that is kin no longer, and none of what a memo was held against."""
    archive = Archive(root)
    (archive.index / "2").rename(archive.index / "1")
    sha256 = {name: hashlib.sha256(name.encode()).hexdigest() for name in TEXTS}
    with writing(archive):
        for other in partners_of(archive, sha256["memo"]):
            drop_pair(archive, sha256["memo"], other)
        rows = {"duplicates": pa.table({"duplicate_id": ["x"]})}
        keep_pair(
            archive, {sha256["call 0"]: (sha256["call 1"], rows), sha256["call 1"]: (sha256["call 0"], {})}
        )
        as_if_published(archive)


def pairs(root: Path) -> set[tuple[str, str]]:
    names = {hashlib.sha256(name.encode()).hexdigest()[:16]: name for name in TEXTS}
    sides = duplicates(root).select("document_id_a", "document_id_b").rows()
    return {(names[a], names[b]) for a, b in sides}


def test_kin_share_a_diary_number_or_much_text_and_the_earlier_is_side_a(tmp_path: Path) -> None:
    arrive(tmp_path, TEXTS)
    found = pairs(tmp_path)
    assert {("memo", "board"), ("memo", "council"), ("board", "council")} <= found
    assert len({pair for pair in found if pair[0].startswith("report")}) == 3
    assert not any(side.startswith(("notice", "call")) for pair in found for side in pair)
    rows = duplicates(tmp_path).filter(pl.col("relation") == "near")
    assert "Nytt" in str(rows["differences"].to_list())


@pytest.mark.parametrize("seed", range(4))
def test_neither_order_nor_batches_show_in_the_release(tmp_path: Path, seed: int) -> None:
    arrive(tmp_path / "at once", TEXTS)
    left = list(TEXTS)
    random.Random(seed).shuffle(left)
    while left:
        size = seed + 1
        arrive(tmp_path / "bit by bit", left[:size])
        left = left[size:]
    assert same_files(tmp_path / "at once" / "release", tmp_path / "bit by bit" / "release")


@pytest.mark.parametrize(("seed", "size"), [(0, 1), (1, 1), (0, len(CROWD))])
def test_every_pair_is_compared_once_however_the_archive_was_fed(
    tmp_path: Path, seed: int, size: int
) -> None:
    left = random.Random(seed).sample(list(CROWD), k=len(CROWD))
    compared: list[Compared] = []
    while left:
        compared.append(arrive(tmp_path, left[:size], release=False))
        left = left[size:]
    assert held(tmp_path) == {(a, b) for a in KIN for b in KIN if a < b}
    assert sum(each.pairs for each in compared) == len(held(tmp_path))


def test_an_index_of_an_older_version_is_made_anew_by_the_next_run(tmp_path: Path) -> None:
    arrive(tmp_path / "a", TEXTS)
    shutil.copytree(tmp_path / "a", tmp_path / "b", symlinks=True)
    left_by_an_older_paragraf(tmp_path / "b")
    lost = len(held(tmp_path / "a") - held(tmp_path / "b"))
    assert arrive(tmp_path / "b", []) == Compared(pairs=lost) != Compared()
    assert held(tmp_path / "b") == held(tmp_path / "a")
    assert same_files(tmp_path / "a" / "release", tmp_path / "b" / "release")
    assert [folder.name for folder in Archive(tmp_path / "b").index.iterdir()] == ["2"]
    assert arrive(tmp_path / "b", []) == Compared()


def test_a_document_read_anew_is_compared_anew_and_others_are_not(tmp_path: Path) -> None:
    arrive(tmp_path, TEXTS)
    assert arrive(tmp_path, []) == Compared()
    assert arrive(tmp_path, ["memo"], version="2") == Compared(pairs=2)


def test_without_its_index_the_archive_makes_it_anew(tmp_path: Path) -> None:
    arrive(tmp_path / "a", TEXTS)
    arrive(tmp_path / "b", list(TEXTS)[1:])
    shutil.rmtree(tmp_path / "b" / "index")
    arrive(tmp_path / "b", list(TEXTS)[:1])
    assert same_files(tmp_path / "a" / "release", tmp_path / "b" / "release")


def test_a_pair_that_cannot_be_compared_is_told_and_tried_again(tmp_path: Path) -> None:
    assert arrive(tmp_path / "a", ["memo", "board"], failing=True) == Compared(1, failed=1)
    assert [e["code"] for e in read_events(Archive(tmp_path / "a")) if e["what"] == "not_compared"] == [
        "time_limit"
    ]
    assert duplicates(tmp_path / "a").height == 0
    arrive(tmp_path / "a", ["board"], version="2")
    arrive(tmp_path / "b", ["memo", "board"])
    assert duplicates(tmp_path / "a").equals(duplicates(tmp_path / "b"))


def test_the_index_holds_what_the_documents_hold(tmp_path: Path) -> None:
    arrive(tmp_path, list(TEXTS)[:5])
    arrive(tmp_path, list(TEXTS)[5:])
    index = read_index(Archive(tmp_path))
    assert index and sorted(index.documents) == list_documents(Archive(tmp_path))
    for name in TEXTS:
        own = index.of([hashlib.sha256(name.encode()).hexdigest()])
        assert sorted(own["key"].to_pylist()) == sorted(keys_of(tables_of(name))["key"].to_pylist())
    assert find_kin(index, []) == set()


def test_a_slip_in_the_proving_leaves_the_reading_and_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def slip(_reading: Extraction) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(reader_work, "reconcile", slip)
        unproved = reader_work.prove(reader_work.prove(reading("memo")).extraction)
    told = [warning for warning in unproved.extraction.warnings if warning.code is Code.NOT_PROVED]
    assert told == [warn(Code.NOT_PROVED, error="ZeroDivisionError")]
    assert unproved.reconciliation.checks == ()
    assert reader_work.prove(unproved.extraction).extraction.warnings == reading("memo").warnings


class PowerCut(BaseException):
    pass


def test_cut_at_every_write_the_next_run_ends_in_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, then = ["board", "notice 0", "notice 1", "notice 2", "call 0"], ["memo", "notice 3", "call 1"]
    arrive(tmp_path / "first", first)
    shutil.copytree(tmp_path / "first", tmp_path / "undisturbed", symlinks=True)
    arrive(tmp_path / "undisturbed", then)
    cuts = 0
    for instant in range(0, 600, 43):
        root = tmp_path / str(instant)
        shutil.copytree(tmp_path / "first", root, symlinks=True)
        if not cut_short(partial(arrive, root, then), instant, monkeypatch):
            break
        cuts += 1
        arrive(root, then)
        assert same_files(root / "release", tmp_path / "undisturbed" / "release"), instant
        shutil.rmtree(root)
    assert cuts > 5


def cut_short(work: Callable[[], object], instant: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the run got so far that it was cut."""
    left = [instant]
    real = os.fsync

    def fsync(handle: int) -> None:
        if left[0] == 0:
            raise PowerCut
        left[0] -= 1
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        try:
            work()
        except PowerCut:
            return True
    return False
