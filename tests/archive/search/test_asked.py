"""What is typed is never an error; what it means is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.asked import LONGEST, MOST_CLAUSES, Asked, ClauseKind, read_asked


def said(asked: Asked) -> list[str]:
    """A group a text: its clauses with their kinds, alternatives parted by |."""
    return ["|".join(f"{clause.kind.value} {clause.text}" for clause in group) for group in asked.groups]


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("skola budget", ["word skola", "word budget"]),
        ('"barn och unga"', ["phrase barn och unga"]),
        ("”barn och unga”", ["phrase barn och unga"]),
        ('"barn och', ["phrase barn och"]),
        ("skol*", ["prefix skol"]),
        ("bibloteket~", ["like bibloteket"]),
        ("taxa ELLER avgift", ["word taxa|word avgift"]),
        ("taxa OR avgift OR pris", ["word taxa|word avgift|word pris"]),
        ("ELLER taxa ELLER", ["word taxa"]),
        ("§ 63", ["word §63"]),
        ("63 §", ["word §63"]),
        ("paragraf 63", ["word §63"]),
        ("Paragrafen 63", ["word §63"]),
        ("KS/2024:118", ["phrase ks 2024-118"]),
        ("1 250 000 kr", ["word 1250000", "word kr"]),
        ("-5 815", ["word 5815"]),
        ("kostar båtplats", ["word kostar|word avgift|word taxa|word pris|word kostnad", "word båtplats"]),
        ("Gun-Britt", ["word gun-britt"]),
    ],
)
def test_what_is_typed_is_read(typed: str, groups: list[str]) -> None:
    assert said(read_asked(typed)) == groups


def test_what_is_left_out_is_read_apart() -> None:
    asked = read_asked('avgift -simhall -"gata och park" -skol*')
    assert said(asked) == ["word avgift"]
    assert [clause.text for clause in asked.without] == ["simhall", "gata och park", "skol"]


@pytest.mark.parametrize("typed", ["", " ", "*", "-", '"', '""', "~", "- * ~", "ELLER", "…", "¶"])
def test_nothing_is_asked_by_no_word(typed: str) -> None:
    assert not read_asked(typed)


def test_common_words_need_not_be_met_beside_others() -> None:
    [common, plain] = read_asked("vem budgeten").groups
    assert common[0].is_common and not plain[0].is_common
    [[alone]] = read_asked("vem").groups
    assert not alone.is_common


@pytest.mark.parametrize(
    "typed", ["a" * (LONGEST + 1), "ord " * (MOST_CLAUSES + 1), "skola " + "-ord " * (MOST_CLAUSES + 1)]
)
def test_a_long_search_is_cut_and_that_is_told(typed: str) -> None:
    asked = read_asked(typed)
    assert asked.is_cut
    assert max(len(asked.groups), len(asked.without)) <= MOST_CLAUSES


@given(st.text(max_size=700) | st.text(alphabet='abå §1-*~" ELR\u00ad', max_size=80))
def test_nothing_typed_is_an_error(typed: str) -> None:
    asked = read_asked(typed)
    assert all(clause.words for clause in (*asked.clauses, *asked.without))
    assert all(len(clause.words) == 1 for clause in asked.clauses if clause.kind != ClauseKind.PHRASE)
