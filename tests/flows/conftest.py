"""Runs of these tests: a fixed clock, and the repository on the path of the processes they start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718625600")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def inbox(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of files from name=content; names get .pdf."""

    def make(**contents: str) -> Path:
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        for name, content in contents.items():
            (folder / f"{name}.pdf").write_bytes(content.encode())
        return folder

    return make
