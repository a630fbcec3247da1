"""Words put in their columns, and labels over several lines made whole."""

from __future__ import annotations

from dataclasses import replace

from extractors.pages.lines import find_lines
from extractors.tables.grid import find_columns
from extractors.tables.grid_rows import find_rows
from extractors.tables.regions import find_regions
from extractors.tables.rows import CellRow, cell_rows
from schemas.place import Box
from tests.extractors.drawing import PITCH, draw, tables_on


def rows(text: str) -> list[CellRow]:
    (page,) = draw(text)
    (region,) = find_regions(page, find_lines(page))
    lines, ruled = find_rows(region)
    return cell_rows(region, find_columns(region), lines, ruled)


def texts(text: str) -> list[dict[int, str]]:
    return [{column: cell.text for column, cell in row.cells.items()} for row in rows(text)]


TABLE = """Nämnd            Budget 2025   Utfall 2025
Skola                 41 275        41 590
Vård                  94 115        93 207
Summa                135 390       134 797"""


def test_every_word_stands_in_its_column() -> None:
    assert texts(TABLE)[:2] == [
        {0: "Nämnd", 1: "Budget 2025", 2: "Utfall 2025"}, {0: "Skola", 1: "41 275", 2: "41 590"},
    ]  # fmt: skip


def test_an_empty_cell_is_left_out() -> None:
    assert texts(TABLE.replace("94 115", "      "))[2] == {0: "Vård", 2: "93 207"}


def test_a_label_that_goes_on_in_small_letters_is_one_label() -> None:
    text = TABLE.replace("Vård                  94 115        93 207",
                         "Vård av äldre och\nav barn               94 115        93 207")  # fmt: skip
    assert texts(text)[2] == {0: "Vård av äldre och av barn", 1: "94 115", 2: "93 207"}


def test_a_group_s_title_is_a_row_of_its_own() -> None:
    found = rows(TABLE.replace("Vård  ", "Omsorg\nVård  "))
    assert [row.is_label_only for row in found] == [False, False, True, False, False]


def test_a_hyphen_at_the_end_goes_on_below() -> None:
    text = TABLE.replace("Vård  ", "Kultur-\nVård  ")
    assert texts(text)[2][0] == "Kultur- Vård"


def test_two_rows_with_figures_are_never_one() -> None:
    assert len(texts(TABLE.replace("Vård ", "vård "))) == 4


def test_years_are_no_figures_of_a_row() -> None:
    header, first, *_ = rows(
        TABLE.replace("Budget 2025", "       2025").replace("Utfall 2025", "       2024")
    )
    assert not header.has_figures and first.has_figures


def test_a_long_label_over_an_empty_cell_stays_whole() -> None:
    """It runs past the border in ordinary spaces."""
    text = TABLE.replace("Summa                135 390       134 797",
                         "Kultur och fritid i kommunen        97 311")  # fmt: skip
    assert texts(text)[3] == {0: "Kultur och fritid i kommunen", 2: "97 311"}


def test_a_header_that_ends_where_the_thousands_do_cuts_no_figure() -> None:
    table = """Nämnd            Mål         Budget 2025
Skola             41 275        41 590
Vård              94 115        93 207"""
    assert [cells[1] for cells in texts(table)] == ["Mål", "41 275", "94 115"]


def test_figures_amid_the_lines_of_a_label_beside_its_code_are_of_one_row() -> None:
    drawn = """                                  Period    Ackumulerat
 5252  Hyra av datorer            -68,75         -68,75
 5520  Underhåll av maskiner
                                  -17,07         -17,07
       och verktyg
 5600  Transporter                -95,62         -95,62"""
    (page,) = draw(drawn)
    amid = [word for word in page.words if word.text == "-17,07"]
    up, down = amid[0].box.top - PITCH, amid[0].box.top + PITCH
    assert {word.box.top for word in page.words} >= {up, down}
    nearer = [replace(word, box=_moved(word.box, word.box.top, up, down)) for word in page.words]
    (table,) = tables_on([replace(page, words=tuple(nearer))])
    assert [[cell.text for _, cell in sorted(row.cells.items())] for row in table.rows] == [
        ["5252", "Hyra av datorer", "-68,75", "-68,75"],
        ["5520", "Underhåll av maskiner och verktyg", "-17,07", "-17,07"],
        ["5600", "Transporter", "-95,62", "-95,62"],
    ]


def _moved(box: Box, top: float, up: float, down: float) -> Box:
    """The lines of the label 8 points nearer to the figures between them, all below too."""
    by = 8 if top == up else -8 if top == down else 0
    return Box(box.x0, box.top + by, box.x1, box.bottom + by)
