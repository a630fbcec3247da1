"""Amounts in running text with the sentence, the clause, the years and the heading they stand in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcilers.same_figure.amounts_in_sentences import Mention, find_mentions
from tests.reconcilers.made_tables import Told, make


def mentions(text: str, heading: str = "Ekonomi") -> list[Mention]:
    return find_mentions(make(told=[Told(text, heading)]))


def test_each_amount_stands_in_its_own_sentence() -> None:
    first, second, third = mentions("Gata får 5 tkr och park 7 tkr. Hamnen får 9 tkr.")
    assert [m.sentence for m in (first, third)] == ["Gata får 5 tkr och park 7 tkr.", "Hamnen får 9 tkr."]
    assert [m.order for m in (first, second, third)] == [0, 1, 0]


@pytest.mark.parametrize("short", ["bl.a.", "t.ex.", "inkl.", "A."])
def test_an_abbreviation_ends_no_sentence(short: str) -> None:
    (mention,) = mentions(f"Kostnaden för {short} Gata är 5 tkr.")
    assert mention.sentence.startswith("Kostnaden")


def test_the_same_amount_twice_is_found_at_both_places() -> None:
    first, second = mentions("Gata får 5 tkr och park får 5 tkr.")
    assert (first.at, second.at) == (9, 28)


def test_a_clause_begins_at_the_nearest_comma_or_varav() -> None:
    _, second = mentions("Gata kostar 50 tkr, varav lönerna är 30 tkr.")
    assert second.clause.strip() == "lönerna är"


def test_years_are_those_of_the_sentence_and_no_amounts() -> None:
    (mention,) = mentions("Utfallet 2024 var 2025 tkr bättre än 2023.")
    assert {2024, 2023} <= mention.years


def test_one_frame_is_one_statement_whatever_its_figures() -> None:
    """The years are kept: the same sentence of another year is another statement."""
    one, other, later = (
        mentions(text)[0].frame
        for text in (
            "Nettokostnaden för parkerna år 2024 är 5 tkr.",
            "Nettokostnaden för parkerna år 2024 är 7,5 mnkr.",
            "Nettokostnaden för parkerna år 2025 är 5 tkr.",
        )
    )
    assert one == other and one is not None and one != later


def test_a_short_sentence_has_no_frame() -> None:
    assert mentions("Lön: 5 tkr.")[0].frame is None


@pytest.mark.parametrize(
    ("text", "slack"),
    [("Det är 7,5 mnkr.", 50_000), ("Det är ca 7,5 mnkr.", 100_000), ("Det är 5 tkr.", 500)],
)
def test_an_amount_is_good_to_half_its_last_digit_or_a_whole_one_after_ca(text: str, slack: int) -> None:
    assert mentions(text)[0].slack == Decimal(slack)
