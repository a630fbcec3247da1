"""The tables that reconciliation fills name who a row is about, and stand among the release's."""

from __future__ import annotations

from schemas.tables import TABLES_OF_RELEASE
from schemas.tables_of_proof import CHECKS, DUPLICATES, FINDINGS


def test_they_are_tables_of_the_release() -> None:
    assert {CHECKS, DUPLICATES, FINDINGS} <= set(TABLES_OF_RELEASE)


def test_a_duplicate_names_both_its_sides_alike() -> None:
    names = [column.name for column in DUPLICATES.columns]
    sides = {side: [name[:-2] for name in names if name.endswith(f"_{side}")] for side in "ab"}
    assert sides["a"] == sides["b"] == ["document_id", "part_id", "id"]
