"""What a person corrects stays corrected:
in every later run, under another extractor, after a kill at any instant.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import polars as pl
import pytest

from archive.corrections import Ledger, append_correction, read_ledger
from archive.documents import Versions
from archive.events import read_events
from archive.layout import Archive
from archive.snapshots import same_files
from flows.readers import one_document
from flows.readers.limits import Limits
from flows.readers.requests import Read
from flows.steps.correct import CannotCorrect, Tried, try_correction, withdraw
from flows.steps.in_words import corrections_to_lines
from flows.steps.ingest import Run, arrival_time
from flows.steps.on_threads import ingest_directly, reconcile_directly
from flows.steps.outcomes import Report
from schemas.correction import AGREED, APPLIED, CONTRADICTED, NOT_FOUND, REFUSED, Correction
from schemas.kinds import CorrectionKind
from tests.flows import misreader
from tests.flows.misreader import MISREAD, MISREAD_NAME, NAME, PRINTED, stand_in

SAMPLE = Path(__file__).parents[3] / "samples" / "utdrag-budget" / "utdrag-budget.pdf"
NEW = Correction("47ae502eb3b0d3be", 9, MISREAD, PRINTED, by="Anna", why="En åtta", choice=0)


def a_run(root: Path, *, read: Read = misreader.read, version: str = "1") -> Run:
    return Run(Archive(root), arrival_time(), Versions(version), Limits(workers=1), read=read)


def ingest(root: Path, *, read: Read = misreader.read, version: str = "1") -> Report:
    return ingest_directly([SAMPLE], a_run(root, read=read, version=version))


def correct(root: Path, correction: Correction = NEW, *, write: bool = True) -> Tried:
    return try_correction(a_run(root), sha256_of(root), correction, write=write)


def sha256_of(root: Path) -> str:
    return next((root / "documents").glob("??/*")).name


def read(root: Path, table: str) -> pl.DataFrame:
    return pl.read_parquet(root / "release" / table)


def total(root: Path) -> dict[str, object]:
    facts = read(root, "facts").filter(row_label="Summa intäkter", column_label="Bokslut 2024")
    return facts.select("raw", "raw_read", "value", "status", "correction_id").to_dicts()[0]


def state(root: Path) -> str:
    [row] = read(root, "corrections").to_dicts()
    return str(row["state"])


@pytest.fixture(scope="session")
def read_wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose extractors read one figure and one name wrong. Not to be written in."""
    root = tmp_path_factory.mktemp("misread")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "1718625600")
        patched.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
        ingest(root)
    return root


@pytest.fixture
def archive(read_wrong: Path, tmp_path: Path) -> Path:
    shutil.copytree(read_wrong, tmp_path / "a", symlinks=True)
    return tmp_path / "a"


@pytest.fixture
def corrected(archive: Path) -> Path:
    assert correct(archive).release == 2
    return archive


def test_a_corrected_figure_mends_the_check_and_the_finding_goes(archive: Path) -> None:
    assert total(archive)["status"] == "conflict"
    assert read(archive, "findings").filter(pl.col("found") == MISREAD).height == 1
    tried = correct(archive)
    assert tried.after.held - tried.before.held >= 1 and tried.after.held == tried.after.checks
    assert read(archive, "findings").filter(pl.col("severity") == "error").height == 0
    after = total(archive)
    assert (after["raw"], after["raw_read"], after["value"]) == (PRINTED, MISREAD, 109586)
    assert after["status"] == "verified" and after["correction_id"] == tried.outcome.correction_id


def test_a_correction_is_published_with_what_was_read_who_and_why(corrected: Path) -> None:
    [row] = read(corrected, "corrections").to_dicts()
    assert (row["raw_read"], row["raw_now"], row["raw_corrected"], row["page"]) == (
        MISREAD,
        MISREAD,
        PRINTED,
        9,
    )
    assert (row["corrected_by"], row["reason"], row["kind"], row["state"]) == (
        "Anna",
        "En åtta",
        "cell",
        APPLIED,
    )
    cell = read(corrected, "cells").filter(correction_id=row["correction_id"]).to_dicts()[0]
    assert (cell["text"], cell["raw_read"]) == (PRINTED, MISREAD)
    assert row["target_id"] == f"{cell['table_id']}-r{cell['row']}c{cell['column']}"


