"""A service that stands until it is told to end, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from flows import standing
from flows.readers.limits import Limits
from flows.standing import ScheduleStopped, serve_drop_folder

# a child that hears no SIGINT, and a parent that does
FAMILY = """
import signal, subprocess
signal.signal(signal.SIGINT, signal.SIG_IGN)
subprocess.Popen(["sleep", "60"])
signal.signal(signal.SIGINT, signal.SIG_DFL)
print(flush=True)
signal.pause()
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_both_signals_end_it_in_good_order(sent: signal.Signals) -> None:
    before = [signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)]
    ended = []
    with standing._stopped_by_signals():
        try:
            os.kill(os.getpid(), sent)
            signal.pause()
        finally:
            ended.append("in good order")
    assert ended == ["in good order"]
    assert [signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)] == before


def test_all_that_the_schedule_started_is_gone_with_it() -> None:
    process = subprocess.Popen(
        [sys.executable, "-S", "-c", FAMILY], stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()  # the child is there
    family = psutil.Process(process.pid).children()
    standing._stop_group(process)
    process.stdout.close()
    assert len(family) == 1 and process.returncode is not None
    psutil.wait_procs(family, timeout=10)
    assert not [each for each in family if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]


def test_a_schedule_that_ends_by_itself_is_told_with_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def server(home: Path, *, port: int, with_ui: bool) -> Iterator[str]:
        assert (port, with_ui) == (4200, True)
        yield "http://127.0.0.1:4200"

    @contextmanager
    def schedule(wanted: dict[str, object], log: Path | None) -> Iterator[subprocess.Popen[bytes]]:
        assert wanted["inbox"] == str(tmp_path / "in") and wanted["limits"] == Limits(workers=1).model_dump()
        assert log == tmp_path / "home" / "schedule.log"
        with subprocess.Popen([sys.executable, "-S", "-c", "raise SystemExit(7)"]) as process:
            yield process

    monkeypatch.setattr(os, "environ", os.environ.copy() | {"PREFECT_HOME": str(tmp_path / "home")})
    monkeypatch.setattr(standing, "local_server", server)
    monkeypatch.setattr(standing, "_schedule", schedule)
    said: list[str] = []
    with pytest.raises(ScheduleStopped, match=r"status 7\. Se .*schedule\.log"):
        serve_drop_folder(
            tmp_path / "in", tmp_path / "a", "* * * * *", Limits(workers=1),
            port=4200, show_log=False, say=said.append,
        )  # fmt: skip
    assert said == ["http://127.0.0.1:4200"]
