"""Commands of these tests: run as a user runs them,
with a fixed clock and one Prefect home for the session.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import cli

ROOT = Path(__file__).parents[2]
Paragraf = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("prefect")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return kept | {"SOURCE_DATE_EPOCH": "1718625600", "PREFECT_HOME": str(home), "PYTHONPATH": str(ROOT)}


@pytest.fixture(scope="session")
def paragraf(surroundings: dict[str, str]) -> Paragraf:
    """Runs the command and gives back its status and what it wrote."""

    def run(*args: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "app.cli", *map(str, args)]
        return subprocess.run(
            command, capture_output=True, text=True, env=surroundings | (env or {}), timeout=120, check=False
        )

    return run


@pytest.fixture(scope="session")
def command() -> Paragraf:
    """As `paragraf`, for a command that only looks or writes a file: no process is started for it."""

    def run(*args: object) -> subprocess.CompletedProcess[str]:
        given = list(map(str, args))
        ended = CliRunner().invoke(cli, given)
        return subprocess.CompletedProcess(given, ended.exit_code, ended.stdout, ended.stderr)

    return run


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "samples"


@pytest.fixture(scope="session")
def bad() -> Path:
    return ROOT / "tests" / "samples" / "bad"


@pytest.fixture(scope="session")
def archive(paragraf: Paragraf, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two samples ingested with --direct."""
    folder = tmp_path_factory.mktemp("direct") / "archive"
    run = paragraf("ingest", samples / "utdrag-budget", samples / "minustecken", "-a", folder, "--direct")
    assert run.returncode == 0, run.stderr
    return folder
