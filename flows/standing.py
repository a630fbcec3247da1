"""A standing service on this machine: a Prefect server, and beside it the process that runs the schedule."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from flows.readers.limits import Limits
from flows.server import home_of, local_server, set_environment

_LOG = "schedule.log"


class ScheduleStopped(Exception):
    """The process that runs the schedule ended by itself."""


def serve_drop_folder(
    inbox: Path,
    archive: Path,
    cron: str,
    limits: Limits,
    *,
    port: int,
    show_log: bool,
    say: Callable[[str], None],
) -> None:
    """Serve until SIGINT or SIGTERM; every process started here is gone when this returns.

    What Prefect has to say is in its pages and in a log; here on the terminal only with `show_log`.
    """
    home = home_of(archive)
    set_environment(home, "INFO")
    os.environ.setdefault("PREFECT_RUNNER_POLL_FREQUENCY", "5")
    wanted = {
        "inbox": str(inbox.resolve()),
        "archive": str(archive.resolve()),
        "cron": cron,
        "limits": limits.model_dump(),
    }
    with _stopped_by_signals(), local_server(home, port=port, with_ui=True) as address:
        with _schedule(wanted, None if show_log else home / _LOG) as process:
            say(address)
            while process.poll() is None:
                time.sleep(0.2)
        raise ScheduleStopped(f"Schemaläggaren avslutades med status {process.returncode}. Se {home / _LOG}.")


@contextmanager
def _schedule(wanted: dict[str, Any], log: Path | None) -> Iterator[subprocess.Popen[bytes]]:
    command = (sys.executable, "-P", "-m", "flows.deployments", json.dumps(wanted), str(os.getpid()))
    with log.open("wb") if log else nullcontext() as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield process
    finally:
        _stop_group(process)


def _stop_group(process: subprocess.Popen[bytes]) -> None:
    """First in good order, then without asking: the runs of the schedule are in its process group."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """SIGTERM as SIGINT: both end the service in good order, and neither shows a traceback."""
    ends = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(end, signal.default_int_handler) for end in ends]
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        for end, handler in zip(ends, before, strict=True):
            signal.signal(end, handler)
