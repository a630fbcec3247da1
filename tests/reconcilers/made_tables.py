"""Readings made of rows and sentences, so that a test can say in one screen what stands on the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from schemas.document import Amount, Extraction, Fact, Paragraph, Section, Source
from schemas.kinds import DocumentStatus, Engine, TextSource, UnitSource
from schemas.place import Box, Place
from schemas.table import Table
from swedish.periods import read_measure, read_year
from swedish.table_labels import row_kind

FACTORS = {"kr": Decimal(1), "tkr": Decimal(1000), "mnkr": Decimal(10) ** 6}
_AMOUNT = re.compile(r"[-–]?\d[\d ]*(?:,\d+)? ?(?:mnkr|tkr|kronor|kr|procent)")
DOCUMENT = "0123456789abcdef"


@dataclass(frozen=True)
class Made:
    """A table: `rows` are "label | figure | figure",
    a line without figures is a group row, "" is an empty cell.
    """

    title: str
    columns: str
    rows: str
    unit: str = "tkr"


@dataclass(frozen=True)
class Told:
    """A paragraph under a heading, in a part."""

    text: str
    heading: str = "Ekonomi"
    part: int = 0


def read_value(raw: str) -> Decimal:
    bare = re.sub(r"[^\d,]", "", raw).replace(",", ".")
    return -Decimal(bare) if re.match(r"\s*[-−–(]", raw) else Decimal(bare)


def make(*tables: Made, told: Sequence[Told] = ()) -> Extraction:
    """The reading of a document with these tables and paragraphs, one a page."""
    made = [_table(index, table) for index, table in enumerate(tables)]
    texts = [_paragraph(index, each, len(tables) + 1 + index) for index, each in enumerate(told)]
    sections = {section.section_id: section for _, section, _ in texts}
    return Extraction(
        Source(DOCUMENT.ljust(64, "0"), "made.pdf"), len(tables) + len(told), None, "sv", TextSource.NATIVE,
        DocumentStatus.COMPLETE, (), None, None, None, None, None, None, (), (), tuple(sections.values()),
        tuple(p for p, _, _ in texts), (), (),
        tuple(table for table, _ in made), tuple(fact for _, facts in made for fact in facts),
        tuple(amount for _, _, amounts in texts for amount in amounts),
    )  # fmt: skip


def _table(index: int, made: Made) -> tuple[Table, list[Fact]]:
    table_id = f"{DOCUMENT}-t{index:03d}"
    columns = [name.strip() for name in made.columns.split("|")]
    group, facts = None, []
    for row, line in enumerate(filter(None, map(str.strip, made.rows.splitlines())), 1):
        label, *cells = (cell.strip() for cell in line.split("|"))
        if not any(cells):
            group = label
            continue
        for column, raw in enumerate(cells, 1):
            if raw:
                facts.append(
                    _fact(table_id, row, column, group, label, columns[column - 1], raw, made.unit, index + 1)
                )
    rows = max(fact.row for fact in facts) + 1
    return Table(table_id, f"{DOCUMENT}-p00", None, index, made.title, made.unit, UnitSource.TITLE,
                 tuple(columns),
                 index + 1, index + 1, rows, len(columns) + 1, Engine.PARAGRAF, 1.0, ()), facts  # fmt: skip


def _fact(
    table_id: str,
    row: int,
    column: int,
    group: str | None,
    label: str,
    header: str,
    raw: str,
    unit: str,
    page: int,
) -> Fact:
    value = read_value(raw)
    unit = "procent" if "%" in header or "%" in raw else unit
    factor = FACTORS.get(unit)
    place = Place(page, Box(100.0 * column, 20.0 * row, 100.0 * column + 50, 20.0 * row + 10))
    return Fact(
        f"{table_id}-r{row:03d}c{column:02d}", table_id, row, column, group, label, row_kind(label, group),
        header,
        read_measure(header) or read_measure(label), read_year(header) or read_year(label), raw, value, unit,
        None if factor is None else value * factor, place,
    )  # fmt: skip


def _paragraph(index: int, told: Told, page: int) -> tuple[Paragraph, Section, list[Amount]]:
    part = f"{DOCUMENT}-p{told.part:02d}"
    section = Section(f"{part}-{told.heading}", part, index, None, None, told.heading, 1, page, page)
    paragraph_id = f"{DOCUMENT}-g{index:05d}"
    place = Place(page, Box(50, 50, 500, 80))
    paragraph = Paragraph(paragraph_id, part, section.section_id, index, told.text, place)
    amounts = [_amount(f"{paragraph_id}-a{i}", paragraph_id, m[0], place, told.text[: m.start()])
               for i, m in enumerate(_AMOUNT.finditer(told.text))]  # fmt: skip
    return paragraph, section, amounts


def _amount(amount_id: str, paragraph_id: str, raw: str, place: Place, before: str) -> Amount:
    unit = {"kronor": "kr"}.get(re.sub(r"[-–\d ,]", "", raw), re.sub(r"[-–\d ,]", "", raw))
    value, factor = read_value(raw), FACTORS.get(unit)
    about = bool(re.search(r"\b(?:ca|cirka|ungefär)\.? $", before))
    return Amount(
        amount_id, paragraph_id, raw, value, unit, None if factor is None else value * factor, about, place
    )
