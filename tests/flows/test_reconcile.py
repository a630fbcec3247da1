"""The reconciliation as a flow: green, red or skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.layout import Archive
from archive.lock import writing
from flows import reconcile
from flows.readers.limits import Limits
from flows.steps.ingest import Run
from flows.steps.outcomes import Compared
from flows.steps.reconcile import Proved


@pytest.mark.parametrize(("failed", "name"), [(0, "Completed"), (1, "Incomplete")])
def test_it_is_red_where_a_document_could_not_be_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failed: int, name: str
) -> None:
    def proved(run: Run, _: object) -> Proved:
        assert run.archive == Archive(tmp_path) and run.limits.workers == 3
        return Proved(2, failed, Compared(), 5, True)

    monkeypatch.setattr(reconcile, "reconcile_batch", proved)
    state = reconcile.reconcile.fn(str(tmp_path), Limits(workers=3))
    assert state.name == name and "Avstämda på nytt: 2 dokument" in str(state.message)


def test_a_run_beside_another_is_skipped(tmp_path: Path) -> None:
    with writing(Archive(tmp_path)):
        assert reconcile.reconcile.fn(str(tmp_path)).name == "Skipped"
