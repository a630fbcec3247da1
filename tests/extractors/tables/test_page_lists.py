"""A list of pages is told from a table by its title or its numbers."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.tables.figure_rows import Row
from extractors.tables.page_lists import lists_pages
from tests.extractors.drawing import draw

LIST = """Ekonomi                 3
Personal                5
Framtiden               9"""


def is_list(title: str, text: str) -> bool:
    (page,) = draw(f"{title}\n{text}")
    above, *rows = [Row(line, at) for at, line in enumerate(find_lines(page))]
    return lists_pages(rows, [above])


def test_a_title_says_what_the_numbers_are() -> None:
    assert is_list("Innehåll", LIST)
    assert not is_list("Besök", LIST)


def test_numbered_headings_say_so_too() -> None:
    numbered = "1 Ekonomi               3\n2 Personal              5\n2.1 Lön                 9"
    assert is_list("Rapport", numbered)


def test_pages_never_fall() -> None:
    assert not is_list("Innehåll", LIST.replace("5", "2"))
