"""Entries of contents lists."""

from __future__ import annotations

import pytest

from extractors.text.entries import read_entry


@pytest.mark.parametrize(
    ("line", "number", "text", "page"),
    [
        ("Ekonomi ......... 7", None, "Ekonomi", "7"),
        ("3.1  Ekonomi . . . . . s. 7", "3.1", "Ekonomi", "7"),
        ("Budget 2031 ........ sid 12 ...", None, "Budget 2031", "12"),
        ("KS § 142   Badplatsen ____ 9", "§ 142", "Badplatsen", "9"),
    ],
)
def test_an_entry_is_number_words_and_page(line: str, number: str | None, text: str, page: str) -> None:
    entry = read_entry(line)
    assert entry is not None
    assert (entry.number, entry.text, entry.printed_page) == (number, text, page)


def test_a_line_without_words_is_no_entry() -> None:
    assert read_entry("......... 7") is None


def test_only_an_entry_with_a_sign_names_a_paragraph() -> None:
    entries = [read_entry("§ 142 Badet ..... 7"), read_entry("14 Badet ..... 7")]
    assert [entry and entry.paragraph for entry in entries] == ["142", None]
