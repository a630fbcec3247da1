"""Where one leafs: municipalities, a body's meetings by year, a meeting, a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from app.library import Row, Snapshot
from app.web import addresses
from app.web.pages.documents import by_severity
from app.web.pages.shared_rows import Crumb, NotHere, name_of
from archive.search.query import Filters
from swedish.slugs import slug

_LATEST = 8


def show_start(snapshot: Snapshot) -> dict[str, Any]:
    """What there is: how much, of whom, and what came last."""
    rows = snapshot.documents.values()
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row["municipality"]:
            bodies[row["municipality"]][row["body"] or ""] += 1
    return {
        "n_documents": len(rows),
        "n_units": snapshot.index.size,
        "latest": [row for row in rows if row["document_id"] not in snapshot.superseded][:_LATEST],
        "municipalities": sorted((name, sum(held.values()), len(held)) for name, held in bodies.items()),
        "without": sum(row["municipality"] is None for row in rows),
    }


def show_municipality(snapshot: Snapshot, name: str) -> dict[str, Any]:
    """Its bodies, and what is of none of them. Raises NotHere."""
    rows = [row for row in snapshot.documents.values() if slug(row["municipality"] or "") == name]
    if not rows:
        raise NotHere("Arkivet har inget från en kommun med det namnet.")
    bodies: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        bodies[row["body"] or ""].append(row)
    return {
        "title": rows[0]["municipality"],
        "bodies": [(body, held, _years(held)) for body, held in sorted(bodies.items()) if body],
        "others": bodies.get("", []),
    }


def _years(rows: Iterable[Row]) -> list[int]:
    return sorted({row["meeting_date"].year for row in rows if row["meeting_date"]})


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day the body met: its §§ as the protocols number them, and the files that tell of it."""

    meeting_id: str
    day: Any
    documents: list[Row]
    paragraphs: list[str]


@dataclass(frozen=True, slots=True)
class Year:
    """A year's meetings, and the §§ that its numbers say are missing: numbers run through the year."""

    year: int
    meetings: list[Meeting]
    gaps: list[str]


def show_body(snapshot: Snapshot, municipality: str, body: str) -> dict[str, Any]:
    """Its meetings, the newest year first. Raises NotHere."""
    start = f"{municipality}/{body}"
    rows = [
        row
        for row in snapshot.documents.values()
        if f"{slug(row['municipality'] or '')}/{slug(row['body'] or '')}" == start
    ]
    if not rows:
        raise NotHere("Arkivet har inget från ett organ med det namnet.")
    by_day: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["meeting_id"]:
            by_day[row["meeting_id"]].append(row)
    years: dict[int, list[Meeting]] = defaultdict(list)
    for meeting_id, held in sorted(by_day.items()):
        day = held[0]["meeting_date"]
        years[day.year].append(Meeting(meeting_id, day, held, _paragraphs(snapshot, held)))
    first = rows[0]
    return {
        "title": first["body"],
        "municipality": first["municipality"],
        "crumbs": [Crumb(first["municipality"], addresses.municipality(first["municipality"]))],
        "years": [Year(year, held, gaps_in(held)) for year, held in sorted(years.items(), reverse=True)],
        "undated": [row for row in rows if not row["meeting_id"]],
    }


def _paragraphs(snapshot: Snapshot, documents: Sequence[Row]) -> list[str]:
    numbers = {
        row["paragraph"] for each in documents for row in snapshot.rows("decisions", each["document_id"])
    }
    return sorted(numbers, key=_order)


def _order(paragraph: str) -> tuple[int, str]:
    digits = "".join(letter for letter in paragraph if letter.isdigit())
    return int(digits or 0), paragraph


def gaps_in(meetings: Sequence[Meeting]) -> list[str]:
    """The §§ between the year's lowest and highest that no file has, as stretches: "41", "44–52".

    >>> gaps_in([Meeting("", None, [], ["38", "39"]), Meeting("", None, [], ["41", "45"])])
    ['40', '42–44']
    """
    held = sorted({_order(number)[0] for meeting in meetings for number in meeting.paragraphs} - {0})
    stretches = []
    for before, after in pairwise(held):
        if after - before > 1:
            first, last = before + 1, after - 1
            stretches.append(str(first) if first == last else f"{first}–{last}")
    return stretches


