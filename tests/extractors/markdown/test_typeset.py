"""Elements stand on made-up sheets as they would in print."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extractors.markdown.parse import read_markdown
from extractors.markdown.typeset import AROUND_TABLE, BODY, HEADING_SIZES, LEFT, WIDTH, typeset
from schemas.kinds import TextSource
from schemas.page import Page, Word

TABLE = "| Nämnd | Utfall |\n|---|---|\n| Skola | 41 275 |\n| Vård | 115 |"


def pages(text: str) -> list[Page]:
    return typeset(read_markdown(text)[0])


def page(text: str) -> Page:
    (only,) = pages(text)
    return only


def word(of: Page, text: str) -> Word:
    (found,) = (each for each in of.words if each.text == text)
    return found


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_is_bold_and_larger_by_its_level(level: int) -> None:
    made = page(f"Ingress.\n\n{'#' * level} Rubrik\n\nText.\n")
    assert made.text_source == TextSource.MARKDOWN
    assert (word(made, "Rubrik").size, word(made, "Rubrik").bold) == (HEADING_SIZES[level - 1], True)
    assert (word(made, "Text.").size, word(made, "Text.").bold) == (BODY, False)
    assert BODY < HEADING_SIZES[level - 1] <= HEADING_SIZES[0]


def test_a_long_line_is_wrapped_within_the_column() -> None:
    made = page("ord " * 200)
    assert max(each.box.x1 for each in made.words) <= LEFT + WIDTH
    tops = sorted({each.box.top for each in made.words})
    assert len(tops) > 5 and max(b - a for a, b in pairwise(tops)) < 1.5 * BODY


def test_a_line_never_begins_with_what_would_look_like_a_bullet_a_sign_or_a_figure() -> None:
    for loose in ("–", "§ 12", "3)", "1 234"):
        for before in range(60, 110):
            made = page(f"{'o' * (before // 2)} {'x' * (before - before // 2)} {loose} ordet\n")
            (line, *_), below = _lines(made)[0], _lines(made)[1:]
            assert line.text.startswith("o") and not any(row[0].text in loose.split() for row in below)


def _lines(made: Page) -> list[list[Word]]:
    tops = sorted({each.box.top for each in made.words})
    return [[each for each in made.words if each.box.top == top] for top in tops]


def test_figures_end_at_one_place_and_labels_begin_at_one() -> None:
    made = page(TABLE)
    assert word(made, "275").box.x1 == word(made, "115").box.x1 == word(made, "Utfall").box.x1
    assert word(made, "Skola").box.x0 == word(made, "Vård").box.x0
    assert word(made, "41").box.x0 > word(made, "Skola").box.x1


def test_every_cell_has_walls_and_none_crosses_it() -> None:
    made = page(TABLE)
    assert (
        sum(rule.is_horizontal for rule in made.rules) == sum(rule.is_vertical for rule in made.rules) == 12
    )
    for each in made.words:
        assert not any(rule.box.overlaps(each.box) for rule in made.rules)


def test_a_table_stands_well_apart_from_the_text_around_it() -> None:
    made = page(f"Före.\n\n{TABLE}\n\nEfter.\n")
    edges = [edge for rule in made.rules for edge in (rule.box.top, rule.box.bottom)]
    assert min(edges) - word(made, "Före.").box.bottom >= AROUND_TABLE - BODY
    assert word(made, "Efter.").box.top - max(edges) >= AROUND_TABLE - 1


def test_what_runs_stands_at_one_place_on_every_sheet_and_all_are_as_high() -> None:
    texts = ("Ett.", "\n\n".join(["Två."] * 40))
    made = pages("\f".join(f"Granås\n\n{text}\n\n{n} (2)" for n, text in enumerate(texts, 1)))
    assert {round(word(each, "Granås").box.top, 2) for each in made} == {30.0}
    assert len({each.height for each in made}) == 1 and made[0].height > 842
    assert len({round(word(each, "(2)").box.top, 2) for each in made}) == 1
