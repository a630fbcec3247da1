"""A rule tried in each column, and what the trials say for and against it."""

from __future__ import annotations

import pytest

from reconcilers.known.grid import Matrix, find_grids
from reconcilers.sums.identities import Belief, Rule, sign_patterns, slips, terms, that_count, try_rule, weigh
from tests.reconcilers.made_tables import Made, make

SUM_OF_TWO = Rule(2, ((1, 0), (1, 1)), "stack")


def matrix_of(rows: str, columns: str = "2024 | 2025") -> Matrix:
    (grid,) = find_grids(make(Made("Tabell", columns, rows)))
    return grid.matrix


def test_a_trial_allows_half_a_printed_unit_for_each_figure() -> None:
    """Three figures rounded to a tenth may miss by .15 together, not by .2."""
    rounded, wrong = try_rule(matrix_of("A | 1,2 | 1,2\nB | 3,4 | 3,4\nSumma | 4,7 | 4,8"), SUM_OF_TWO)
    assert rounded.holds and not wrong.holds
    assert (rounded.off, rounded.slack) == (2, 3)  # twentieths, for numbers are kept twice over


def test_a_rule_is_tried_where_its_target_and_a_term_are_printed() -> None:
    trials = try_rule(
        matrix_of("A | 10 | 20 |\nB | | 30 |\nSumma | 10 | | 7", "2023 | 2024 | 2025"), SUM_OF_TWO
    )
    assert [(trial.column, trial.figures, trial.holes) for trial in trials] == [(0, (20,), (1,))]


def test_an_empty_cell_is_no_zero_unless_it_proved_to_be_one() -> None:
    """B is empty in two columns: where one sum comes out without it, the other one fails."""
    rows = "A | 1 310 | 2 450 | 7\nB | | | 5\nC | 215 | 318 | 9\nSumma | {} | 3 999 |"
    rule = Rule(3, ((1, 0), (1, 1), (1, 2)), "stack")
    columns = "2023 | 2024 | 2025"
    assert len(that_count(try_rule(matrix_of(rows.format("1 991"), columns), rule))) == 0
    assert len(that_count(try_rule(matrix_of(rows.format("1 525"), columns), rule))) == 2


def test_a_mean_among_its_terms_is_no_sum_that_fails() -> None:
    trials = try_rule(
        matrix_of("A | 31 | 1\nB | 47 | 2\nC | 55 | 3\nSnitt | 43 | 6"),
        Rule(3, ((1, 0), (1, 1), (1, 2)), "x"),
    )
    assert [trial.column for trial in that_count(trials)] == [1]


def test_like_columns_count_once_and_zeros_not_at_all() -> None:
    """The same figures printed twice are one witness; 0 + 0 = 0 is none."""
    belief = weigh(
        try_rule(
            matrix_of("A | 412 | 412 | 0\nB | 199 | 199 | 0\nSumma | 611 | 611 | 0", "a | b | c"), SUM_OF_TWO
        )
    )
    assert (belief.holds, belief.fails) == (1, 0)


@pytest.mark.parametrize(("total", "is_slip"), [("6 540", True), ("-6 450", True), ("7 122", False)])
def test_a_failure_that_one_mistake_explains_is_known_as_such(total: str, is_slip: bool) -> None:
    (trial,) = try_rule(matrix_of(f"A | 5 210\nB | 1 240\nSumma | {total}", "2025"), SUM_OF_TWO)
    assert not trial.holds and slips(trial) is is_slip


def test_what_is_not_called_a_sum_needs_more_digits() -> None:
    """Three digits that agree are enough where a label says "Summa", and chance where none does."""
    belief = Belief(weight=3.0, holds=1, fails=0, slips=0)
    assert belief.believed(said=True) and not belief.believed(said=False)


def test_a_sum_only_adds_and_a_net_may_take_away() -> None:
    assert sign_patterns(3, is_sum=True) == [(1, 1, 1)]
    assert (1, -1, -1) in sign_patterns(3, is_sum=False)
    assert terms((1, -1), (4, 7)) == ((1, 4), (-1, 7))
