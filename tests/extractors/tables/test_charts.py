"""A bar chart's figures are no table; the figures of a table with shaded cells are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas.page import Page, Rule, Word
from schemas.place import Box
from tests.extractors.drawing import draw, tables_on

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


def _scale(values: list[str], labels: bool) -> Page:
    """Figures one under the other beside a chart, two of its own figures in it, and its years below."""
    words = [Word(value, Box(325, 100 + 14 * n, 331, 106 + 14 * n), 5) for n, value in enumerate(values)]
    words += [Word("68", Box(373, 114, 378, 120), 5), Word("80", Box(470, 100, 476, 106), 5)]
    words += [Word(year, Box(x, 120 + 14 * len(values), x + 10, 126 + 14 * len(values)), 5)
              for year, x in (("2022", 370), ("2023", 470))]  # fmt: skip
    if labels:
        words += [Word(f"Rad{n}", Box(60, 100 + 14 * n, 90, 106 + 14 * n), 5) for n in range(len(values))]
    return Page(1, 595, 842, 0, tuple(words))


def test_the_scale_beside_a_chart_makes_no_table() -> None:
    assert tables_on([_scale(["80", "70", "60", "50", "40", "30"], labels=False)]) == []


def test_figures_that_fall_evenly_beside_labels_are_a_table() -> None:
    assert len(tables_on([_scale(["80", "70", "60", "50", "40", "30"], labels=True)])) == 1


def _stacked(foot: str) -> Page:
    """Bars in parts, each with its figure and a year before it, in a drawn frame; `foot` stands below."""
    words = [
        Word(text, Box(x, 100 + 20 * n, x + 5 * len(text), 110 + 20 * n), 9)
        for n, parts in enumerate(
            (("2031", "30,5", "49,0"), ("2032", "29,7", "48,6"), ("2033", "28,7", "46,3"))
        )
        for text, x in zip(parts, (60, 130, 240), strict=True)
    ]
    words += [
        Word(text, Box(100 + 40 * n, 165, 100 + 40 * n + 12, 175), 9) for n, text in enumerate(foot.split())
    ]
    words += [Word("Andelar", Box(60, 80, 95, 90), 9), Word("unga", Box(130, 80, 150, 90), 9)]
    words += [Word("vuxna", Box(240, 80, 265, 90), 9)]
    rules = [Rule(Box(x, 95, x + 0.5, 160)) for x in (55, 100, 200, 300)]
    rules += [Rule(Box(55, y, 300, y + 0.5)) for y in (95, 117, 137, 160)]
    return Page(1, 595, 842, 0, tuple(words), tuple(rules))


def test_a_scale_under_bars_makes_them_a_chart() -> None:
    assert tables_on([_stacked("0 10 20 30 40 50")]) == []
    assert len(tables_on([_stacked("7 10 20 30 40 50")])) == 1, "it rises from nought"
    assert len(tables_on([_stacked("0 10 25 30 40 50")])) == 1, "in even steps"


def test_the_same_figures_over_rows_are_ages() -> None:
    ages = """                  0     1     2     3     4     5
 Pojkar          12    15    18    11     9     7
 Flickor         10    14     9     8    12    11"""
    assert len(tables_on(draw(ages))) == 1
