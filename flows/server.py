"""A Prefect server of our own on this machine: started for a command, gone with it.

`python -m flows.server PORT PARENT` is the server process. Prefect's own temporary server survives a killed
parent and prints as it closes; this one ends with its parent, keeps its database between runs and writes to a
log.
"""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOCAL = "127.0.0.1"
_PATIENCE = 120.0


class ServerDidNotStart(Exception):
    """The message names the log."""


def home_of(archive: Path) -> Path:
    """Where Prefect keeps its runs for an archive:
    outside it, for an archive holds documents and nothing else.
    """
    given = os.environ.get("PREFECT_HOME")
    if given:
        return Path(given)
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return state / "paragraf" / hashlib.sha256(str(archive.resolve()).encode()).hexdigest()[:12]


def set_environment(home: Path, level: str) -> None:
    """Tell Prefect, before it is imported, where to live, to send nothing home and to keep quiet."""
    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        PREFECT_HOME=str(home),
        PREFECT_SERVER_ANALYTICS_ENABLED="false",
        PREFECT_SERVER_ALLOW_EPHEMERAL_MODE="false",
        PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT="false",
        DO_NOT_TRACK="1",
        PREFECT_LOGGING_LEVEL=level,
        PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW="ignore",
        NO_PROXY=",".join(filter(None, (os.environ.get("NO_PROXY"), _LOCAL, "localhost"))),
    )
    os.environ["no_proxy"] = os.environ["NO_PROXY"]


@contextmanager
def local_server(home: Path, *, port: int | None = None, with_ui: bool = False) -> Iterator[str]:
    """The address of a running server; `PREFECT_API_URL` points to it meanwhile.

    One that the user has named in the environment is used instead, and left as it was.
    """
    if os.environ.get("PREFECT_API_URL"):
        yield os.environ["PREFECT_API_URL"].removesuffix("/api")
        return
    address = f"http://{_LOCAL}:{port or _free_port()}"
    process = _start(home, address, with_ui=with_ui)
    try:
        _wait_until_up(process, address, home)
        os.environ["PREFECT_API_URL"] = f"{address}/api"
        yield address
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        _stop(process)


def _start(home: Path, address: str, *, with_ui: bool) -> subprocess.Popen[bytes]:
    mode = (
        {"PREFECT_UI_ENABLED": "1"}
        if with_ui
        else {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_UI_ENABLED": "0"}
    )
    extra = {
        "PREFECT_SERVER_API_HOST": _LOCAL,
        "PREFECT_UI_API_URL": f"{address}/api",
        "PREFECT_SERVER_UI_STATIC_DIRECTORY": str(home / "ui"),
        "PREFECT_LOGGING_LEVEL": "WARNING",
    }
    with (home / "server.log").open("wb") as log:
        return subprocess.Popen(
            (sys.executable, "-P", "-m", "flows.server", address.rpartition(":")[2], str(os.getpid())),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=os.environ | mode | extra,
            # Ctrl-C is for the command, which stops the server when it is done with it
            start_new_session=True,
        )


def _wait_until_up(process: subprocess.Popen[bytes], address: str, home: Path) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with direct.open(f"{address}/api/health", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise ServerDidNotStart(
        f"Prefects server startade inte. Se {home / 'server.log'}, eller kör med --direct."
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:  # its database is made to be cut off
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_LOCAL, 0))
        return int(probe.getsockname()[1])


def end_with(parent: int) -> None:
    """From now on this process ends when its parent does, however that one ended.

    The parent gives its own id: asked for here, it could already be that of whoever inherits orphans.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def main() -> None:
    end_with(int(sys.argv[2]))
    import uvicorn
    from prefect.server.api.server import create_app

    uvicorn.run(
        create_app(final=True),
        host=_LOCAL,
        port=int(sys.argv[1]),
        log_level="warning",
        timeout_graceful_shutdown=1,
    )


if __name__ == "__main__":
    main()
