"""Peers that are never a dependency (AGPL, or another Python), each in a process of its own environment.

`make peers` makes the environment, from `benchmarks/peers.txt`.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.markdown_peers import READERS
from benchmarks.peers import Grid, TableReader

PYTHON = ROOT / "build" / "peers" / "bin" / "python"
WORKER = ROOT / "benchmarks" / "markdown_peers.py"


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader, its name with the version; or why there is none."""

    name: str
    read: TableReader | None = None
    lacks: str = ""


@contextmanager
def peers_apart(python: Path = PYTHON) -> Iterator[list[Peer]]:
    """Each of `markdown_peers.READERS`, open until the end."""
    processes: list[subprocess.Popen[str]] = []
    try:
        yield [_peer(name, python, processes) for name in READERS]
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def _peer(name: str, python: Path, processes: list[subprocess.Popen[str]]) -> Peer:
    if not python.exists():
        return Peer(name, lacks="not installed: make peers")
    process = subprocess.Popen(
        [python, WORKER, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    processes.append(process)
    assert process.stdin and process.stdout
    asked, answers = process.stdin, process.stdout
    told = json.loads(answers.readline() or '{"error": "it fell when it was started"}')
    if "error" in told:
        return Peer(name, lacks=f"not installed ({told['error']})")

    def read(pdf: Path, sheets: list[int]) -> Grid:
        print(json.dumps([str(pdf.resolve()), sheets]), file=asked, flush=True)
        rows = json.loads(answers.readline() or '{"error": "it fell"}')
        if isinstance(rows, dict):
            raise RuntimeError(rows["error"])
        return [list(row) for row in rows]

    return Peer(f"{name} {told['version']}", read)
