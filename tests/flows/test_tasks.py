"""A document as a task: what is red, and what is tried again."""

from __future__ import annotations

import pytest
from prefect.client.schemas.objects import State
from prefect.states import Failed

from flows.steps.outcomes import Outcome
from flows.tasks import _may_pass, prove_one, read_one
from schemas.errors import DamagedPdf, FileUnreadable
from schemas.kinds import Fate


def outcome(code: str) -> Outcome:
    return Outcome("a.pdf", Fate.QUARANTINED, code=code, says="Filen är skadad.")


@pytest.mark.parametrize(
    ("state", "again"),
    [
        (Failed(name=FileUnreadable.code, data=outcome(FileUnreadable.code)), True),
        (Failed(name=DamagedPdf.code, data=outcome(DamagedPdf.code)), False),
        (Failed(data=OSError(28, "No space left on device")), True),
        (Failed(name="Crashed"), False),
    ],
    ids=["a share that hiccups", "a bad file", "a full disk", "nothing known"],
)
def test_what_may_pass_is_tried_again(state: State[object], again: bool) -> None:
    assert _may_pass(None, None, state) is again


def test_a_file_that_failed_is_red_by_its_code_and_sentence() -> None:
    state = read_one.fn("a.pdf", lambda: outcome("damaged_pdf"))
    assert (state.name, state.message) == ("damaged_pdf", "Filen är skadad.")
    assert state.is_failed() and isinstance(state.data, Outcome)


def test_what_could_not_be_proved_is_red_and_points_to_the_log() -> None:
    assert prove_one.fn("ab12", lambda: True) is True
    state = prove_one.fn("ab12", lambda: False)
    assert state.is_failed() and "ab12: se arkivets events.jsonl." in str(state.message)
