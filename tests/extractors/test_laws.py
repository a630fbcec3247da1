"""What holds for every reading, whatever the document:
ids that refer, places that are true, raw text that is there.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from extractors.document import extract
from schemas.document import Extraction, Part
from schemas.place import Box, Place
from schemas.value import Number
from swedish.numbers.grammar import read_number
from swedish.numbers.notation import find_style
from tests.extractors.conftest import Reading
from tests.extractors.gold import fold
from tests.readings import sheet_of

ROOT = Path(__file__).parents[2]
PDFS = [
    *sorted((ROOT / "samples").glob("*/*.pdf")),
    *sorted((ROOT.parent / "shared" / "reference").glob("*.pdf")),
]
# kinds of things that are read, and where a gold lists them
GOLD_OF = {
    "parts": "parts", "sections": "sections", "paragraphs": "sections", "decisions": "decisions",
    "people": "people", "tables": "tables", "facts": "tables", "amounts": "amounts_in_text",
}  # fmt: skip


@pytest.fixture(scope="module", params=PDFS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def read(path: Path, reading: Reading) -> Extraction:
    """What was read of a PDF: something of every kind that its gold says is there,
    for any law holds where there is nothing to hold it to.
    """
    read = reading(path)
    gold = json.loads(_gold_of(path).read_text(encoding="utf-8"))
    assert [kind for kind, said in GOLD_OF.items() if gold.get(said) and not getattr(read, kind)] == []
    return read


def _gold_of(path: Path) -> Path:
    beside = path.with_suffix(".gold.json")
    return beside if beside.exists() else path.parent / "expected" / "gold.json"


def test_the_same_bytes_give_an_equal_extraction(path: Path, read: Extraction) -> None:
    """What OCR sees is asked for once: whether it sees the same again is the engines' own affair."""
    assert extract(path.read_bytes(), read.source, known=read.by_ocr) == read


def test_ids_are_unique(read: Extraction) -> None:
    for ids in (
        [part.part_id for part in read.parts],
        [section.section_id for section in read.sections],
        [paragraph.paragraph_id for paragraph in read.paragraphs],
        [decision.decision_id for decision in read.decisions],
        [person.person_index for person in read.people],
        [table.table_id for table in read.tables],
        [(table.table_id, cell.row, cell.column) for table in read.tables for cell in table.cells],
        [fact.fact_id for fact in read.facts],
        [amount.amount_id for amount in read.amounts],
    ):
        assert len(set(ids)) == len(ids)


def test_what_is_referred_to_is_there(read: Extraction) -> None:
    parts = {part.part_id for part in read.parts}
    sections = {section.section_id for section in read.sections} | {None}
    decisions = {decision.decision_id for decision in read.decisions} | {None}
    in_a_part: tuple[Any, ...] = (*read.pages, *read.sections, *read.paragraphs)
    in_a_section: tuple[Any, ...] = (*read.paragraphs, *read.decisions, *read.tables)
    for holder in (*in_a_part, *in_a_section):
        assert holder.part_id in parts
    for holder in in_a_section:
        assert holder.section_id in sections
    assert {section.parent_id for section in read.sections} <= sections
    assert {person.decision_id for person in read.people} <= decisions
    assert {fact.table_id for fact in read.facts} <= {table.table_id for table in read.tables}
    assert {a.paragraph_id for a in read.amounts} <= {p.paragraph_id for p in read.paragraphs}


def test_every_fact_has_its_cell_and_its_column_label(read: Extraction) -> None:
    tables = {table.table_id: table for table in read.tables}
    cells = {(table.table_id, cell.row, cell.column): cell for table in read.tables for cell in table.cells}
    for fact in read.facts:
        cell = cells[fact.table_id, fact.row, fact.column]
        assert (cell.role, cell.place) == ("value", fact.place)
        assert fact.raw in cell.text
        assert fact.column_label in tables[fact.table_id].column_labels


