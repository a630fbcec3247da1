"""What the processes of one test session share."""

from __future__ import annotations

import pytest

from tests import readings


@pytest.fixture(scope="session", autouse=True)
def _readings_are_shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """A PDF that one process has read is read by no other: OCR takes seconds a sheet."""
    if worker_id != "master":
        readings.SHARED.append(tmp_path_factory.getbasetemp().parent)
