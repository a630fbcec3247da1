"""The reconciliation as a Prefect flow:
what older reconcilers proved is proved anew, and held against its kin.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Cancelled, Completed, Failed

from archive.layout import Archive
from flows.readers.limits import Limits
from flows.steps.in_words import proved_to_sentence
from flows.steps.ingest import Run, arrival_time, installed_versions
from flows.steps.reconcile import reconcile_batch
from flows.tasks import all_as_tasks
from schemas.errors import ArchiveBusy


@flow(name="paragraf-avstamning", persist_result=False)
def reconcile(archive: str, limits: Limits | None = None) -> State[Any]:
    """Red where a document could not be proved; the readings themselves are not touched."""
    chosen = limits or Limits()
    run = Run(Archive(Path(archive)), arrival_time(), installed_versions(), chosen)
    try:
        proved = reconcile_batch(run, all_as_tasks(chosen.workers))
    except ArchiveBusy as busy:
        return Cancelled(name="Skipped", message=busy.says)
    sentence = proved_to_sentence(proved)
    return Failed(name="Incomplete", message=sentence) if proved.failed else Completed(message=sentence)
