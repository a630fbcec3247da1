"""Which lines above the first row of figures are its header, and which only stand above it."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.tables.figure_rows import Row
from extractors.tables.header_lines import (
    find_groups_above,
    find_header_above,
    find_header_on_sheet,
    is_headed,
)
from tests.extractors.drawing import draw

HEADER = "Bad          Budget 2030   Utfall 2030"
FIGURES = """Norra               1 200         1 300
Södra               2 400         2 500"""


def rows(text: str) -> list[Row]:
    (page,) = draw(text)
    return [Row(line, at) for at, line in enumerate(find_lines(page))]


def header(text: str, framed: bool = False) -> list[str]:
    """The header above the text's first line of figures."""
    found = rows(text)
    start = next(row.at for row in found if row.has_values)
    return [" ".join(row.line.text.split()) for row in find_header_above(found[start:], framed, found, start)]


def test_what_stands_over_the_figures_is_their_header() -> None:
    assert header(f"{HEADER}\n{FIGURES}") == ["Bad Budget 2030 Utfall 2030"]


def test_a_header_may_have_several_lines() -> None:
    text = f"                  Budget        Utfall\nBad                 2030          2030\n{FIGURES}"
    assert header(text) == ["Budget Utfall", "Bad 2030 2030"]


def test_a_title_of_the_whole_table_is_no_header() -> None:
    assert header(f"<Besök i baden>\n{HEADER}\n{FIGURES}") == ["Bad Budget 2030 Utfall 2030"]
    assert header(f"<Besök i baden>\n{FIGURES}") == []


def test_running_text_above_is_no_header() -> None:
    assert header(f"Så här många besökte baden under de två åren.\n{FIGURES}") == []


def test_a_row_of_figures_and_the_year_something_was_built_are_no_header() -> None:
    assert header(f"Byggnadsår             1962\n{FIGURES}") == []


def test_years_over_their_columns_are_a_header_also_at_a_distance() -> None:
    years = "                     2030          2031"
    words = "                    Budget        Utfall"
    assert header(f"{words}\n\n{FIGURES}") == ["Budget Utfall"]
    assert header(f"{words}\n\n\n{FIGURES}") == []
    assert header(f"{years}\n\n\n{FIGURES}") == ["2030 2031"]


def test_words_that_end_with_every_column_are_as_sure_as_years() -> None:
    flush = "                   Budget        Utfall"
    assert header(f"{flush}\n\n\n{FIGURES}") == ["Budget Utfall"]
    assert header(f"                                 Utfall\n\n\n{FIGURES}") == [], "not every column"
    assert header(f"Året               Budget 2030 och 2031\n\n{flush}\n{FIGURES}") == ["Budget Utfall"]


def test_one_header_may_stand_over_several_tables_of_a_sheet() -> None:
    years = "                     2030          2031"
    found = rows(f"{years}\n<Not 1>\n{FIGURES}\n\n<Not 2>\n{FIGURES}")
    assert [row.line.text for row in find_header_on_sheet(found[5:], found, 5)] == ["2030 2031"]
    between = rows(f"{years}\n<Not 1>\n{FIGURES}\n\n                   Barn         Vuxna\n{FIGURES}")
    assert find_header_on_sheet(between[5:], between, 5) == [], "another header stands between"
    narrow = rows(f"                     2030\n<Not 1>\n{FIGURES}")
    assert find_header_on_sheet(narrow[2:], narrow, 2) == [], "not every column"


def test_a_frame_that_holds_the_header_has_none_above_it() -> None:
    found = rows(f"{HEADER}\n{HEADER}\n{FIGURES}")
    assert find_header_above(found[1:], True, found, 1) == []
    assert find_header_above(found[1:], False, found, 1) == found[:1]


def test_a_group_s_title_above_the_first_row_is_set_as_the_others_are() -> None:
    """Only another title in the table tells it from a line of text."""
    first, second = FIGURES.splitlines()
    for title, is_group in (("<Simhallar>", True), (" Simhallar", False)):
        found = rows(f"{title}\n {first}\n<Utebad>\n {second}")
        assert find_groups_above(found[1:], found, 1) == (found[:1] if is_group else [])


def test_a_header_has_words_over_the_labels_and_over_every_figure() -> None:
    *heads, first, _ = rows(f"{HEADER}\n{FIGURES}")
    assert is_headed(heads, [first])
    assert not is_headed([], [first])
    (axis,) = rows("0            Budget 2030   Utfall 2030")
    assert not is_headed([axis], [first])
    (longer,) = rows("Norra               1 200         1 300         1 400         1 500")
    assert not is_headed(heads, [first, longer])


def test_a_header_with_more_columns_between_is_of_another_table() -> None:
    years = "                     2030          2031"
    wider = "Lån       Ränta        Dag         Belopp"
    found = rows(f"{years}\n<Not 1>\n{FIGURES}\n\n{wider}\n<Not 2>\n{FIGURES}")
    assert [row.line.text for row in find_header_on_sheet(found[6:], found, 6)] == ["2030 2031"]


def test_a_unit_alone_above_a_full_header_is_of_the_whole_table() -> None:
    """It is set flush right, over the last column, and in other type than the header's words."""
    text = f"                                  tkr\n             <Budget        Utfall>\n{HEADER}\n{FIGURES}"
    bold = text.replace(HEADER, f"<{HEADER}>")
    assert header(bold)[0] == "Budget Utfall"
    assert header(text.replace("<", "").replace(">", ""))[0] == "tkr", "set as the header is, it may be of it"
