"""What a document has for a search to find: each §, each other section, each person, table row and finding,
and the document itself. A unit is what a hit is; the paragraphs in it say where in it the words stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

import pyarrow as pa

from archive.search.row_units import row_units
from archive.search.unit import Passage, Unit, UnitKind
from schemas.kinds import SEVERITIES

Row = dict[str, Any]
Tables = Mapping[str, pa.Table]
_BOX = ("x0", "top", "x1", "bottom")


@dataclass(frozen=True)
class _Reading:
    """A document's rows by what they belong to."""

    tables: Tables
    between: Sequence[Tables] = field(default=())

    def rows(self, name: str) -> list[Row]:
        return self.tables[name].to_pylist() if name in self.tables else []

    @cached_property
    def document(self) -> Row:
        return self.rows("documents")[0]

    @cached_property
    def part_kinds(self) -> dict[str | None, str]:
        return {row["part_id"]: row["kind"] for row in self.rows("parts")}

    @cached_property
    def paragraphs(self) -> dict[str | None, list[Row]]:
        """By section."""
        return _grouped(self.rows("paragraphs"), "section_id")

    @cached_property
    def sections(self) -> dict[str, Row]:
        return {row["section_id"]: row for row in self.rows("sections")}

    @cached_property
    def children(self) -> dict[str | None, list[Row]]:
        return _grouped(self.rows("sections"), "parent_id")

    @cached_property
    def findings(self) -> list[Row]:
        between = (tables["findings"].to_pylist() for tables in self.between if "findings" in tables)
        return [*self.rows("findings"), *chain.from_iterable(between)]

    @cached_property
    def people_under(self) -> dict[str | None, list[str]]:
        """By §: the ids of those who are named under it, each once."""
        people = _grouped(self.rows("people"), "decision_id")
        ids = {under: [row["person_id"] for row in rows] for under, rows in people.items()}
        return {under: list(dict.fromkeys(each)) for under, each in ids.items()}

    @cached_property
    def severities(self) -> dict[str, str]:
        """By paragraph and fact: of the worst finding about it."""
        worst: dict[str, str] = {}
        for finding in sorted(self.findings, key=lambda row: SEVERITIES.index(row["severity"]), reverse=True):
            for claim in finding["evidence"] or ():
                for name in ("paragraph_id", "fact_id"):
                    if claim[name]:
                        worst[claim[name]] = finding["severity"]
        return worst

    @cached_property
    def amounts(self) -> dict[str | None, list[float]]:
        """By paragraph, in kronor."""
        amounts: dict[str | None, list[float]] = defaultdict(list)
        for row in self.rows("amounts"):
            if row["value_sek"] is not None:
                amounts[row["paragraph_id"]].append(float(row["value_sek"]))
        return amounts


def units_of(tables: Tables, between: Sequence[Tables] = ()) -> Iterator[Unit]:
    """A document's units; `between` are the rows that it owns about it and its kin."""
    reading = _Reading(tables, between)
    yield _document(reading)
    taken: set[str] = set()
    for decision in reading.rows("decisions"):
        yield _decision(reading, decision, taken)
    yield from _sections(reading, taken)
    yield from _people(reading)
    yield from _table_rows(reading)
    yield from _findings(reading)


def _document(reading: _Reading) -> Unit:
    row = reading.document
    title = row["title"] or row["file_name"] or row["document_id"]
    about = (row["municipality"], row["body"], row["meeting_date"] and row["meeting_date"].isoformat())
    says = [title, ", ".join(str(each) for each in about if each), row["file_name"], row["diary_number"]]
    parts = [part["title"] for part in reading.rows("parts") if part["title"]]
    numbers = (row["diary_number"],) if row["diary_number"] else ()
    passages = tuple(Passage(text, 1 if row["page_count"] else None) for text in (*says, *parts) if text)
    return Unit(
        UnitKind.DOCUMENT,
        row["document_id"],
        title,
        passages,
        (title,),
        1 if row["page_count"] else None,
        diary_numbers=numbers,
    )


