"""Contents lists against headings and the sheets where these stand."""

from __future__ import annotations

from dataclasses import replace

from reconcilers.structure.contents import find_contents_lists
from schemas.document import ContentsEntry, Extraction
from schemas.place import Place
from tests.reconcilers.texts import reading_of

NAMES = ["Inledning", "Ekonomi", "Personal", "Miljö"]


def listed(pages: list[str], missing: str = "") -> Extraction:
    """A heading a sheet, and a list that gives those pages for them."""
    reading = reading_of(*[[(name, ["Text."])] for name in NAMES])
    entries = tuple(
        ContentsEntry(at, "p", None, name, page, None if name == missing else section.section_id, Place(1))
        for at, (name, page, section) in enumerate(zip(NAMES, pages, reading.sections, strict=True))
    )
    return replace(reading, contents=entries)


def test_pages_count_from_wherever_most_of_them_do() -> None:
    (contents,) = find_contents_lists(listed(["11", "12", "13", "14"]))
    assert (contents.found, contents.placed, contents.misplaced) == (4, 4, ())


def test_one_at_another_page_is_misplaced_and_told_the_right_one() -> None:
    (contents,) = find_contents_lists(listed(["11", "12", "19", "14"]))
    assert [(entry.text, right) for entry, _, right in contents.misplaced] == [("Personal", 13)]


def test_what_is_not_found_has_no_place() -> None:
    (contents,) = find_contents_lists(listed(["11", "12", "13", "14"], missing="Miljö"))
    assert (len(contents.entries), contents.found, contents.placed) == (4, 3, 3)


def test_printed_numbers_are_asked_where_every_sheet_has_one() -> None:
    reading = listed(["3", "4", "6", "7"])
    sheets = tuple(
        replace(sheet, printed_page=number) for sheet, number in zip(reading.pages, "3467", strict=True)
    )
    (contents,) = find_contents_lists(replace(reading, pages=sheets))
    assert contents.misplaced == ()
