"""One digit is changed and nothing else; a changed figure in a sum is found."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.digit_faults import cells_in_sums, digit_changes, figure_findings, seed_faults, with_digit
from schemas.document import Fact
from tests.reconcilers.made_tables import Made, make

TABLE = Made("Drift 2026", "Budget 2026", """
    Skola | 41 275
    Vård | -94 115
    Fritid | 7,50
    Summa | -52 832,50""")  # fmt: skip
READING = make(TABLE)
WHOLE = make(Made("Drift 2026", "Budget 2026", """
    Skola | 41 275
    Vård | 94 115
    Summa | 135 390"""))  # fmt: skip


def fact(label: str) -> Fact:
    return next(each for each in READING.facts if each.row_label == label)


@pytest.mark.parametrize(
    ("label", "position", "digit", "raw", "value"),
    [
        ("Skola", 0, "9", "91 275", "91275"),
        ("Skola", 4, "0", "41 270", "41270"),
        ("Vård", 1, "5", "-95 115", "-95115"),
        ("Fritid", 2, "9", "7,59", "7.59"),
    ],
)
def test_the_characters_and_the_value_change_alike(
    label: str, position: int, digit: str, raw: str, value: str
) -> None:
    changed = with_digit(fact(label), position, digit, Decimal(1000))
    assert (changed.raw, changed.value, changed.value_sek) == (raw, Decimal(value), Decimal(value) * 1000)
    assert replace(changed, raw="", value=Decimal(0), value_sek=None) == replace(
        fact(label), raw="", value=Decimal(0), value_sek=None
    )
    assert with_digit(fact(label), position, digit, None).value_sek is None


def test_changes_are_drawn_without_repetition_and_give_no_leading_zero() -> None:
    changes = list(digit_changes(fact("Fritid"), random.Random(1), 1000))
    assert len(changes) == len(set(changes)) == 3 * 9 - 1
    assert (0, "0") not in changes and (0, "7") not in changes
    assert len(list(digit_changes(fact("Skola"), random.Random(1), 2))) == 2


def test_every_changed_cell_of_a_sum_is_found_and_named() -> None:
    assert [each.row_label for each in cells_in_sums(WHOLE)] == ["Skola", "Vård", "Summa"]
    assert figure_findings(WHOLE) == ()
    faults = list(seed_faults(WHOLE, random.Random(1)))
    assert [fault.was.row_label for fault in faults] == ["Skola", "Vård", "Summa"]
    assert [(bool(fault.findings), fault.named) for fault in faults] == [(True, True)] * 3
    assert len(list(seed_faults(WHOLE, random.Random(1), each=2, most=2))) == 4
