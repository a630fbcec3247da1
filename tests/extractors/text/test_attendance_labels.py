"""Which words of a list introduce people, and in what role."""

from __future__ import annotations

import pytest

from extractors.text.attendance_labels import find_first_name, label_role


@pytest.mark.parametrize(
    ("label", "role"),
    [("Beslutande", "member"), ("Ej beslutande", "attending"), ("Utses att justera", "adjuster"),
     ("Tjänstgörande ersättare", "substitute"), ("Plats och tid", None),
     ("Styrelseledamöter", "member"), ("Personalföreträdare", "attending")],
)  # fmt: skip
def test_labels_name_roles(label: str, role: str | None) -> None:
    assert label_role(label) == (True, role)


def test_other_words_are_no_labels() -> None:
    assert [label_role(text) for text in ("Budget", "Anna Ek (S)")] == [(False, None), (False, None)]


def test_a_name_is_found_with_its_party_or_alone() -> None:
    assert [find_first_name(text) for text in ("Anna Ek", "chef Bo Al (M)", "Budgeten")] == [
        True,
        True,
        False,
    ]
