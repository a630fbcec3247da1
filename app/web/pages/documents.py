"""A document: what it is and what is in it; its text as it was read; its repeated texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.library import Row, Snapshot
from app.report.versions import Piece, side_by_side
from app.web.pages.shared_rows import (
    NotHere,
    crumbs,
    name_of,
    superseded_by,
    the_document,
    versions_of,
)
from schemas.kinds import SEVERITIES

_MOST_PAIRS = 60
_LOWEST_LEVEL = 3


def show_document(snapshot: Snapshot, document_id: str) -> dict[str, Any]:
    """Everything a document has, by what it is."""
    the_document(snapshot, document_id)
    [row] = snapshot.rows("documents", document_id)
    sections = snapshot.rows("sections", document_id)
    return {
        "document": row,
        "title": name_of(row),
        "crumbs": crumbs(row),
        "printed": snapshot.printed_pages(document_id),
        "parts_list": snapshot.rows("parts", document_id),
        "decisions": snapshot.rows("decisions", document_id),
        "sections": list(_contents(sections, snapshot.rows("decisions", document_id))),
        "tables": snapshot.rows("tables", document_id),
        "findings": by_severity(snapshot.rows("findings", document_id)),
        "people": _people(snapshot, document_id),
        "n_repeats": sum(each["level"] == "paragraph" for each in snapshot.rows("duplicates", document_id)),
        "versions": versions_of(snapshot, row),
        "newer": superseded_by(snapshot, row),
        "size": snapshot.original(document_id).stat().st_size,
        "checks": _held(snapshot.rows("checks", document_id)),
    }


def by_severity(findings: list[Row]) -> list[Row]:
    """The worst first, else in their order."""
    return sorted(findings, key=lambda row: SEVERITIES.index(row["severity"]))


def _contents(sections: list[Row], decisions: list[Row]) -> Iterator[Row]:
    """The headings down to the third level but those of §§, which are a list of their own."""
    taken = {row["section_id"] for row in decisions}
    for section in sections:
        if section["section_id"] in taken or section["parent_id"] in taken:
            taken.add(section["section_id"])
        elif section["level"] <= _LOWEST_LEVEL:
            yield section


def _people(snapshot: Snapshot, document_id: str) -> list[Row]:
    """Each person once, with all her roles in the meeting itself."""
    people: dict[str, Row] = {}
    for row in snapshot.rows("people", document_id):
        known = people.setdefault(row["person_id"], row | {"roles": []})
        known["party"] = known["party"] or row["party"]
        if row["role"] and row["role"] not in known["roles"]:
            known["roles"].append(row["role"])
    return list(people.values())


def _held(checks: list[Row]) -> tuple[int, int]:
    return sum(check["holds"] for check in checks), len(checks)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with the paragraphs under it, as they stand."""

    section: Row | None
    paragraphs: list[Row]
    tables: list[Row]


def show_text(snapshot: Snapshot, document_id: str) -> dict[str, Any]:
    """The document's text in its order, under its headings, with its tables named where they stand."""
    row = the_document(snapshot, document_id)
    paragraphs, tables = (
        _by_section(snapshot, "paragraphs", document_id),
        _by_section(snapshot, "tables", document_id),
    )
    sections: list[Row | None] = [None, *snapshot.rows("sections", document_id)]
    ids = [section["section_id"] if section else None for section in sections]
    blocks = [
        Block(section, paragraphs.get(each, []), tables.get(each, []))
        for section, each in zip(sections, ids, strict=True)
    ]
    return {
        "document": row,
        "title": name_of(row),
        "crumbs": crumbs(row),
        "blocks": [block for block in blocks if block.section or block.paragraphs or block.tables],
        "printed": snapshot.printed_pages(document_id),
    }


def _by_section(snapshot: Snapshot, table: str, document_id: str) -> dict[str | None, list[Row]]:
    rows: dict[str | None, list[Row]] = defaultdict(list)
    for row in snapshot.rows(table, document_id):
        rows[row["section_id"]].append(row)
    return rows


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in two places: where each stands, and its words with what the other lacks marked."""

    relation: str
    similarity: float
    here: Row
    there: Row
    own: list[Piece]
    other: list[Piece]


def show_repeats(snapshot: Snapshot, document_id: str) -> dict[str, Any]:
    """The texts of the document that stand elsewhere too, in it or in another: those that differ first."""
    row = the_document(snapshot, document_id)
    pairs = [each for each in snapshot.rows("duplicates", document_id) if each["level"] == "paragraph"]
    pairs.sort(key=lambda each: (each["relation"] == "identical", -each["similarity"]))
    return {
        "document": row,
        "title": name_of(row),
        "crumbs": crumbs(row),
        "pairs": list(pairs_of(snapshot, pairs[:_MOST_PAIRS])),
        "n_pairs": len(pairs),
        "n_same": sum(each["relation"] == "identical" for each in pairs),
    }


def pairs_of(snapshot: Snapshot, duplicates: list[Row]) -> Iterator[Pair]:
    """The pairs whose paragraphs are both in the release."""
    known: dict[str, dict[str, Row]] = {}
    for each in duplicates:
        sides = []
        for side in ("a", "b"):
            document_id = each[f"document_id_{side}"]
            if document_id not in known:
                known[document_id] = {
                    row["paragraph_id"]: row for row in snapshot.rows("paragraphs", document_id)
                }
            sides.append(known[document_id].get(each[f"id_{side}"]))
        if sides[0] and sides[1]:
            own, other = side_by_side(sides[0]["text"], sides[1]["text"])
            yield Pair(each["relation"], each["similarity"], sides[0], sides[1], own, other)


def find_decision(snapshot: Snapshot, document_id: str, number: str) -> Row:
    """The § of the document; raises NotHere."""
    plain = number.replace(" ", "").casefold()
    for row in snapshot.rows("decisions", document_id):
        if row["paragraph"].replace(" ", "").casefold() == plain:
            return row
    raise NotHere(f"Dokumentet har ingen § {number}.")
