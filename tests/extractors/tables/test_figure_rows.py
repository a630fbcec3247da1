"""A line as a table sees it: where its figures are cut apart, and whether it holds values or prose."""

from __future__ import annotations

import pytest

from extractors.pages.frames import find_frames
from extractors.pages.lines import find_lines
from extractors.tables.figure_rows import Region, Row
from tests.extractors.drawing import CELL, LEFT, draw


def row(text: str, edges: tuple[float, ...] = ()) -> Row:
    (page,) = draw(text)
    (line,) = find_lines(page)
    return Row(line, 0, edges)


def runs(found: Row) -> list[str]:
    return [run.text for run in found.runs]


def test_figures_at_ordinary_spaces_are_cut_apart() -> None:
    assert runs(row("Bibliotek     12 345 678 1,2")) == ["Bibliotek", "12 345 678", "1,2"]


def test_a_figure_is_parted_from_the_words_beside_it_only_where_a_column_ends() -> None:
    line = "Avgifter 8 255"
    assert runs(row(line)) == [line]
    assert runs(row(line, (LEFT + CELL * len(line),))) == ["Avgifter", "8 255"]


def test_a_figure_alone_on_its_line_is_none_of_a_table_s() -> None:
    assert row("2 400").figures == ()
    assert [run.text for run in row("2 400     2 500     -").figures] == ["2 400", "2 500", "-"]


@pytest.mark.parametrize(
    ("line", "has"),
    [
        ("Bibliotek      2 400", True),
        ("2030           2 400", True),
        ("2 400      Bibliotek", False),
        ("Verksamhet     2030     2031", False),
        ("Ada Lind       X", True),  # of a roll call
        ("17             X", False),
    ],
)
def test_values_stand_to_the_right_of_something_and_are_not_only_years(line: str, has: bool) -> None:
    assert row(line).has_values is has


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("Under våren besökte många elever det nya badet", True),
        ("Under våren  besökte många elever  det nya badet", True),
        ("Många elever besökte badet", False),
        ("Under våren besökte många elever det       2031", False),
        ("Bad Norra Bad Södra Bad Östra Bad Västra", False),
        ("Under våren besökte          många elever det nya badet", False),
    ],
)
def test_prose_is_many_words_in_small_letters_without_wide_gaps_or_years_apart(
    line: str, prose: bool
) -> None:
    assert row(line).is_prose is prose


def test_a_line_of_a_contents_list_has_leaders() -> None:
    assert row("Kultur ............ 17").is_contents
    assert not row("Kultur              17").is_contents


def test_a_region_reaches_as_far_as_its_frame() -> None:
    (page,) = draw("┌───────────────────┐\n│ Norra       1 200 │\n└───────────────────┘")
    (frame,) = find_frames(page)
    rows = tuple(Row(line, at) for at, line in enumerate(find_lines(page)))
    assert Region(page, rows, None).box == rows[0].line.box
    assert Region(page, rows, frame).box == frame.box


def test_a_mark_makes_a_row_of_a_name_and_hides_no_figures() -> None:
    assert row("Maj Ek            X").has_values and row("Maj Ek            \u2713").has_values
    assert not row("12                X").has_values
    assert row("2031       x        120      130").has_values
