"""A table that breaks over sheets becomes one again."""

from __future__ import annotations

from extractors.document import read_pages
from extractors.pages.lines import find_lines
from extractors.tables.regions import find_regions
from extractors.tables.stitch import LogicalTable, SheetTable, continue_table, corner_title, read_sheet_table
from schemas.document import Source
from schemas.page import Page, Word
from schemas.place import Box
from tests.extractors.drawing import draw

HEADER = "Nämnd        Budget 2025   Utfall 2025"
FIRST = "Skola             41 275        41 590\nVård              94 115        93 207"
MORE = "Kultur             1 240           904\nSumma            136 630       135 701"


def share(text: str, page: Page | None = None) -> SheetTable:
    page = page or draw(text)[0]
    (region,) = find_regions(page, find_lines(page))
    return read_sheet_table(region)


BEFORE = share(f"{HEADER}\n{FIRST}")


def test_rows_without_a_header_go_on_in_the_columns_before() -> None:
    after = continue_table(BEFORE, share(MORE))
    assert after is not None
    table = LogicalTable((BEFORE, after))
    assert [row.label.text for row in table.rows if row.label] == ["Skola", "Vård", "Kultur", "Summa"]


def test_a_header_repeated_stands_once() -> None:
    after = continue_table(BEFORE, share(f"{HEADER}\n{MORE}"))
    assert after is not None and after.header.rows == () and len(after.rows) == 2


def test_another_header_begins_another_table() -> None:
    assert continue_table(BEFORE, share(f"{HEADER.replace('Budget 2025', 'Budget 2026')}\n{MORE}")) is None


def test_columns_elsewhere_or_one_more_are_another_table() -> None:
    elsewhere = MORE.replace("            ", "                         ")
    assert continue_table(BEFORE, share(elsewhere)) is None
    assert (
        continue_table(
            BEFORE, share("Kultur      1 240      904      17\nSumma     136 630  135 701     315")
        )
        is None
    )


def test_a_sheet_with_another_margin_goes_on_where_its_columns_moved_with_it() -> None:
    moved = "\n".join(f"   {line}" for line in MORE.splitlines())
    after = continue_table(BEFORE, share(moved))
    assert after is not None and after.columns.count == 3


def test_large_type_over_the_labels_is_the_table_s_title() -> None:
    """Annual reports set "Balansräkning" so, on the line of the years."""
    (page,) = draw(f"{HEADER}\n{FIRST}")
    large = tuple(
        Word(w.text, Box(w.box.x0, w.box.top - 2, w.box.x1, w.box.bottom), 16) if w.text == "Nämnd" else w
        for w in page.words
    )
    assert corner_title(share("", Page(1, 595, 842, 0, large))) == "Nämnd"
    assert corner_title(BEFORE) is None


def test_a_header_alone_at_the_foot_of_a_sheet_is_that_of_the_next_one() -> None:
    header = "<Tkr               Jan–aug 2031   Jan–aug 2030>"
    first = f"Resultatet är bättre än väntat, och det gäller hela året.\n\n{header}\n"
    second = (
        "Omsättning              182 400        176 150\nKostnader              -151 900       -149 300\n"
    )
    found = read_pages(draw(f"{first}=====\n{second}"), Source("0" * 64, "x.pdf"), None)
    assert [(f.row_label, f.column_label, f.raw, f.unit) for f in found.facts][:2] == [
        ("Omsättning", "Jan–aug 2031", "182 400", "tkr"),
        ("Omsättning", "Jan–aug 2030", "176 150", "tkr"),
    ]
    headers = [cell for cell in found.tables[0].cells if cell.role == "header"]
    assert {cell.place.page for cell in headers} == {1}, "where it is printed"
    assert "Tkr" not in " ".join(paragraph.text for paragraph in found.paragraphs)
    prose = first.replace(header, "Se även bilagan nedan.")
    assert (
        not read_pages(draw(f"{prose}=====\n{second}"), Source("0" * 64, "x.pdf"), None).facts[0].column_label
    )
