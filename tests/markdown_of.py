"""A reading written as Markdown, as an OCR engine would give the same paper:
for tests that read one paper twice.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from schemas.document import Extraction, Section
from schemas.table import Table


def as_tabs(table: Table) -> str:
    return "\n".join("\t".join(row) for row in _grid(table))


def as_pipes(table: Table) -> str:
    grid = _grid(table)
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in grid]
    return "\n".join([lines[0], "|" + "---|" * len(grid[0]), *lines[1:]])


def as_html(table: Table) -> str:
    """The only notation that can tell what a cell spans."""
    rows: dict[int, list[str]] = {row: [] for row in range(table.n_rows)}
    for cell in table.cells:
        spans = f' rowspan="{cell.row_span}" colspan="{cell.column_span}"'
        rows[cell.row].append(f"<td{spans}>{html.escape(cell.text)}</td>")
    return "<table>\n" + "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows.values()) + "\n</table>"


NOTATIONS: dict[str, Callable[[Table], str]] = {"tabs": as_tabs, "pipes": as_pipes, "html": as_html}


def markdown_of(reading: Extraction, notation: str = "tabs") -> str:
    """Headings, §§, paragraphs and tables, in the order of the sections."""
    return "\n\n".join(_blocks(reading, NOTATIONS[notation])) + "\n"


def _blocks(reading: Extraction, write: Callable[[Table], str]) -> Iterator[str]:
    for part in reading.parts:
        sections: list[Section | None] = [None, *(s for s in reading.sections if s.part_id == part.part_id)]
        for section in sections:
            section_id = section.section_id if section else None
            if section:
                yield from _heading(reading, section)
            under = (part.part_id, section_id)
            yield from (p.text for p in reading.paragraphs if (p.part_id, p.section_id) == under)
            for table in (t for t in reading.tables if (t.part_id, t.section_id) == under):
                yield from [f"**{table.title}**"] if table.title else []
                yield write(table)


def _heading(reading: Extraction, section: Section) -> Iterator[str]:
    for decision in reading.decisions:
        if decision.section_id == section.section_id:
            yield f"§ {decision.paragraph}"
            yield from [f"Dnr {decision.diary_number}"] if decision.diary_number else []
    yield " ".join(filter(None, ("#" * min(section.level + 1, 6), section.number, section.heading)))


def _grid(table: Table) -> list[list[str]]:
    grid = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text
    return grid
