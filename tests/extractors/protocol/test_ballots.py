"""How many voted yes and no, in whatever words a sentence says it, and what looks like a vote and is none."""

from __future__ import annotations

import pytest

from extractors.protocol.ballots import _by_sums, find_votes


@pytest.mark.parametrize(
    ("said", "sums"),
    [
        ("12 ja-röster för avslag, 8 nej-röster för bifall och 2 ledamöter som avstår.", (12, 8, 2)),
        ("Resultat: 8 ja, 3 nej och 1 avstår.", (8, 3, 1)),
        ("6 ledamöter röstar för avslag och 5 för bifall.", (5, 6, 0)),
        ("För avslag röstar 3, för bifall röstar 8.", (8, 3, 0)),
        ("Med 4 röster för avslag och 7 röster för bifall bifalls ansökan.", (7, 4, 0)),
        ("För återremiss röstar 3, mot återremiss röstar 2.", (3, 2, 0)),
        ("8 röstar ja, 3 röstar nej och 2 avstår.", (8, 3, 2)),
        ("Liggande förslag får 5 röster (Bo Al, Kaj Vik) och yrkandet 1 röst (Ina By).", (5, 1, 0)),
    ],
)
def test_yes_is_for_what_is_asked_and_no_is_against_it(said: str, sums: tuple[int, int, int]) -> None:
    assert [vote.sums for vote in _by_sums(said)] == [sums]


@pytest.mark.parametrize(
    "said",
    [
        "Enkäten till eleverna gav svaren 12 ja, 4 nej och 2 avstår.",
        "Resultatet av undersökningen: 45 ja och 12 nej.",
        "För inträdet röstade 52 procent, emot inträdet röstade 47 procent.",
        "Anna Ek får 10 röster och Bo Al 5 röster.",
        "Ordförandens förslag fick 5 röster, Ina Bys förslag 3 röster och Bo Als förslag 1 röst.",
        "Förslaget om skolan får 12 röster i enkäten och förslaget om badet 9 röster.",
        "I enkäten svarade föräldrarna: 8 röstade ja och 3 röstade nej.",
        "5 röster för Eks förslag, 4 röster för Als förslag och 3 röster för Viks förslag.",
    ],
)
def test_answers_shares_and_three_ways_are_no_votes(said: str) -> None:
    assert list(_by_sums(said)) == []


def test_who_abstains_may_be_named_behind_the_word() -> None:
    told = find_votes("", "Avstår gör Göran Lind (M).")
    assert [(person.name, str(vote)) for person, vote in told] == [("Göran Lind", "abstain")]
