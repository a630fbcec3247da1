"""Where on a sheet tables stand, and what looks like one and is none."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.tables.figure_rows import Region
from extractors.tables.regions import find_regions
from tests.extractors.drawing import draw


def regions(text: str, going_on: tuple[float, ...] = ()) -> list[Region]:
    (page,) = draw(text)
    return find_regions(page, find_lines(page), going_on)


def rows(text: str, going_on: tuple[float, ...] = ()) -> list[list[str]]:
    return [[row.line.text for row in region.rows] for region in regions(text, going_on)]


TABLE = """Nämnd        Budget 2025   Utfall 2025
Skola             41 275        41 590
Vård              94 115        93 207
Summa            135 390       134 797"""


def test_a_table_has_its_header_and_its_rows_and_no_text_around() -> None:
    text = f"Nämndernas utfall visas här nedan för hela året.\n\n\n{TABLE}\n\n\nTexten går vidare."
    assert rows(text) == [[" ".join(line.split()) for line in TABLE.splitlines()]]


def test_two_tables_with_text_between_are_two() -> None:
    assert [len(each) for each in rows(f"{TABLE}\n\n\nNågot om det andra året.\n\n\n{TABLE}")] == [4, 4]


def test_a_group_s_title_stands_in_its_table() -> None:
    lines = TABLE.splitlines()
    (found,) = rows("\n".join([*lines[:2], "Omsorg", *lines[2:]]))
    assert found[2] == "Omsorg"


def test_running_text_with_figures_is_no_table() -> None:
    assert (
        rows("Under 2024 kom 41 275 besökare.\nUnder 2025 kom det 41 590 besökare.\nDet var 315 fler.") == []
    )


def test_a_contents_list_is_no_table() -> None:
    assert rows("Innehåll\n1 Ekonomi            3\n2 Personal           5\n3 Framtiden          9") == []
    assert rows("Ekonomi ............ 3\nPersonal ........... 5\nFramtiden .......... 9") == []


def test_years_alone_are_no_figures() -> None:
    assert rows("Skolan byggdes      2024\nBron byggdes        2025") == []


def test_one_row_is_a_table_only_where_it_goes_on_from_the_sheet_before() -> None:
    row = TABLE.splitlines()[1]
    (region,) = regions(TABLE)
    edges = tuple(run.box.x1 for run in region.rows[1].figures)
    assert rows(row) == [] and len(rows(row, going_on=edges)) == 1
    assert rows(row, going_on=tuple(edge + 40 for edge in edges)) == []


def test_a_framed_table_may_have_one_row_of_figures() -> None:
    framed = """┌────────────┬────────────┐
│ Skola      │            │
├────────────┼────────────┤
│ Kostnad    │     41 275 │
└────────────┴────────────┘"""
    assert len(regions(framed)) == 1
    assert regions("Skola\nKostnad          41 275") == []