def test_running_again_changes_not_one_file(corrected: Path) -> None:
    def files() -> dict[Path, object]:
        return {p: (p.stat().st_mtime_ns, p.is_dir() or p.read_bytes()) for p in corrected.rglob("*")}

    before = files()
    assert ingest(corrected).tally == {"unchanged": 1}
    reconcile_directly(a_run(corrected))
    assert files() == before


def test_the_line_and_a_new_archive_give_the_same_release(corrected: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    shutil.copy(corrected / "corrections.csv", tmp_path / "b")
    ingest(tmp_path / "b")
    assert same_files(tmp_path / "b" / "release", corrected / "release")


def test_another_extractor_that_still_misreads_does_not_win(corrected: Path) -> None:
    assert ingest(corrected, version="2").tally == {"replaced": 1}
    assert total(corrected)["raw"] == PRINTED and state(corrected) == APPLIED


def test_another_extractor_that_reads_right_says_so(corrected: Path) -> None:
    report = ingest(corrected, version="2", read=one_document.read)
    assert corrections_to_lines(report.corrections) == ["Rättelser: 1 läses nu rätt ändå."]
    after = total(corrected)
    assert (after["raw"], after["raw_read"], after["correction_id"]) == (PRINTED, None, None)
    [row] = read(corrected, "corrections").to_dicts()
    assert (row["state"], row["raw_now"], row["raw_read"]) == (AGREED, PRINTED, MISREAD)


def test_a_name_is_corrected_in_the_text_and_among_the_people(archive: Path) -> None:
    said = replace(
        NEW, page=1, read=f"Tomas {MISREAD_NAME}", printed=f"Tomas {NAME}", kind=CorrectionKind.TEXT
    )
    assert correct(archive, said).outcome.state == APPLIED
    assert f"Tomas {NAME}" in read(archive, "people")["name"].to_list()
    paragraphs = read(archive, "paragraphs").filter(pl.col("text").str.contains(NAME))
    assert MISREAD_NAME not in "".join(read(archive, "paragraphs")["text"])
    assert [len(ids) for ids in paragraphs["correction_ids"]] == [1]


def test_what_the_paper_does_not_print_is_refused_and_nothing_is_written(archive: Path) -> None:
    wrong = replace(NEW, page=10, read="111 100", printed="111 700", row="Intäkt", column="Budget 2025")
    tried = correct(archive, wrong)
    assert (tried.outcome.state, tried.release) == (REFUSED, 0)
    text = correct(archive, replace(NEW, page=7, read="68 procent", printed="86 procent"))
    assert text.outcome.state == REFUSED and "helt" in text.outcome.says
    assert not (archive / "corrections.csv").exists()
    assert correct(archive, replace(wrong, is_sure=True)).outcome.state == APPLIED


def test_trying_writes_nothing(archive: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in archive.rglob("*") if p.is_file()}
    assert correct(archive, write=False).outcome.state == APPLIED
    assert {p: p.stat().st_mtime_ns for p in archive.rglob("*") if p.is_file()} == before


def test_the_same_twice_and_one_against_another_are_refused(corrected: Path) -> None:
    with pytest.raises(CannotCorrect, match="står redan"):
        correct(corrected)
    other = correct(corrected, replace(NEW, printed="109 999", is_sure=True))
    assert other.outcome.state == CONTRADICTED and other.release == 0
    assert total(corrected)["raw"] == PRINTED


def test_a_withdrawn_correction_stands_in_the_file_and_nowhere_else(corrected: Path) -> None:
    [row] = read(corrected, "corrections").to_dicts()
    assert withdraw(a_run(corrected), row["correction_id"], "Bo", "Fel ruta") == 3
    assert total(corrected)["raw"] == MISREAD
    [row] = read(corrected, "corrections").to_dicts()
    assert row["state"] == "withdrawn" and "av Bo: Fel ruta" in row["says"]
    assert len((corrected / "corrections.csv").read_text().splitlines()) == 3
    with pytest.raises(CannotCorrect):
        withdraw(a_run(corrected), row["correction_id"], "", "")
    assert correct(corrected).release == 4 and total(corrected)["raw"] == PRINTED
    assert state(corrected) == APPLIED


def test_a_line_written_by_hand_is_applied_by_the_next_run_of_whatever_files(
    archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (archive / "corrections.csv").write_text(
        f"document,page,read,printed\n47ae502eb3b0d3be,9,{MISREAD},{PRINTED}\n47ae502eb3b0d3be,9,1 1,2 2\n"
        "47ae502eb3b0d3be,nio,1,2\nffffffffffffffff,1,a,b\n"
    )
    report = ingest_directly([tmp_path / "empty"], a_run(archive))
    assert report.tally == {"replaced": 1}
    assert total(archive)["raw"] == PRINTED
    told = corrections_to_lines(report.corrections)
    assert told[0] == "Rättelser: 1 gäller, 1 hittas inte." and "rad 4" in told[1] and "rad 5" in told[2]
    [warning] = [w for w in read(archive, "documents")["warnings"][0] if "Rättelse" in w]
    assert "”1 1” finns inte på bladet; ingenting är ändrat" in warning
    states = dict(read(archive, "corrections").select("raw_read", "state").iter_rows())
    assert states == {MISREAD: APPLIED, "1 1": NOT_FOUND}


def test_a_line_taken_out_by_hand_is_gone_after_the_next_run(corrected: Path) -> None:
    (corrected / "corrections.csv").unlink()
    reconcile_directly(a_run(corrected))
    assert total(corrected)["raw"] == MISREAD and read(corrected, "corrections").height == 0


def test_a_file_without_its_first_line_lets_no_correction_go(corrected: Path) -> None:
    lines = (corrected / "corrections.csv").read_text().splitlines(keepends=True)
    (corrected / "corrections.csv").write_text("".join(lines[1:]))
    report = ingest(corrected)
    assert report.tally == {"unchanged": 1} and "rad 1" in corrections_to_lines(report.corrections)[1]
    assert ingest(corrected, version="2").tally == {"waiting": 1}
    assert total(corrected)["raw"] == PRINTED
    with pytest.raises(CannotCorrect, match="rad 1"):
        correct(corrected, replace(NEW, page=1))
    assert (corrected / "corrections.csv").read_text() == "".join(lines[1:])


class PowerCut(BaseException):
    pass


def test_cut_at_every_write_the_line_is_whole_or_not_there_and_the_next_run_ends_it(
    tmp_path: Path, inbox: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, first, undisturbed = inbox(a="%PDF a"), tmp_path / "first", tmp_path / "undisturbed"

    def run(root: Path) -> Report:
        return ingest_directly([folder], a_run(root, read=stand_in))

    def change(root: Path) -> Tried:
        sha256 = sha256_of(root)
        new = Correction(sha256[:16], 1, "Nämnden beslutar", "Nämnden avslår", choice=0)
        return try_correction(a_run(root, read=stand_in), sha256, new, write=True)

    run(first)
    shutil.copytree(first, undisturbed, symlinks=True)
    assert change(undisturbed).release == 2
    written = read_ledger(Archive(undisturbed))
    states = set()
    for instant in range(0, 400, 19):
        root = tmp_path / str(instant)
        shutil.copytree(first, root, symlinks=True)
        if not cut_short(partial(change, root), instant, monkeypatch):
            break
        ledger = read_ledger(Archive(root))
        states.add(bool(ledger.lines))
        assert ledger in (Ledger(), written)
        run(root)
        expected = undisturbed if ledger.lines else first
        assert same_files(root / "release", expected / "release"), instant
    assert states == {True, False}


def cut_short(work: Callable[[], object], instant: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the work got so far that it was cut."""
    left, real = [instant], os.fsync

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


def test_what_is_written_is_also_in_the_log(corrected: Path) -> None:
    [event] = [event for event in read_events(Archive(corrected)) if event["what"] == "corrected"]
    assert event["correction"] == read(corrected, "corrections")["correction_id"][0]


def test_a_correction_waits_for_its_document(tmp_path: Path) -> None:
    root = tmp_path / "a"
    root.mkdir()
    append_correction(Archive(root), replace(NEW, choice=None))
    ingest(root)
    assert total(root)["raw"] == PRINTED
