"""Ground truth, written down while a sample is printed. Nothing here reads a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from making.duplicates import find_duplicates
from making.model import Row, Table

Json = dict[str, Any]
MARKED = re.compile(r"\{([^{}]*)\}")
FACTORS = {
    "mdkr": 10**9, "mnkr": 10**6, "mkr": 10**6, "msek": 10**6, "miljoner kronor": 10**6, "miljon kronor": 10**6,
    "tkr": 1000, "kkr": 1000, "kronor": 1, "kr": 1, "m€": None, "€": None, "euro": None, "miljoner euro": None,
}  # fmt: skip


def unmarked(text: str) -> str:
    """The text as printed: amounts are marked in the source as {98,4 mnkr}."""
    return MARKED.sub(r"\1", text)


def marked_number(raw: str) -> tuple[Decimal | None, str]:
    """The number and the unit of a marked amount; a range has no number.

    >>> marked_number("1 250,5 tkr")
    (Decimal('1250.5'), 'tkr')
    >>> marked_number("2,5–3 mnkr")
    (None, 'mnkr')
    """
    bare = re.sub(r"[\u00a0\u202f\u2009]", " ", raw).replace("\u200b", "")
    hit = re.match(r"([-–−]?)\s?([\d ]*\d(?:,\d+)?)(?P<range>\s?–\s?[\d,]+)?\s*(?P<unit>\D.*)$", bare)
    if not hit:
        raise ValueError(f"not an amount: {raw!r}")
    if hit["range"]:
        return None, hit["unit"]
    number = Decimal(hit[2].replace(" ", "").replace(",", "."))
    return (-number if hit[1] else number), hit["unit"]


@dataclass(slots=True)
class Gold:
    """What stands in one document, in the order in which it is printed."""

    file: str
    municipality: str
    body: str
    meeting_date: str
    title: str
    diary_number: str | None = None
    parts: list[Json] = field(default_factory=list)
    decisions: list[Json] = field(default_factory=list)
    people: list[Json] = field(default_factory=list)
    sections: list[Json] = field(default_factory=list)
    tables: list[Json] = field(default_factory=list)
    amounts: list[Json] = field(default_factory=list)
    percentages: list[Json] = field(default_factory=list)
    checks: list[Json] = field(default_factory=list)

    def part(self, kind: str, title: str, page: int) -> None:
        if self.parts:
            self.parts[-1]["last_page"] = page - 1
        self.parts.append({"kind": kind, "title": title, "first_page": page, "last_page": page})

    def section(self, heading: str, level: int, page: int, number: str | None = None) -> None:
        self.sections.append(
            {
                "part": len(self.parts) - 1,
                "number": number,
                "heading": heading,
                "level": level,
                "page": page,
                "paragraphs": [],
                "paragraph_pages": [],
            }
        )

    def paragraph(self, text: str, pages: Sequence[int]) -> None:
        section = self.sections[-1]
        section["paragraphs"].append(unmarked(text))
        section["paragraph_pages"].append(list(pages))
        for raw in MARKED.findall(text):
            self._amount(raw, unmarked(text), pages[0])

    def _amount(self, raw: str, context: str, page: int) -> None:
        value, unit = marked_number(raw)
        where = {
            "part": len(self.parts) - 1,
            "section_heading": self.sections[-1]["heading"],
            "page": page,
            "raw": raw,
            "context": context,
        }
        if unit in ("procent", "%", "procentenheter"):
            self.percentages.append(
                {
                    **where,
                    "value": None if value is None else str(value),
                    "unit": "procent" if unit == "%" else unit,
                }
            )
            return
        factor = FACTORS[unit.casefold()]
        kronor = None if factor is None or value is None else f"{(value * factor).normalize():f}"
        self.amounts.append(
            {**where, "value": None if value is None else str(value), "value_sek": kronor, "unit": unit}
        )

    def decision(self, paragraph: str, title: str, page: int, **more: Any) -> None:
        empty: Json = {
            "diary_number": None,
            "body": self.body,
            "decision_text": [],
            "not_participating": [],
            "reservations": [],
            "protocol_notes": [],
        }
        empty |= {"proposals": [], "attachments": [], "votes": None}
        self.decisions.append({"paragraph": paragraph, "title": title, "page": page} | empty | more)

    def person(
        self, name: str, party: str | None = None, role: str | None = None, variants: Sequence[str] = ()
    ) -> None:
        known = next((p for p in self.people if (p["name"], p["party"]) == (name, party)), None)
        if known is None:
            self.people.append(
                {
                    "name": name,
                    "party": party,
                    "role": role,
                    **({"variants": list(variants)} if variants else {}),
                }
            )

    def table(self, table: Table, pages: Sequence[int], **more: Any) -> None:
        """`pages`: the sheet on which each of the table's rows stands."""
        group: str | None = None
        rows = []
        for row, page in zip(table.rows, pages, strict=True):
            rows.append(_row(row, None if row.kind == "group" else group, page))
            group = row.label if row.kind == "group" else group
            self._proofs(table, row)
        section = self.sections[-1]
        self.tables.append(
            {
                "id": f"t{len(self.tables) + 1:02}", "part": len(self.parts) - 1,
                "section_heading": (f"{section['number']} " f"{section['heading']}") if section["number"] else section["heading"],
                "title": table.title, "unit": table.unit, "unit_source": table.unit_source, "pages": sorted(set(pages)),
                "continued": len(set(pages)) > 1, "header_repeated": table.repeated and len(set(pages)) > 1,
                "columns": list(table.columns), "rows": rows, **more,
            }
        )  # fmt: skip

    def _proofs(self, table: Table, row: Row) -> None:
        if not row.proves:
            return
        for column, cell in zip(table.columns[1:], row.cells, strict=True):
            if cell.value:
                self.checks.append(
                    {
                        "kind": "sum",
                        "where": [f"{table.title} / {row.label} / {column}"],
                        "value": str(cell.value),
                    }
                )

    def as_json(self, pages: int) -> Json:
        self.parts[-1]["last_page"] = pages
        document = {
            "file": self.file, "municipality": self.municipality, "body": self.body, "meeting_date": self.meeting_date,
            "diary_number": self.diary_number, "title": self.title, "pages": pages,
        }  # fmt: skip
        return {
            "document": document, "parts": self.parts, "decisions": self.decisions, "people": self.people, "sections": self.sections,
            "tables": self.tables, "amounts_in_text": self.amounts, "percentages_in_text": self.percentages,
            "duplicates": find_duplicates(self.sections),
            "discrepancies": [], "checks_that_hold": self.checks,
        }  # fmt: skip


def _row(row: Row, group: str | None, page: int) -> Json:
    values = [None if cell.value is None else str(cell.value) for cell in row.cells]
    return {
        "label": row.label,
        "kind": row.kind,
        "group": group,
        "cells": [cell.raw for cell in row.cells],
        "values": values,
        "page": page,
    }
