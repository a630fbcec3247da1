"""One phenomenon a file: what is drawn above `---` is read as what stands below it
(tests/cases/README.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractors.document import read_pages
from extractors.pages.lines import find_lines
from extractors.pages.running_heads import Margins, find_margins
from extractors.tables.facts import cast_table
from extractors.tables.stitch import LogicalTable
from extractors.text.attendance import read_attendance
from extractors.text.block import Block
from extractors.text.blocks import find_blocks
from extractors.text.matters import find_matters
from extractors.text.parts import find_parts
from extractors.text.text_lines import text_lines
from schemas.document import Person, Source
from schemas.page import Page
from tests.extractors.drawing import draw, tables_on
from tests.extractors.not_reached import row

CASES = Path(__file__).parents[1] / "cases"
NOT_REACHED: dict[str, str] = {}


def _tables(pages: list[Page]) -> Iterator[str]:
    """Each table's column labels, then its rows; sheets that go on are joined."""
    for table in tables_on(pages):
        yield from _rows(table)


def _rows(table: LogicalTable) -> Iterator[str]:
    yield " | ".join(table.header.labels)
    cells = [cell for cell in cast_table(table, "t").cells if cell.row >= len(table.header.rows)]
    for number in sorted({cell.row for cell in cells}):
        yield " | ".join(cell.text for cell in cells if cell.row == number)


def _facts(pages: list[Page]) -> Iterator[str]:
    """Each fact as group / row / column = value."""
    for table in tables_on(pages):
        for fact in cast_table(table, "t").facts:
            where = " / ".join(filter(None, (fact.group_label, fact.row_label, fact.column_label)))
            yield f"{where} = {fact.value} {fact.unit or ''}".rstrip()


def _blocks_of(pages: list[Page]) -> list[Block]:
    return find_blocks([list(text_lines(page, find_lines(page), [])) for page in pages])


def _paragraphs(pages: list[Page]) -> Iterator[str]:
    """Each block with its kind."""
    return (f"{block.kind}: {block.text}" for block in _blocks_of(pages))


def _matters(pages: list[Page]) -> Iterator[str]:
    for matter in find_matters(_blocks_of(pages)).found:
        yield f"§ {matter.sign.paragraph} | {matter.diary_number} | {matter.title}"


def _margins_of(pages: list[Page]) -> list[Margins]:
    return find_margins([(page, find_lines(page)) for page in pages])


def _margins(pages: list[Page]) -> Iterator[str]:
    """What is left of each sheet, and its printed page number."""
    for page, margins in zip(pages, _margins_of(pages), strict=True):
        yield f"{page.number} ({margins.printed.raw if margins.printed else None})"
        yield from (f"  {line.text}" for line in margins.body)


def _parts(pages: list[Page]) -> Iterator[str]:
    for part in find_parts(pages, _margins_of(pages)):
        yield f"{part.kind} {part.first_page}–{part.last_page}: {part.evidence}"


def _attendance(pages: list[Page]) -> Iterator[str]:
    for person in read_attendance([line for page in pages for line in find_lines(page)]):
        yield f"{person.name} ({person.party}) {person.role}"


def _protocols(pages: list[Page]) -> Iterator[str]:
    """Each § of the whole reading: what was decided, proposed, noted, attached and voted, and by whom."""
    read = read_pages(pages, Source("0" * 64, "drawn.pdf"), None)
    yield from (f"{part.kind} {part.first_page}–{part.last_page}" for part in read.parts)
    for decision in read.decisions:
        yield f"§ {decision.paragraph} | {decision.diary_number} | {decision.title}"
        for name, texts in (
            ("decided", decision.decision_text),
            ("proposed", decision.proposals),
            ("reserved", decision.reservations),
            ("noted", decision.protocol_notes),
            ("attached", decision.attachments),
        ):
            yield from (f"  {name}: {text}" for text in texts)
        if decision.votes_yes is not None:
            yield f"  voted: {decision.votes_yes}–{decision.votes_no}, {decision.votes_abstain} abstained"
        yield from (f"  {_person(p)}" for p in read.people if p.decision_id == decision.decision_id)
    yield from (_person(p) for p in read.people if p.decision_id is None)


def _person(person: Person) -> str:
    party = f" ({person.party})" if person.party else ""
    return f"{person.role}: {person.name}{party}{f' {person.vote}' if person.vote else ''}"


READERS: dict[str, Callable[[list[Page]], Iterator[str]]] = {
    "attendance": _attendance,
    "facts": _facts,
    "margins": _margins,
    "matters": _matters,
    "paragraphs": _paragraphs,
    "parts": _parts,
    "protocols": _protocols,
    "tables": _tables,
}


def _case(path: Path) -> object:
    name = path.relative_to(CASES).with_suffix("").as_posix()
    return row(path, name=name, why=NOT_REACHED.get(name))


@pytest.mark.parametrize("path", [_case(path) for path in sorted(CASES.glob("*/*.txt"))])
def test_what_is_drawn_is_read(path: Path) -> None:
    drawn, _, expected = path.read_text(encoding="utf-8").rpartition("---\n")
    found = "\n".join(line.rstrip() for line in READERS[path.parent.name](draw(drawn)))
    assert found == expected.strip("\n")


def test_every_folder_of_cases_has_a_reader() -> None:
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == set(READERS)
