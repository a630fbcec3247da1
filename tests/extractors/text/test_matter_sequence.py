"""Which of the lines with a sign head the meeting's own §§."""

from __future__ import annotations

import pytest

from extractors.text.matter_sequence import Candidate, find_sequence
from swedish.section_signs import read_signs

BOLD, PLAIN = (True, 12), (False, 12)


def chosen(*lines: str, stated: tuple[int, int] | None = None, plain: tuple[str, ...] = ()) -> list[str]:
    candidates = [Candidate(read_signs(line), PLAIN if line in plain else BOLD) for line in lines]
    return [sign.paragraph for sign in find_sequence(candidates, stated).values()]


@pytest.mark.parametrize(
    ("lines", "own"),
    [
        (["§ 140", "§ 141", "§ 142"], ["140", "141", "142"]),
        (["§ 140", "§ 12", "§ 141", "§ 400", "§ 142"], ["140", "141", "142"]),
        (["§ 12", "§ 45", "§ 99"], ["12", "45", "99"]),  # an extract
        (["§ 7", "§ 8", "§ 1", "§ 2"], ["7", "8", "1", "2"]),  # two meetings
        (["§ 7", "§ 8", "§ 3"], ["7", "8", "3"]),
        (["§ 140", "§ 114", "§ 142"], ["140", "114", "142"]),  # misprinted
        (["§ 140", "§ 141", "§ 141", "§ 142"], ["140", "141", "141", "142"]),
        (["§ 12", "§ 12 a", "§ 13"], ["12", "12a", "13"]),
        (["§ 140", "KS § 141", "§ 142"], ["140", "141", "142"]),
        (["§ 140", "KS § 88", "§ 142"], ["140", "142"]),
        (["KF § 51", "KS § 140", "KF § 52", "AU § 53"], ["51", "52", "53"]),
        (["AU § 8  KF § 51", "KF § 52", "KS § 9  KF § 53"], ["51", "52", "53"]),
    ],
)
def test_the_numbers_that_run_are_the_meetings(lines: list[str], own: list[str]) -> None:
    assert chosen(*lines) == own


def test_the_first_page_says_whose_numbers_they_are() -> None:
    assert chosen("KS § 140", "KF § 51", stated=(51, 51)) == ["51"]


def test_what_is_set_otherwise_and_out_of_order_is_none() -> None:
    assert chosen("§ 7", "§ 8", "§ 3", "§ 9", "§ 10", plain=("§ 3",)) == ["7", "8", "9", "10"]


def test_no_line_no_paragraph() -> None:
    assert find_sequence([], None) == {}
