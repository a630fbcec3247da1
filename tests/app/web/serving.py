"""`paragraf serve` as a process of its own, as a user starts it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

ROOT = Path(__file__).parents[3]
TOKEN = "en-nyckel-för-prov"


@dataclass(frozen=True)
class Served:
    """A running server: where it answers, its process, and what it has written to stderr so far."""

    address: str
    pid: int
    said: list[str]

    def at(self, path: str) -> str:
        return self.address + path


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[Served]:
    """Serve the archive on a port that is free; it is ended, not killed."""
    command = [sys.executable, "-P", "-m", "app.cli", "serve", "-a", str(archive), *options]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "PARAGRAF_TOKEN": TOKEN}
    with subprocess.Popen(
        [*command, "--port", str(_free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings,
    ) as process:
        assert process.stdout and process.stderr
        said: list[str] = []
        listening = Thread(target=_keep, args=(process.stderr, said), daemon=True)
        listening.start()
        try:
            told = process.stdout.readline()
            address = re.search(r"http://\S+", told)
            assert address, f"{told}{''.join(said)}"
            yield Served(address[0].rstrip("/"), process.pid, said)
        finally:
            process.terminate()
            process.wait(20)


def _keep(lines: IO[str], said: list[str]) -> None:
    said.extend(lines)


def _free_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
