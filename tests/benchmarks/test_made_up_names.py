"""Made-up names are nobody's: no municipality of Sweden's, and no two in one place the same."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.made_up_names import MUNICIPALITIES, SEATS, seated, word_of
from swedish.municipalities import code_of, find_municipality


def test_the_municipalities_are_named_as_such_and_are_none_of_swedens() -> None:
    assert len(set(MUNICIPALITIES)) == 50
    for name in MUNICIPALITIES:
        assert find_municipality([name]) == (name, None)
        assert code_of(name.removesuffix(" kommun")) is None


def test_who_sits_for_a_party_is_replaced_one_a_year() -> None:
    sat = [seated(1, MUNICIPALITIES[3], "M", year)[:SEATS] for year in range(2015, 2027)]
    assert all(len(set(each)) == SEATS for each in sat)
    assert all(one[1:] == other[:-1] for one, other in pairwise(sat))


def test_places_parties_and_seeds_have_people_of_their_own() -> None:
    asked = [(1, 0, "M"), (1, 1, "M"), (1, 0, "S"), (2, 0, "M")]
    assert len({tuple(seated(seed, MUNICIPALITIES[place], party, 2020)) for seed, place, party in asked}) == 4


def test_a_document_has_its_word_to_itself_among_twenty_thousand() -> None:
    words = [word_of(number) for number in range(20_000)]
    assert len(set(words)) == len(words)
    assert all(word.isalpha() and word.islower() for word in words)
