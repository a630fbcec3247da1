"""A word in any form leads to the word; forms of two words lead to both."""

from __future__ import annotations

import pytest

from swedish.inflection import is_in_dictionary, lemmas, verbs_of


@pytest.mark.parametrize(
    ("forms", "word"),
    [
        ("skola skolan skolor skolorna skolas skolans skolors skolornas", "skola"),
        ("nämnd nämnden nämnder nämnderna nämndens nämndernas", "nämnd"),
        ("avgift avgiften avgifter avgifterna avgifternas", "avgift"),
        ("ledamot ledamoten ledamöter ledamöterna ledamöternas", "ledamot"),
        ("barn barnet barnen barnens", "barn"),
        ("reserverar reserverade reserverat", "reservera"),
        ("beslutar beslutade beslutat", "besluta"),
        ("stad staden städer städerna städernas", "stad"),
        ("ansökan ansökningar ansökningarna ansökningarnas", "ansökan"),
        ("anmälan anmälningar anmälningarna", "anmälan"),
        ("anta antar antog antagit antagen", "anta"),
        ("Anna Annas", "anna"),
        ("Åsa Åsas", "åsa"),
    ],
)
def test_every_form_is_of_the_word(forms: str, word: str) -> None:
    assert [form for form in forms.split() if word not in lemmas(form)] == []


def test_a_form_of_two_words_is_of_both() -> None:
    assert lemmas("får") == ("få", "får")


@pytest.mark.parametrize(
    "pair", ["får far", "mål mal", "här har", "läs las", "väg vag", "år är", "kök kok", "hår här"]
)
def test_letters_are_never_folded(pair: str) -> None:
    one, other = pair.split()
    assert set(lemmas(one)).isdisjoint(lemmas(other))


@pytest.mark.parametrize("word", ["", "qvxrtp", "§", "1250"])
def test_what_is_no_word_is_of_none(word: str) -> None:
    assert lemmas(word) == () and not is_in_dictionary(word)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("plogning", "ploga"), ("minskning", "minska"), ("städning", "städa"), ("upphandling", "upphandla"),
        ("organisation", "organisera"), ("finansiering", "finansiera"), ("redovisning", "redovisa"),
    ],
)  # fmt: skip
def test_a_noun_says_its_verb(noun: str, verb: str) -> None:
    assert list(verbs_of(noun)) == [verb]


@pytest.mark.parametrize("noun", ["ring", "station", "kung", "tidning", "nämnd", "ning", ""])
def test_what_only_ends_so_says_no_verb(noun: str) -> None:
    assert list(verbs_of(noun)) == []
