"""Killed at any instant, the archive is sound and running again finishes the job."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.layout import Archive
from archive.lock import writing
from archive.snapshots import same_files
from schemas.errors import ArchiveBusy, ExitStatus
from tests.flows.direct_run import run_directly

FILES = {name: f"%PDF {name}" for name in "abcdefghij"} | {
    "slow": "%PDF slow",
    "bad": "x",
    "outer": "%PDF o holds %PDF i",
}


def start(archive: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", "tests.flows.direct_run", str(archive), "2", str(folder))
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


@pytest.fixture
def undisturbed(tmp_path: Path, inbox: Callable[..., Path]) -> Path:
    run_directly(tmp_path / "undisturbed", inbox(**FILES))
    return tmp_path / "undisturbed"


@pytest.mark.parametrize("seconds", [0.3, 0.55, 0.65, 0.75, 0.85, 1.0, 1.2])
def test_a_run_that_is_killed_is_finished_by_the_next(
    tmp_path: Path, inbox: Callable[..., Path], undisturbed: Path, seconds: float
) -> None:
    folder = inbox(**FILES)
    process = start(tmp_path / "killed", folder)
    time.sleep(seconds)
    process.kill()
    process.wait()
    report = run_directly(tmp_path / "killed", folder)
    assert report.exit_status is ExitStatus.SOME_FAILED  # the bad one, and no other
    assert len(report.failures) == 1
    assert same_files(tmp_path / "killed" / "release", undisturbed / "release")
    assert list((tmp_path / "killed" / "tmp").iterdir()) == []


def test_a_second_writer_is_turned_away(tmp_path: Path, inbox: Callable[..., Path]) -> None:
    with writing(Archive(tmp_path / "a")), pytest.raises(ArchiveBusy):
        run_directly(tmp_path / "a", inbox(a="%PDF a"))


def test_readers_of_a_killed_run_do_not_live_on(tmp_path: Path, inbox: Callable[..., Path]) -> None:
    process = start(tmp_path / "a", inbox(a="%PDF sleep"))
    readers = wait_for_children(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 5
    while any(is_alive(reader) for reader in readers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert readers and not any(is_alive(reader) for reader in readers)


def test_ctrl_c_ends_at_once_and_leaves_nothing_running(tmp_path: Path, inbox: Callable[..., Path]) -> None:
    process = start(tmp_path / "a", inbox(a="%PDF sleep", b="%PDF b"))
    readers = wait_for_children(process.pid)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) != 0  # the reader would sleep for 600
    assert not any(is_alive(reader) for reader in readers)
    with writing(Archive(tmp_path / "a")):
        pass


def wait_for_children(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = [int(p) for t in Path(f"/proc/{pid}/task").glob("*/children") for p in t.read_text().split()]
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"no children: {children}")


def is_alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
