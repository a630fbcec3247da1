"""Each word of a closed list that people meet has its Swedish, once."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

import pytest

from app import words
from flows.steps import in_words
from schemas.kinds import CheckKind, CorrectionState, Fate, FindingKind, Severity


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (words.SEVERITY, Severity),
        (words.CHECK, CheckKind),
        (words.FINDING, FindingKind),
        (words.CORRECTION, CorrectionState),
        (in_words.STATES, CorrectionState),
        (in_words.FATES, Fate),
    ],
)
def test_every_word_is_told_and_no_other(told: Collection[str], kind: type[StrEnum]) -> None:
    assert set(told) == set(kind)
