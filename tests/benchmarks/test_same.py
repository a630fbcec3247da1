"""Two releases are the same, or what differs is named."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from archive.lock import writing
from archive.release import publish
from benchmarks.same import differences
from tests.archive.test_release import add, made


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("a"), "ab").release


def test_a_copy_is_the_same(release: Path, tmp_path: Path) -> None:
    shutil.copytree(release, tmp_path / "copy")
    assert list(differences(release, tmp_path / "copy")) == []


def test_one_other_figure_is_shown_with_both_rows(release: Path, tmp_path: Path) -> None:
    archive = made(tmp_path, "a")
    with writing(archive):
        add(archive, "b", value="9")
        publish(archive)
    told = list(differences(release, archive.release))
    assert any(line.startswith("facts: 1 file differs") for line in told)
    assert any(line.startswith("  − ") and str(Decimal("1234.5")) in line for line in told)


def test_a_file_that_only_one_has_is_a_difference(release: Path, tmp_path: Path) -> None:
    shutil.copytree(release, tmp_path / "copy")
    next((tmp_path / "copy" / "facts").rglob("*.parquet")).unlink()
    assert next(differences(release, tmp_path / "copy")).startswith("facts: 1 file differs")