def show_meeting(snapshot: Snapshot, meeting_id: str) -> dict[str, Any]:
    """Its §§, from whichever of its files has them, and the files. Raises NotHere."""
    documents = snapshot.meetings.get(meeting_id)
    if not documents:
        raise NotHere("Arkivet har inget från det mötet.")
    current = [row for row in documents if row["document_id"] not in snapshot.superseded]
    current.sort(key=lambda row: -len(snapshot.rows("decisions", row["document_id"])))
    decisions: dict[str, Row] = {}
    for document in current:
        for row in snapshot.rows("decisions", document["document_id"]):
            decisions.setdefault(row["paragraph"], row)
    first = documents[0]
    return {
        "title": f"{first['body']} {first['meeting_date'].isoformat()}",
        "document": first,
        "crumbs": [
            Crumb(first["municipality"], addresses.municipality(first["municipality"])),
            Crumb(first["body"], addresses.body(first["municipality"], first["body"])),
        ],
        "decisions": [decisions[number] for number in sorted(decisions, key=_order)],
        "documents": current,
        "older": [row for row in documents if row["document_id"] in snapshot.superseded],
        "people": _present(snapshot, current[:1]),
        "findings": by_severity(snapshot.rows_of("findings", [row["document_id"] for row in current])),
    }


def _present(snapshot: Snapshot, documents: Sequence[Row]) -> list[Row]:
    rows = snapshot.rows_of("people", [row["document_id"] for row in documents])
    return [row for row in rows if row["decision_id"] is None]


def show_person(snapshot: Snapshot, person_id: str) -> dict[str, Any]:
    """Where and as what the person stands in the archive. Raises NotHere."""
    hits = snapshot.index.units(Filters(person_id=person_id, kinds=("person",)))
    documents = {
        hit.document_id: snapshot.documents[hit.document_id]
        for hit in hits
        if hit.document_id in snapshot.documents
    }
    rows = [
        row
        for document_id in documents
        for row in snapshot.rows("people", document_id)
        if row["person_id"] == person_id
    ]
    if not rows:
        raise NotHere("Ingen person med det id:t finns i den här utgåvan.")
    decisions = {
        row["decision_id"]: row
        for document_id in documents
        for row in snapshot.rows("decisions", document_id)
    }
    names = Counter(row["name"] for row in rows)
    parties = Counter(row["party"] for row in rows if row["party"])
    return {
        "title": names.most_common(1)[0][0],
        "names": [name for name, _ in names.most_common()],
        "parties": [party for party, _ in parties.most_common()],
        "bodies": _bodies(documents.values(), rows),
        "under": [
            (documents[row["document_id"]], decisions[row["decision_id"]], row)
            for row in rows
            if row["decision_id"] in decisions
        ],
        "documents": sorted(documents.values(), key=lambda row: str(row["meeting_date"] or ""), reverse=True),
        "name_of": name_of,
    }


def _bodies(documents: Iterable[Row], rows: Sequence[Row]) -> list[tuple[Row, list[str], int]]:
    """Each body with the person's roles at its meetings, and at how many documents she is named."""
    roles: dict[tuple[str | None, str | None], dict[str, None]] = defaultdict(dict)
    named: dict[tuple[str | None, str | None], Row] = {}
    count: Counter[tuple[str | None, str | None]] = Counter()
    for document in documents:
        key = document["municipality"], document["body"]
        named.setdefault(key, document)
        count[key] += 1
        own = (
            row
            for row in rows
            if row["document_id"] == document["document_id"] and row["decision_id"] is None
        )
        roles[key] |= dict.fromkeys(row["role"] for row in own if row["role"])
    return [(named[key], list(roles[key]), count[key]) for key in named]