def _decision(reading: _Reading, row: Row, taken: set[str]) -> Unit:
    """The § with all that stands under its heading; its sections are `taken`."""
    sections = list(_below(reading, row["section_id"]))
    taken.update(sections)
    paragraphs = [each for section in sections for each in reading.paragraphs.get(section, ())]
    headings = [Passage(row["title"], row["first_page"])] if row["title"] else []
    numbers = row["diary_numbers"] or ([row["diary_number"]] if row["diary_number"] else [])
    headings += [Passage(f"Dnr {number}", row["first_page"]) for number in numbers]
    headings.append(Passage(f"§ {row['paragraph']}", row["first_page"]))
    own = [reading.sections[each] for each in sections[1:]]
    headings += [Passage(_heading(each), each["first_page"]) for each in own if _heading(each)]
    return Unit(
        UnitKind.DECISION,
        row["decision_id"],
        row["title"] or "",
        (*headings, *map(_passage, paragraphs)),
        (row["title"] or "", *(f"Dnr {number}" for number in numbers), *(row["decision_text"] or ())),
        row["first_page"],
        row["paragraph"],
        reading.part_kinds.get(row["part_id"], ""),
        tuple(numbers),
        tuple(reading.people_under.get(row["decision_id"], ())),
        _amounts(reading, paragraphs),
        _worst(reading, [each["paragraph_id"] for each in paragraphs]),
    )


def _heading(section: Row) -> str:
    return " ".join(filter(None, (section["number"], section["heading"])))


def _below(reading: _Reading, section_id: str | None) -> Iterator[str]:
    """The section and all that stand under it."""
    if section_id is None:
        return
    yield section_id
    for child in reading.children.get(section_id, ()):
        yield from _below(reading, child["section_id"])


def _sections(reading: _Reading, taken: set[str]) -> Iterator[Unit]:
    """What stands outside §§, a heading at a time; what stands before the first one is under the title."""
    for section_id in (None, *reading.sections):
        if section_id in taken:
            continue
        row = reading.sections.get(section_id) if section_id else None
        paragraphs = reading.paragraphs.get(section_id, [])
        heading = _heading(row) if row else ""
        if not heading and not paragraphs:
            continue
        page = row["first_page"] if row else paragraphs[0]["page"]
        part = row["part_id"] if row else paragraphs[0]["part_id"]
        own = [Passage(heading, page)] if heading else []
        yield Unit(
            UnitKind.SECTION,
            section_id or f"{reading.document['document_id']}-start",
            heading or reading.document["title"] or reading.document["file_name"],
            (*own, *map(_passage, paragraphs)),
            (heading,) if heading else (),
            page,
            part_kind=reading.part_kinds.get(part, ""),
            amounts=_amounts(reading, paragraphs),
            severity=_worst(reading, [each["paragraph_id"] for each in paragraphs]),
        )


def _people(reading: _Reading) -> Iterator[Unit]:
    """Each person once, with all that she is in the document."""
    by_person = _grouped(reading.rows("people"), "person_id")
    paragraphs = {row["decision_id"]: row["paragraph"] for row in reading.rows("decisions")}
    for person_id, rows in by_person.items():
        name = rows[0]["name"]
        party = next((row["party"] for row in rows if row["party"]), None)
        title = f"{name} ({party})" if party else name
        roles = dict.fromkeys(
            (row["role"], paragraphs.get(row["decision_id"], ""), row["page"]) for row in rows
        )
        yield Unit(
            UnitKind.PERSON,
            f"{reading.document['document_id']}-{person_id}",
            title,
            (Passage(title, rows[0]["page"]),),
            (name,),
            rows[0]["page"],
            person_ids=(str(person_id),),
            roles=tuple(roles),
        )


def _table_rows(reading: _Reading) -> Iterator[Unit]:
    tables, facts, cells = (reading.rows(name) for name in ("tables", "facts", "cells"))
    return row_units(tables, facts, cells, reading.part_kinds, lambda ids: _worst(reading, ids))


def _findings(reading: _Reading) -> Iterator[Unit]:
    for row in reading.findings:
        claims = row["evidence"] or ()
        page = next((claim["page"] for claim in claims if claim["page"]), None)
        readings = [text for text in (row["expected"], row["found"]) if text]
        yield Unit(
            UnitKind.FINDING,
            row["finding_id"],
            row["says"],
            (Passage(row["says"], page), *(Passage(text, page) for text in readings)),
            page=page,
            severity=row["severity"],
            finding_kind=row["kind"],
        )


def _passage(row: Row) -> Passage:
    box = tuple(row[name] for name in _BOX) if row["x0"] is not None else None
    return Passage(row["text"], row["page"], row["paragraph_id"], box)


def _amounts(reading: _Reading, paragraphs: Iterable[Row]) -> tuple[float, ...]:
    return tuple(each for row in paragraphs for each in reading.amounts.get(row["paragraph_id"], ()))


def _worst(reading: _Reading, ids: Iterable[str]) -> str:
    told = {reading.severities[each] for each in ids if each in reading.severities}
    return min(told, key=SEVERITIES.index, default="")


def _grouped(rows: Iterable[Row], name: str) -> dict[str | None, list[Row]]:
    groups: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[name]].append(row)
    return groups
