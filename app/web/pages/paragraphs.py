"""A §: what was decided, by whom, on what; and the matter's way through all bodies that handled it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.library import Row, Snapshot
from app.report.versions import Piece, side_by_side
from app.web.addresses import NOWHERE
from app.web.pages.documents import by_severity, find_decision
from app.web.pages.shared_rows import NotHere, crumbs, name_of, superseded_by
from archive.search.fields import diary_key
from archive.search.query import Filters
from swedish.align import share_in_order

_ALIKE = 0.5  # share of words in order: below it two texts are two texts, and nothing is gained side by side


def show_in_meeting(snapshot: Snapshot, meeting_id: str, number: str) -> dict[str, Any]:
    """The § by its permanent address. Of several files of the meeting the one with most §§ shows it; the
    newest version of it; the others are named. Raises NotHere.
    """
    documents = snapshot.meetings.get(meeting_id, [])
    holders = []
    for document in documents:
        try:
            holders.append((document, find_decision(snapshot, document["document_id"], number)))
        except NotHere:
            continue
    if not holders:
        raise NotHere(f"Mötet har ingen § {number}, eller så finns dess protokoll inte i arkivet.")
    holders.sort(key=lambda each: snapshot.rank(each[0]), reverse=True)
    document, decision = holders[0]
    others = [other for other, _ in holders[1:]]
    return show_decision(snapshot, document, decision) | {"also_in": others}


def show_decision(snapshot: Snapshot, document: Row, decision: Row) -> dict[str, Any]:
    """Everything that stands under the §."""
    document_id = document["document_id"]
    sections = _sections_of(snapshot, decision)
    ids = {section["section_id"] for section in sections}
    paragraphs = [row for row in snapshot.rows("paragraphs", document_id) if row["section_id"] in ids]
    findings = [row for row in snapshot.rows("findings", document_id) if _is_about(row, paragraphs)]
    numbers = [each["paragraph"] for each in snapshot.rows("decisions", document_id)]
    place = numbers.index(decision["paragraph"])
    return {
        "document": document,
        "decision": decision,
        "title": decision["title"] or f"§ {decision['paragraph']}",
        "crumbs": crumbs(document),
        "sections": [
            (section, [row for row in paragraphs if row["section_id"] == section["section_id"]])
            for section in sections
        ],
        "tables": [row for row in snapshot.rows("tables", document_id) if row["section_id"] in ids],
        "people": _under(snapshot, "people", decision),
        "votes": _under(snapshot, "votes", decision),
        "findings": by_severity(findings),
        "numbers": _numbers(decision),
        "printed": snapshot.printed_pages(document_id),
        "newer": superseded_by(snapshot, document),
        "also_in": [],
        "before": numbers[place - 1] if place else None,
        "after": numbers[place + 1] if place + 1 < len(numbers) else None,
    }


def _under(snapshot: Snapshot, table: str, decision: Row) -> list[Row]:
    """The rows of a table that are of the §."""
    rows = snapshot.rows(table, decision["document_id"])
    return [row for row in rows if row["decision_id"] == decision["decision_id"]]


def _sections_of(snapshot: Snapshot, decision: Row) -> list[Row]:
    """The §'s own section and all below it, in order."""
    chosen: dict[str, Row] = {}
    for section in snapshot.rows("sections", decision["document_id"]):
        if section["section_id"] == decision["section_id"] or section["parent_id"] in chosen:
            chosen[section["section_id"]] = section
    return list(chosen.values())


def _is_about(finding: Row, paragraphs: Sequence[Row]) -> bool:
    ids = {row["paragraph_id"] for row in paragraphs}
    return any(claim["paragraph_id"] in ids for claim in finding["evidence"] or ())


@dataclass(frozen=True, slots=True)
class Step:
    """A body's handling of the matter. `compared` is its decision beside the one before it in `earlier`,
    where the two are mostly the same words: (the earlier's words, this one's), with what differs marked.
    """

    document: Row
    decision: Row
    people: list[Row]
    votes: list[Row]
    earlier: Row | None = None
    compared: tuple[list[Piece], list[Piece]] | None = None
    papers: list[Row] = field(default_factory=list)


def show_matter(snapshot: Snapshot, municipality: str, key: str, body: str = "") -> dict[str, Any]:
    """Every § under a diary number, in the order of the meetings; of one body's register where the number
    does not say whose it is. Raises NotHere.
    """
    key = key.replace("_", " ").strip().casefold()
    if not key:
        raise NotHere("Inget i arkivet har det diarienumret.")
    wanted = Filters(
        municipality="" if municipality == NOWHERE else municipality,
        body=body,
        diary=key,
        superseded=tuple(snapshot.superseded),
    )
    documents = {hit.document_id for hit in snapshot.index.units(wanted)}
    if municipality == NOWHERE:  # the municipality is not known: that is none of the others'
        documents = {each for each in documents if not snapshot.documents[each]["municipality"]}
    if not documents:
        raise NotHere("Inget i arkivet har det diarienumret.")
    steps = _steps(snapshot, sorted(documents, key=lambda each: _day_of(snapshot, each)), key)
    others = [
        snapshot.documents[each]
        for each in documents
        if each not in {s.document["document_id"] for s in steps}
    ]
    first = snapshot.documents[next(iter(documents))]
    numbers = [number for step in steps for number in _numbers(step.decision) if diary_key(number) == key]
    return {
        "title": next(iter(numbers), None) or key.upper(),
        "about": steps[0].decision["title"] if steps else name_of(first),
        "municipality": first["municipality"],
        "steps": steps,
        "papers": sorted(others, key=lambda row: str(row["meeting_date"] or "")),
        "key": key,
    }


def _day_of(snapshot: Snapshot, document_id: str) -> tuple[str, str]:
    return str(snapshot.documents[document_id]["meeting_date"] or "9999"), document_id


def _steps(snapshot: Snapshot, document_ids: Sequence[str], key: str) -> list[Step]:
    steps: list[Step] = []
    seen: set[tuple[str, str]] = set()
    for document_id in document_ids:
        document = snapshot.documents[document_id]
        for decision in snapshot.rows("decisions", document_id):
            where = (document["meeting_id"] or document_id, decision["paragraph"])
            if where in seen or key not in {diary_key(number) for number in _numbers(decision)}:
                continue
            seen.add(where)
            steps.append(_step(snapshot, document, decision, steps[-1] if steps else None))
    return steps


def _step(snapshot: Snapshot, document: Row, decision: Row, earlier: Step | None) -> Step:
    document_id = document["document_id"]
    annexes = [row for row in snapshot.rows("parts", document_id) if row["kind"] != "protocol"]
    only = len(snapshot.rows("decisions", document_id)) == 1
    compared = _compared(earlier.decision, decision) if earlier else None
    return Step(
        document,
        decision,
        _under(snapshot, "people", decision),
        _under(snapshot, "votes", decision),
        earlier.decision if earlier else None,
        compared,
        annexes if only else [],
    )


def _compared(earlier: Row, decision: Row) -> tuple[list[Piece], list[Piece]] | None:
    one, other = (" ".join(each["decision_text"] or ()) for each in (earlier, decision))
    if not one or not other or share_in_order(one.split(), other.split()) < _ALIKE:
        return None
    return side_by_side(one, other)


def _numbers(decision: Row) -> list[str]:
    return decision["diary_numbers"] or ([decision["diary_number"]] if decision["diary_number"] else [])
