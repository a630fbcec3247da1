"""How readers are measured: a row counts only letter for letter, and what is made up counts against."""

from __future__ import annotations

import doctest

import pytest

from benchmarks import gains, rows, scores
from benchmarks.rows import count_rows

GOLD = {
    "tables": [
        {
            "rows": [
                {"label": "Kansli", "kind": "group", "cells": ["", ""], "values": [None, None]},
                {"label": "Intäkt 1)", "kind": "data", "cells": ["185", "0"], "values": ["185", "0"]},
                {"label": "Kostnad", "kind": "data", "cells": ["−19 964", ""], "values": ["-19964", None]},
                {"label": "Ackumulerat resultat", "kind": "data", "cells": ["", ""], "values": [None, None]},
            ]
        }
    ]
}


def test_dashes_spaces_and_footnote_marks_are_folded() -> None:
    given: list[list[str | None]] = [
        ["Intäkt", "185", "0"],
        ["Kostnad", "-19\u00a0964", None],
        ["Ackumulerat\nresultat", "", ""],
    ]
    count = count_rows(GOLD, given)
    assert (count.exact, count.gold, count.made_up) == (3, 3, ())


def test_a_row_with_a_figure_that_is_not_printed_is_made_up() -> None:
    count = count_rows(GOLD, [["Intäkt", "185", "0"], ["Intäkt", "185 0", ""], ["Summa", "4 711", ""]])
    assert count.exact == 1
    assert count.made_up == (("Intäkt", "185 0", ""), ("Summa", "4 711", ""))
    assert ("Kostnad", "-19 964", "") in count.missed


def test_a_row_given_twice_is_right_once() -> None:
    count = count_rows(GOLD, [["Intäkt", "185", "0"]] * 2)
    assert (count.exact, count.made_up) == (1, (("Intäkt", "185", "0"),))


def test_headers_group_rows_and_stray_text_are_held_against_nobody() -> None:
    given = [
        ["Tkr", "Bokslut 2023", "2024"],
        ["Kansli", "", ""],
        ["Sida 15(28)"],
        ["Kontoret", "växer", "snart"],
    ]
    assert count_rows(GOLD, given).made_up == ()


@pytest.mark.parametrize("module", [rows, gains, scores], ids=lambda module: module.__name__)
def test_the_examples_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert (failed, tried > 0) == (0, True)
