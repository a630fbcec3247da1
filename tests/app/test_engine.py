"""The whole way through a real Prefect server. Slow, hence few."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl
import psutil
import pytest

from archive.snapshots import same_files
from schemas.errors import ExitStatus
from tests.app.conftest import Paragraf

pytestmark = pytest.mark.engine


def test_with_prefect_and_without_the_release_is_the_same_to_the_byte(
    paragraf: Paragraf, samples: Path, bad: Path, tmp_path: Path
) -> None:
    paths = (samples / "utdrag-budget", samples / "minustecken", bad / "empty.pdf")
    run = paragraf("ingest", *paths, "-a", tmp_path / "prefect")
    direct = paragraf("ingest", *paths, "-a", tmp_path / "direct", "--direct", "--workers", 1)
    assert run.returncode == direct.returncode == ExitStatus.SOME_FAILED
    assert run.stderr == ""
    assert run.stdout.replace("/prefect", "/direct") == direct.stdout
    assert same_files(tmp_path / "prefect" / "release", tmp_path / "direct" / "release")


def test_a_pdf_dropped_in_is_in_the_release_after_the_next_tick_and_all_stops_cleanly(
    samples: Path, bad: Path, surroundings: dict[str, str], tmp_path: Path
) -> None:
    inbox, archive = tmp_path / "in", tmp_path / "a"
    with up(archive, inbox, surroundings) as (process, address, port):
        shutil.copy2(samples / "minustecken" / "minustecken.pdf", inbox)
        wait_until(lambda: names_in(archive / "release" / "documents") == ["minustecken.pdf"])
        shutil.copy2(bad / "truncated.pdf", inbox / "later.pdf")
        age(inbox / "later.pdf")
        wait_until(lambda: names_in(archive / "release" / "quarantine") == ["later.pdf"])
        shutil.copy2(samples / "utan-linjer" / "utan-linjer.pdf", inbox / "later.pdf")
        age(inbox / "later.pdf")
        wait_until(lambda: names_in(archive / "release" / "quarantine") == [])
        states = wait_until(lambda: said_by_server(address))
        family = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert names_in(archive / "release" / "documents") == ["later.pdf", "minustecken.pdf"]
    assert sorted(path.name for path in inbox.iterdir()) == ["later.pdf", "minustecken.pdf"]
    assert {"Completed", "Incomplete"} <= states
    assert not [
        member for member in family if member.is_running() and member.status() != psutil.STATUS_ZOMBIE
    ]
    assert is_free(port)
    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert said.endswith("Avslutat.\n") and "Traceback" not in said


@contextmanager
def up(
    archive: Path, inbox: Path, surroundings: dict[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], str, int]]:
    """`paragraf up`, ticking every other second, from another folder than the repository."""
    port = free_port()
    command = [
        sys.executable,
        "-P",
        "-m",
        "app.cli",
        "up",
        "-a",
        str(archive),
        "-i",
        str(inbox),
        "--port",
        str(port),
    ]
    environment = {name: value for name, value in surroundings.items() if name != "SOURCE_DATE_EPOCH"}
    said = archive.parent / "said"
    with said.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--cron", "* * * * * */2"],
            stdout=out,
            stderr=out,
            cwd=archive.parent,
            env=environment | {"PREFECT_RUNNER_POLL_FREQUENCY": "1"},
        )
    try:
        address = wait_until(lambda: re.search(r"http://\S+", said.read_text(encoding="utf-8")))
        yield process, address[0], port
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def said_by_server(address: str) -> set[str]:
    """The names of the states that runs ended in, once there is one that went well after one that did not."""
    ended = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED", "FAILED"]}}}}
    names = {run["state"]["name"] for run in ask(f"{address}/api/flow_runs/filter", ended)}
    artifacts = ask(f"{address}/api/artifacts/filter", {"limit": 1})
    return names if {"Completed", "Incomplete"} <= names and artifacts else set()


def ask(address: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    request = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=10) as reply:
        answer: list[dict[str, Any]] = json.load(reply)
    return answer


def wait_until(condition: Any, seconds: float = 45) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError("it did not come about in time")


def names_in(table: Path) -> list[str] | None:
    """Of the release that stands now: the link may be set to the next one while its files are read."""
    release = table.parent.resolve()
    return sorted(pl.read_parquet(release / table.name)["file_name"]) if release.exists() else None


def age(path: Path) -> None:
    """As if it had been lying there for a minute."""
    os.utime(path, (time.time() - 60, time.time() - 60))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0
