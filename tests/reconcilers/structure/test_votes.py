"""Voters are counted where the § has one vote."""

from __future__ import annotations

from reconcilers.structure.votes import find_vote_counts
from tests.reconcilers.structure.protocols import protocol


def test_voters_are_counted_by_what_they_voted() -> None:
    (count,) = find_vote_counts(protocol([14], votes=[(14, (2, 1, 1), "jjna")]))
    assert (count.named, count.holds) == ((2, 1, 1), True)


def test_of_several_votes_the_names_do_not_say_whose_they_are() -> None:
    assert (
        list(find_vote_counts(protocol([14], votes=[(14, (2, 1, 0), "jjn"), (14, (1, 2, 0), "jnn")]))) == []
    )


def test_sums_without_names_are_not_counted() -> None:
    assert list(find_vote_counts(protocol([14], votes=[(14, (2, 1, 0), "")]))) == []
