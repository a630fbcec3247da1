"""What a contents list names is found as headings, held against their sheets, and told where it is not."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import read_pages
from reconcilers.structure.checks import find_structure_checks
from reconcilers.structure.findings import tell_structure
from schemas.document import Extraction, Source
from schemas.warnings import Code
from tests.extractors.drawing import draw
from tests.reconcilers.texts import findings_of

NAMES = ["Inledning", "Ekonomi", "Personal", "Miljö", "Bryggor", "Framtid"]
TEXT = "det som saken gäller, i ord som inte är en rubrik."


def report(pages: list[int], *, plain: str = "", without: str = "", size: int = len(NAMES)) -> Extraction:
    """A report whose list gives those pages; one chapter a sheet, from sheet 2."""
    listed = [f"{name} {'.' * (40 - len(name))} {page}" for name, page in zip(NAMES, pages, strict=False)]
    sheets = ["<ÅRSRAPPORT>\n\n<Innehåll>\n\n" + "\n".join(listed[:size]) + "\n"]
    for name in NAMES[:size]:
        head = "" if name == without else f"{name}\n\n" if name == plain else f"<{name}>\n\n"
        sheets.append(f"{head}Om {name.lower()} sägs här {TEXT}\n")
    return read_pages(draw("=====\n".join(sheets)), Source("0" * 64, "drawn.pdf"), None)


def says(reading: Extraction) -> list[str]:
    return [check.says for check in find_structure_checks(reading, 0) if "Inneh" in check.says]


def test_each_entry_has_its_heading_and_its_sheet() -> None:
    reading = report([2, 3, 4, 5, 6, 7])
    sections = {section.section_id: section.heading for section in reading.sections}
    assert [sections[entry.section_id or ""] for entry in reading.contents] == NAMES
    assert says(reading) == [
        "Innehållsförteckningen: alla 6 rubriker finns.",
        "Innehållsförteckningens sidor: alla 6 stämmer.",
    ]
    assert not findings_of(tell_structure, reading)


def test_what_the_list_names_is_a_heading_in_plain_type_too() -> None:
    assert "Miljö" in [section.heading for section in report([2, 3, 4, 5, 6, 7], plain="Miljö").sections]


def test_a_heading_that_is_not_found_is_told() -> None:
    reading = report([2, 3, 4, 5, 6, 7], without="Bryggor")
    told = [w.what for w in reading.warnings if w.code == Code.HEADINGS_INCOMPLETE]
    assert told == ["1 rubrik i innehållsförteckningen är inte hittad: ”Bryggor” (tryckt sida 6)."]
    assert says(reading)[0] == "Innehållsförteckningen: 5 av 6 rubriker finns; ”Bryggor” saknas."


def test_a_page_that_the_list_gives_wrongly() -> None:
    reading = report([2, 3, 4, 6, 6, 7])
    assert says(reading)[1] == "Innehållsförteckningens sidor: 5 av 6 stämmer."
    assert [(f.kind, f.expected, f.found) for f in findings_of(tell_structure, reading)] == [
        ("reference", "sida 5", "sida 6")
    ]


def test_pages_that_count_from_elsewhere_are_right() -> None:
    assert not findings_of(tell_structure, report([12, 13, 14, 15, 16, 17]))


def test_of_a_list_that_is_often_wrong_nothing_is_told() -> None:
    reading = report([2, 3, 4, 9, 9, 7])
    assert not findings_of(tell_structure, reading)
    assert not all(check.holds for check in find_structure_checks(reading, 0))


def test_two_entries_are_no_list() -> None:
    assert says(report([2, 3], size=2)) == []


def test_papers_that_are_enclosed_may_be_other_files() -> None:
    reading = report([2, 3, 4, 5, 6, 7])
    entry = replace(reading.contents[-1], text="Bilaga 3, Ritning", section_id=None)
    assert not entry.names_a_heading
