"""Other readers of tables are asked as they want to be, for the sheets that they are told."""

from __future__ import annotations

from pathlib import Path

from benchmarks.peers import FLAVORS, pdfplumber_words, table_readers

PDF = Path(__file__).parents[2] / "samples" / "minustecken" / "minustecken.pdf"


def test_every_way_of_each_peer_is_asked() -> None:
    assert list(table_readers()) == [
        *(f"camelot {each}" for each in FLAVORS),
        "pdfplumber",
        "pdfplumber text",
    ]


def test_pdfplumber_gives_the_rows_of_the_sheets_alone() -> None:
    rows = table_readers()["pdfplumber text"](PDF, [1])
    assert any("".join(cell or "" for cell in row).strip() for row in rows)
    assert table_readers()["pdfplumber text"](PDF, []) == []


def test_its_words_are_counted_over_the_whole_file() -> None:
    assert pdfplumber_words(PDF) > 20
