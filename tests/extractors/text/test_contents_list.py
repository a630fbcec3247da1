"""Which documents a protocol's contents list names, and the sheet each begins on."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.pages.running_heads import find_margins
from extractors.text.contents_list import find_listed
from tests.extractors.drawing import draw

LIST = """Ärenden

§ 1 Vägar ...................... 5
§ 2 Parker ..................... 6
Bilaga Karta över hamnen ....... 8"""


def listed(contents: str, first_printed: int = 4, n_sheets: int = 5) -> list[tuple[str, int]]:
    sheets = [f"\nText {chr(65 + n) * 9}.\n⋮\nSida {n + first_printed}" for n in range(1, n_sheets)]
    pages = draw("\n=====\n".join([f"{contents}\n⋮\nSida {first_printed}", *sheets]) + "\n")
    margins = find_margins([(page, find_lines(page)) for page in pages])
    return [(entry.title, entry.sheet) for entry in find_listed(margins)]


def test_an_annex_is_named_with_the_sheet_that_bears_its_number() -> None:
    """The list is printed on page 4, which is the file's first sheet: page 8 is its fifth."""
    assert listed(LIST) == [("Karta över hamnen", 5)]


def test_a_sheet_that_the_file_lacks_is_not_named() -> None:
    assert listed(LIST, n_sheets=4) == []


def test_a_report_s_list_of_chapters_names_no_documents() -> None:
    assert listed(LIST.replace("§ 1", "1").replace("§ 2", "2")) == []


def test_sheets_without_printed_numbers_do_not_say_where() -> None:
    pages = draw(LIST + "\n=====\nText.\n")
    assert find_listed(find_margins([(page, find_lines(page)) for page in pages])) == []
