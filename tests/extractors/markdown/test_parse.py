"""Markdown's lines become elements on sheets."""

from __future__ import annotations

import pytest

from extractors.markdown.elements import Contents, Element, Grid, Heading, Sheet, Text, element_text
from extractors.markdown.parse import read_markdown

LONG = "Nämnden har under året öppnat fler lokaler för föreningarna och sett över"


def sheets(text: str) -> list[Sheet]:
    return read_markdown(text)[0]


def elements(text: str) -> list[tuple[str, str]]:
    """Of the one sheet, each element's name and text."""
    (sheet,) = sheets(text)
    return [(type(element).__name__, element_text(element)) for element in sheet]


def only(text: str) -> Element:
    ((element,),) = sheets(text)
    return element


@pytest.mark.parametrize(
    ("text", "level"),
    [("# Protokoll", 1), ("### Protokoll ###", 3), ("Protokoll\n===", 1), ("Protokoll\n---", 2)],
)
def test_a_heading_has_its_level_by_marks_or_underlined(text: str, level: int) -> None:
    heading = only(text)
    assert isinstance(heading, Heading) and (heading.level, element_text(heading)) == (level, "Protokoll")


@pytest.mark.parametrize(
    "mark", ["\f", "<!-- PageBreak -->", "---", "***", "{3}----------", "\n\n", "\\newpage"]
)
def test_a_page_ends_where_the_input_says_so(mark: str) -> None:
    assert [len(sheet) for sheet in sheets(f"Ett.\n\n{mark}\n\nTvå.\n")] == [1, 1]


def test_what_surrounds_the_text_is_no_text() -> None:
    text = "---\ntitle: x\n---\n<!-- said\nby -->Ett.\n\n![](bild.png)\n"
    assert elements(text) == [("Text", "Ett.")]
    assert elements("Ett <!-- som inget\n") == [("Text", "Ett <!-- som inget")]


def test_a_list_s_marks_become_one_bullet_and_numbers_stay() -> None:
    assert elements("- ett\n* två\n1. tre\nb) fyra\n") == [
        ("Text", "• ett"), ("Text", "• två"), ("Text", "1. tre"), ("Text", "b) fyra"),
    ]  # fmt: skip


def test_long_lines_run_on_and_short_ones_are_broken_as_printed() -> None:
    running = only(f"{LONG}\navgifterna för alla.\n")
    broken = only("Ulf Olsson\nOrdförande\n")
    hard = only(f"{LONG}  \navgifterna.\n")
    assert isinstance(running, Text) and isinstance(broken, Text) and isinstance(hard, Text)
    assert [len(each.lines) for each in (running, broken, hard)] == [1, 2, 2]


def test_entries_of_a_contents_list_have_their_page_apart() -> None:
    (sheet,) = sheets("Inledning ........ 3\nBudget ..... sid 17\n")
    assert [(element_text(e), e.page) for e in sheet if isinstance(e, Contents)] == [
        ("Inledning 3", "3"), ("Budget 17", "17"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "| Nämnd | Utfall |\n|---|---|\n| Skola | 41 |",
        "Nämnd | Utfall\n---|---\nSkola | 41",
        "Nämnd\tUtfall\nSkola\t41",
        "<table><tr><td>Nämnd</td><td>Utfall</td></tr><tr><td>Skola</td><td>41</td></tr></table>",
        "<div><table>\n<tr><td>Nämnd</td><td>Utfall</td></tr>\n<tr><td>Skola</td><td>41</td></tr>\n</table></div>",
    ],
)
def test_a_table_is_a_grid_in_every_notation_and_the_text_below_is_not_of_it(table: str) -> None:
    (sheet,) = sheets(f"{table}\n\nEfter.\n")
    grid, after = sheet
    assert isinstance(grid, Grid) and (grid.n_rows, grid.n_columns) == (2, 2)
    assert element_text(grid) == "Nämnd Utfall Skola 41" and element_text(after) == "Efter."


def test_a_table_right_under_a_picture_is_a_chart_s_data() -> None:
    table = "<table><tr><td>2024</td><td>41</td></tr></table>\n"
    found, n_charts = read_markdown(f"![](diagram.png)\n{table}\nText.\n\n{table}")
    assert n_charts == 1 and [type(each).__name__ for each in found[0]] == ["Text", "Grid"]


def test_what_is_fenced_is_taken_as_it_stands() -> None:
    fenced = only("```\n# inget *märke*\nrad två\n```\n")
    assert isinstance(fenced, Text) and len(fenced.lines) == 2
    assert element_text(fenced) == "# inget *märke* rad två"


def test_a_file_without_words_has_no_sheets() -> None:
    assert read_markdown("\r\n \r\n\f\r\n") == ([], 0)
