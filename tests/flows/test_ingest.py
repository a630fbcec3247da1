"""The ingest as a flow: green, red or skipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archive.layout import Archive
from archive.lock import writing
from flows import ingest
from flows.steps.outcomes import Outcome, Report
from schemas.kinds import Fate


@pytest.fixture
def artifacts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would stand in Prefect's pages."""
    made: list[str] = []

    def create(text: str, **_: Any) -> None:
        made.append(text)

    monkeypatch.setattr(ingest, "create_markdown_artifact", create)
    return made


@pytest.mark.parametrize(
    ("fate", "name"),
    [(Fate.INGESTED, "Completed"), (Fate.QUARANTINED, "Incomplete"), (Fate.STILL_QUARANTINED, "Completed")],
)
def test_a_run_is_red_for_a_failure_that_nobody_was_told_of(
    artifacts: list[str], fate: Fate, name: str
) -> None:
    state = ingest._told(Report((Outcome("a.pdf", fate),), release=3))
    assert state.name == name and "Utgåva 3." in str(state.message)
    assert len(artifacts) == 1 and artifacts[0].startswith("# Körningen")


def test_a_run_beside_another_is_skipped(tmp_path: Path, artifacts: list[str]) -> None:
    with writing(Archive(tmp_path)):
        state = ingest.ingest.fn([], str(tmp_path))
    assert (state.name, state.is_cancelled(), artifacts) == ("Skipped", True, [])
