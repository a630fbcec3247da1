"""What does not add up, to be worked through: the list, and one with both its places side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.library import Row, Snapshot
from app.web import addresses
from app.web.pages.documents import by_severity
from app.web.pages.shared_rows import NotHere, crumbs, name_of
from app.words import reading_names
from archive.marks import Mark, MarkState, finding_key
from archive.search.asked import read_asked
from archive.search.find import DEEPEST
from archive.search.query import Filters
from archive.search.unit import UnitKind
from schemas.kinds import SEVERITIES, FindingKind
from swedish.slugs import slug

A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding with its document, and what a person has said of it."""

    finding: Row
    document: Row
    mark: Mark | None


def show_findings(snapshot: Snapshot, given: Mapping[str, str], marks: Mapping[str, Mark]) -> dict[str, Any]:
    """The findings of the newest versions within the filters, the worst first.

    What people have said is not in the index: of one state, the marked findings are looked up one by one.
    """
    state = given.get("lage", "")
    wanted = _filters(snapshot, given)
    counts = _counts(snapshot, wanted)
    page = _page(given)
    if state == MarkState.NEW:
        said = [row["finding_id"] for row in _marked(snapshot, wanted, marks)]
        total, rows = _worst_first(snapshot, replace(wanted, but=tuple(said)), (page - 1) * A_PAGE)
    elif state:
        rows = [row for row in _marked(snapshot, wanted, marks) if marks[finding_key(row)].state == state]
        total, rows = len(rows), rows[(page - 1) * A_PAGE : page * A_PAGE]
    else:
        total, rows = _worst_first(snapshot, wanted, (page - 1) * A_PAGE)
    listed = [
        Listed(row, snapshot.documents[row["document_id"]], marks.get(finding_key(row))) for row in rows
    ]
    return {
        "given": given,
        "total": total,
        "severities": {name: counts["severity"].get(name, 0) for name in SEVERITIES},
        "kinds": [kind for kind in FindingKind if kind in counts["finding_kind"]],
        "municipalities": {
            slug: snapshot.names["municipality"].get(slug, slug) for slug in counts["municipality"]
        },
        "listed": listed,
        "page": page,
        "pages": -(-total // A_PAGE),
    }


def _page(given: Mapping[str, str]) -> int:
    asked = given.get("sida", "")
    return min(max(1, int(asked)), DEEPEST // A_PAGE) if asked.isascii() and asked.isdigit() else 1


def _filters(snapshot: Snapshot, given: Mapping[str, str]) -> Filters:
    return Filters(
        kinds=(UnitKind.FINDING.value,),
        severity=given.get("allvar", ""),
        finding_kind=given.get("slag", ""),
        municipality=given.get("kommun", ""),
        document_id=given.get("dokument", ""),
        superseded=tuple(snapshot.superseded),
    )


def _counts(snapshot: Snapshot, wanted: Filters) -> dict[str, dict[str, int]]:
    """How many there are of what, whatever severity and kind are chosen."""
    everything = replace(wanted, severity="", finding_kind="", municipality="")
    found = snapshot.index.find(read_asked(""), everything, limit=1)
    return snapshot.index.counts(found, ("severity", "finding_kind", "municipality"))


def _worst_first(snapshot: Snapshot, wanted: Filters, start: int) -> tuple[int, list[Row]]:
    """How many there are, and a page of them from `start` on, one severity after the other."""
    total, rows = 0, list[Row]()
    for severity in SEVERITIES:
        if wanted.severity not in ("", severity):
            continue
        offset, room = max(0, start - total), A_PAGE - len(rows)
        found = snapshot.index.find(
            read_asked(""), replace(wanted, severity=severity), offset=offset, limit=max(1, room)
        )
        ids = [hit.shown["id"] for hit in found.hits[:room]] if start < total + found.total else []
        rows += [row for row in map(snapshot.finding, ids) if row]
        total += found.total
    return total, rows


def _marked(snapshot: Snapshot, wanted: Filters, marks: Mapping[str, Mark]) -> list[Row]:
    """The findings of the newest versions that somebody has said something of."""
    documents = {mark.document_id for mark in marks.values()} & snapshot.documents.keys()
    rows = snapshot.rows_of("findings", sorted(documents - snapshot.superseded.keys()))
    return [row for row in rows if finding_key(row) in marks and _fits(snapshot, row, wanted)]


def _fits(snapshot: Snapshot, row: Row, wanted: Filters) -> bool:
    document = snapshot.documents[row["document_id"]]
    return (
        wanted.severity in ("", row["severity"])
        and wanted.finding_kind in ("", row["kind"])
        and wanted.municipality in ("", slug(document["municipality"] or ""))
        and wanted.document_id in ("", row["document_id"])
    )


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places that a finding rests on; `address` is the sheet with it marked, `picture` a cut-out
    of it.
    """

    claim: Row
    document: Row | None
    printed: str | None
    address: str | None
    picture: str | None


def show_finding(snapshot: Snapshot, finding_id: str, marks: Mapping[str, Mark]) -> dict[str, Any]:
    """Raises NotHere."""
    row = snapshot.finding(finding_id)
    if row is None:
        raise NotHere(
            "Avvikelsen finns inte i den här utgåvan: den är rättad, eller gällde en äldre läsning."
        )
    document = snapshot.documents[row["document_id"]]
    places = [
        _place(snapshot, finding_id, number, claim) for number, claim in enumerate(row["evidence"] or ())
    ]
    sources = [place.document["text_source"] for place in places if place.document]
    between = len({place.claim["document_id"] for place in places}) > 1
    names = reading_names(between, sources)
    others = [each["finding_id"] for each in by_severity(snapshot.rows("findings", row["document_id"]))]
    at = others.index(finding_id) if finding_id in others else -1
    return {
        "finding": row,
        "document": document,
        "document_name": name_of(document),
        "title": row["says"],
        "crumbs": crumbs(document),
        "readings": [
            (name, text) for name, text in zip(names, (row["expected"], row["found"]), strict=True) if text
        ],
        "places": _distinct(row, places),
        "choices": [(number, claim) for number, claim in enumerate(row["evidence"] or ()) if claim["page"]],
        "mark": marks.get(finding_key(row)),
        "before": others[at - 1] if at > 0 else None,
        "after": others[at + 1] if 0 <= at < len(others) - 1 else None,
    }


def _place(snapshot: Snapshot, finding_id: str, number: int, claim: Row) -> Place:
    document = snapshot.documents.get(claim["document_id"])
    page = claim["page"]
    if document is None or not page:
        return Place(claim, document, None, None, None)
    printed = snapshot.printed_pages(document["document_id"]).get(page)
    address = addresses.sheet(document["document_id"], page, avvikelse=finding_id)
    picture = f"{addresses.finding(finding_id)}/{number}.png" if claim["x0"] is not None else None
    return Place(claim, document, printed, address, picture)


def _distinct(finding: Row, places: Sequence[Place]) -> list[Place]:
    """One place a sheet and a reading, the two readings first."""
    seen: dict[Any, Place] = {}
    for place in places:
        seen.setdefault((place.claim["document_id"], place.claim["page"], place.claim["raw"]), place)
    order = (finding["expected"], finding["found"])
    first = [next((p for p in seen.values() if p.claim["raw"] == raw), None) for raw in order if raw]
    chosen = [place for place in first if place]
    return [*chosen, *(place for place in seen.values() if not any(place is each for each in chosen))]
