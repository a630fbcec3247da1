"""Every refusal has a code of its own and a sentence that ends in what to do."""

from __future__ import annotations

import pickle

import pytest

from schemas import errors
from schemas.errors import ExitStatus, ParagrafError

KINDS = sorted(
    (kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ParagrafError)),
    key=lambda kind: kind.__name__,
)
REFUSALS = [kind for kind in KINDS if kind is not ParagrafError]


def test_no_two_share_a_code() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_a_refusal_says_what_happened_and_what_to_do(kind: type[ParagrafError]) -> None:
    says = kind("detaljen").says
    assert says.endswith(".")
    assert "{" not in says
    assert says.count(". ") >= 1, "one sentence for what happened, one for what to do"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_refusal_crosses_a_process_border_whole(kind: type[ParagrafError]) -> None:
    again = pickle.loads(pickle.dumps(kind("detaljen")))
    assert (type(again), again.detail, again.says) == (kind, "detaljen", kind("detaljen").says)


def test_exit_statuses_are_distinct_and_only_success_is_zero() -> None:
    assert len({int(status) for status in ExitStatus}) == len(ExitStatus)
    assert [status for status in ExitStatus if status == 0] == [ExitStatus.OK]
    assert all(kind.exit_status != ExitStatus.OK for kind in KINDS)