def test_a_tables_cells_fill_its_rows_and_columns(read: Extraction) -> None:
    for table in read.tables:
        covered = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert sorted(covered) == [(r, c) for r in range(table.n_rows) for c in range(table.n_columns)]
        assert len(table.column_labels) == table.n_columns - 1


def test_parts_hold_every_sheet_once_and_sections_keep_to_their_part(read: Extraction) -> None:
    reach = {part.part_id: _reach(part) for part in read.parts}
    held = [number for part in read.parts for number in reach[part.part_id]]
    assert held == [sheet.page for sheet in read.pages] == list(range(1, read.page_count + 1))
    holders: tuple[Any, ...] = (*read.sections, *read.decisions, *read.tables)
    for holder in holders:
        assert holder.first_page in reach[holder.part_id]
        assert holder.last_page in reach[holder.part_id]
        assert holder.first_page <= holder.last_page


def _reach(part: Part) -> range:
    assert part.first_page is not None and part.last_page is not None
    return range(part.first_page, part.last_page + 1)


def test_a_section_stands_under_one_of_a_higher_level(read: Extraction) -> None:
    level = {section.section_id: section.level for section in read.sections}
    for section in read.sections:
        assert section.parent_id is None or level[section.parent_id] < section.level


def test_every_place_is_on_its_sheet(read: Extraction) -> None:
    for place in _places(read):
        sheet, box = read.pages[sheet_of(place) - 1], place.box
        if box is not None:
            assert -0.5 <= box.x0 <= box.x1 <= sheet.width + 0.5
            assert -0.5 <= box.top <= box.bottom <= sheet.height + 0.5


def _places(read: Extraction) -> Iterator[Place]:
    holders: tuple[Any, ...] = (*read.facts, *read.amounts, *read.paragraphs)
    yield from (holder.place for holder in holders)
    yield from (cell.place for table in read.tables for cell in table.cells)


def test_a_facts_raw_is_read_as_its_value(read: Extraction) -> None:
    texts = {t.table_id: [c.text for c in t.cells if c.role in ("value", "note")] for t in read.tables}
    for fact in read.facts:
        found = read_number(fact.raw, find_style(texts[fact.table_id]))
        assert isinstance(found, Number)
        assert found.value == fact.value


def test_what_stands_in_a_facts_box_is_its_raw(path: Path, read: Extraction) -> None:
    """PDFium is asked for the text in the box, by its own way from the sheet as seen to the page's space.

    Only of sheets whose layer stands: what OCR reads is another text than PDFium's.
    """
    sound = {sheet.page for sheet in read.pages if sheet.text_source == "native"}
    with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
        for fact in (fact for fact in read.facts if fact.place.page in sound):
            assert fact.place.box is not None
            assert fold(_text_in(pdf[sheet_of(fact.place) - 1], fact.place.box)) == fold(fact.raw)
        for amount in (amount for amount in read.amounts if amount.place.page in sound):
            assert amount.place.box is not None
            assert fold(amount.raw) in fold(_text_in(pdf[sheet_of(amount.place) - 1], amount.place.box))


def _text_in(page: pypdfium2.PdfPage, box: Box, slack: float = 0.5) -> str:
    (ax, ay), (bx, by) = (
        _in_page_space(page, x, y)
        for x, y in ((box.x0 - slack, box.top - slack), (box.x1 + slack, box.bottom + slack))
    )
    return str(page.get_textpage().get_text_bounded(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))


def _in_page_space(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """PDFium's answer for a point counted from the sheet's upper left corner, in hundredths of a point."""
    width, height = (round(100 * side) for side in page.get_size())
    across, up = ctypes.c_double(), ctypes.c_double()
    found = (ctypes.byref(across), ctypes.byref(up))
    assert pdfium.FPDF_DeviceToPage(page, 0, 0, width, height, 0, round(100 * x), round(100 * y), *found)
    return across.value, up.value
