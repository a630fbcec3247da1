"""A reading, and what its parts know of themselves."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from schemas import document
from schemas.document import Part, Source
from schemas.kinds import PartKind
from schemas.page import SheetsByOcr
from schemas.tables import TABLES_OF_RELEASE
from tests.flows.stand_ins import reading_of

SOURCE = Source("0123456789abcdef" * 4, "påhittad.pdf")


@pytest.mark.parametrize(
    ("row", "table"),
    [
        (document.Sheet, "pages"),
        (document.SheetWord, "words"),
        (document.Part, "parts"),
        (document.Section, "sections"),
        (document.Paragraph, "paragraphs"),
        (document.Decision, "decisions"),
        (document.Person, "people"),
        (document.Fact, "facts"),
        (document.Amount, "amounts"),
    ],
)
def test_what_is_read_has_the_names_of_what_is_published(row: type, table: str) -> None:
    columns = {column.name for found in TABLES_OF_RELEASE if found.name == table for column in found.columns}
    assert {field.name for field in dataclasses.fields(row)} - {"place", "correction_ids"} <= columns


def test_a_document_is_known_by_the_beginning_of_its_digits() -> None:
    assert SOURCE.document_id == "0123456789abcdef"


def test_a_part_knows_its_sheets() -> None:
    part = Part("p", 0, PartKind.PROTOCOL, None, 3, 5, "")
    assert list(part.sheets) == [3, 4, 5]
    assert list(replace(part, first_page=None, last_page=None).sheets) == []


def test_two_readings_of_the_same_words_are_equal_whatever_ocr_kept() -> None:
    reading = reading_of(SOURCE)
    assert replace(reading, by_ocr=SheetsByOcr("reader 1")) == reading_of(SOURCE)
    assert replace(reading, title="Budget") != reading
