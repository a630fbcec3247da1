"""A bar chart's figures are no table; the figures of a table with shaded cells are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.page import Page, Rule, Word
from schemas.place import Box
from tests.extractors.drawing import tables_on

VISITS = (("Norra badet", 22898), ("Södra badet", 7519), ("Strandbadet", 12384), ("Simhallen", 8035))
AXIS = 150.0


def _sheet(lengths: list[float], at: list[float]) -> Page:
    """The baths with a box of each length beside the label, from an axis, and its figure where `at` says."""
    words: list[Word] = []
    rules = [Rule(Box(AXIS - 0.5, 90, AXIS + 0.5, 190)), Rule(Box(AXIS, 189.5, AXIS + 240, 190.5))]
    for row, ((label, visits), length, x) in enumerate(zip(VISITS, lengths, at, strict=True)):
        top = 100.0 + 20 * row
        first, *more = label.split()
        words.append(Word(first, Box(60, top, 60 + 6 * len(first), top + 12), 12))
        words += [Word(word, Box(102, top, 102 + 6 * len(word), top + 12), 12) for word in more]
        text = str(visits)
        words.append(Word(text, Box(x, top, x + 6 * len(text), top + 12), 12))
        rules.append(Rule(Box(AXIS, top - 2, AXIS + length, top + 14), filled=True, colour=0x8888FF))
    return Page(1, 595, 842, 0, tuple(words), tuple(rules))


@pytest.mark.parametrize("origin", [0, 5000], ids=["from nought", "from five thousand"])
def test_figures_at_the_ends_of_bars_are_no_table(origin: int) -> None:
    lengths = [(visits - origin) / 100 for _, visits in VISITS]
    assert tables_on([_sheet(lengths, [AXIS + length + 4 for length in lengths])]) == []


def test_figures_in_shaded_cells_are_a_table() -> None:
    right = [AXIS + 200 - 6 * len(str(visits)) - 4 for _, visits in VISITS]
    assert len(tables_on([_sheet([200.0] * 4, right)])) == 1


def test_boxes_whose_lengths_say_nothing_of_the_figures_are_no_bars() -> None:
    lengths = [200.0, 230.0, 214.0, 222.0]
    right = [AXIS + 230 - 6 * len(str(visits)) for _, visits in VISITS]
    sheet = _sheet(lengths, right)
    assert len(tables_on([sheet])) == len(tables_on([replace(sheet, rules=())])) == 1
