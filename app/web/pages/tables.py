"""A table as it is printed beside its facts, and a figure of it through years and documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.library import Row, Snapshot
from app.web.pages.shared_rows import NotHere, crumbs, name_of, the_document
from archive.search.asked import read_asked
from archive.search.query import Filters
from archive.search.unit import UnitKind
from schemas.kinds import CellRole
from swedish.slugs import slug

_MOST_TABLES = 400  # rows of others that a figure is looked for in
_MOST_POINTS = 60
_MOST_DOCUMENTS = 40
_LEFT, _RIGHT, _TOP, _BOTTOM = 110.0, 610.0, Decimal(16), Decimal(244)  # of a plot, in its own units


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as a page shows it: `scope` "col" or "row" of a header; the fact it holds."""

    cell: Row
    scope: str
    fact: Row | None
    holds: bool | None


def find_table(snapshot: Snapshot, document_id: str, index: int) -> Row:
    """Raises NotHere."""
    for row in snapshot.rows("tables", document_id):
        if row["table_index"] == index:
            return row
    raise NotHere(f"Dokumentet har ingen tabell {index}.")


def show_table(snapshot: Snapshot, document_id: str, index: int) -> dict[str, Any]:
    """The printed rows, header first, with what was proved of each figure."""
    document = the_document(snapshot, document_id)
    table = find_table(snapshot, document_id, index)
    facts = [row for row in snapshot.rows("facts", document_id) if row["table_id"] == table["table_id"]]
    rows = rows_of(snapshot, table, facts)
    head = _head(rows)
    checks = checks_of(snapshot, document_id, facts)
    return {
        "document": document,
        "table": table,
        "title": table["title"] or f"Tabell {index}",
        "crumbs": crumbs(document),
        "head": rows[:head],
        "rows": rows[head:],
        "facts": facts,
        "checks": checks,
        "n_held": sum(check["holds"] for check in checks),
        "sheets": sorted({cell.cell["page"] for row in rows for cell in row if cell.cell["page"]}),
        "printed": snapshot.printed_pages(document_id),
        "numbers": [row["table_index"] for row in snapshot.rows("tables", document_id)],
        "document_name": name_of(document),
    }


def rows_of(snapshot: Snapshot, table: Row, facts: Sequence[Row]) -> list[list[Shown]]:
    """The cells by row, each once; what a spanning cell covers is left out."""
    by_place = {(fact["row"], fact["column"]): fact for fact in facts}
    rows: dict[int, list[Shown]] = defaultdict(list)
    covered: set[tuple[int, int]] = set()
    for cell in _cells(snapshot, table):
        place = cell["row"], cell["column"]
        if place in covered:
            continue
        covered |= {
            (cell["row"] + down, cell["column"] + across)
            for down in range(cell["row_span"])
            for across in range(cell["column_span"])
        }
        fact = by_place.get(place)
        rows[cell["row"]].append(Shown(cell, _scope(cell), fact, _holds(fact)))
    return [rows[number] for number in sorted(rows)]


def _cells(snapshot: Snapshot, table: Row) -> list[Row]:
    cells = [
        row for row in snapshot.rows("cells", table["document_id"]) if row["table_id"] == table["table_id"]
    ]
    return sorted(cells, key=lambda cell: (cell["row"], cell["column"]))


def _scope(cell: Row) -> str:
    if cell["role"] == CellRole.HEADER and cell["text"].strip():
        return "col"
    return "row" if cell["role"] == CellRole.LABEL and cell["column"] == 0 else ""


def _holds(fact: Row | None) -> bool | None:
    """Of a sum, whether it holds; of any figure False where a check that it is in does not."""
    if fact is None or fact["status"] == "unchecked":
        return None
    if fact["status"] == "conflict":
        return False
    return True if fact["row_kind"] != "data" else None


def _head(rows: Sequence[Sequence[Shown]]) -> int:
    """How many rows from the top are headers throughout."""
    count = 0
    for row in rows:
        if not row or any(cell.cell["role"] not in (CellRole.HEADER, CellRole.EMPTY) for cell in row):
            break
        if not any(cell.cell["role"] == CellRole.HEADER for cell in row):
            break
        count += 1
    return count


def checks_of(snapshot: Snapshot, document_id: str, facts: Sequence[Row]) -> list[Row]:
    """The checks that the table's figures take part in, those that do not hold first."""
    ids = {fact["fact_id"] for fact in facts}
    checks = [row for row in snapshot.rows("checks", document_id) if ids & set(row["fact_ids"] or ())]
    return sorted(checks, key=lambda row: row["holds"])


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of one year in one document."""

    fact: Row
    document: Row


@dataclass(frozen=True, slots=True)
class Line:
    """The places of a measure's points in the picture, in order of the years."""

    measure: str
    points: list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture 640 wide and 280 high: where its values, years and points stand."""

    ticks: list[tuple[float, Decimal]]
    years: list[tuple[float, int]]
    lines: list[Line]


def show_figure(snapshot: Snapshot, document_id: str, fact_id: str) -> dict[str, Any]:
    """One figure through years and documents: the same row, group and unit, of the same body."""
    document = the_document(snapshot, document_id)
    facts = {row["fact_id"]: row for row in snapshot.rows("facts", document_id)}
    fact = facts.get(fact_id)
    if fact is None:
        raise NotHere("Siffran finns inte i den här utgåvan.")
    points = _points(snapshot, document, fact)
    return {
        "document": document,
        "fact": fact,
        "title": fact["row_label"] or fact["raw"],
        "crumbs": crumbs(document),
        "points": points,
        "plot": plot_of(points),
    }


def _points(snapshot: Snapshot, document: Row, fact: Row) -> list[Point]:
    asked = read_asked(" ".join(f'"{word}"' for word in fact["row_label"].split()[:6]))
    filters = Filters(
        kinds=(UnitKind.ROW.value,),
        municipality=slug(document["municipality"] or ""),
        body=slug(document["body"] or ""),
        superseded=tuple(snapshot.superseded),
    )
    found = snapshot.index.find(asked, filters, limit=_MOST_TABLES)
    ids = dict.fromkeys([document["document_id"], *(hit.document_id for hit in found.hits)])
    same = [
        other
        for other in map(snapshot.documents.get, ids)
        if other and all(other[name] == document[name] for name in ("municipality", "body"))
    ]
    points = [
        Point(row, other)
        for other in same[:_MOST_DOCUMENTS]
        for row in snapshot.rows("facts", other["document_id"])
        if _is_same(row, fact)
    ]
    distinct = {
        (p.document["document_id"], p.fact["year"], p.fact["measure"], p.fact["raw"]): p for p in points
    }
    return sorted(distinct.values(), key=lambda p: (p.fact["year"], str(p.document["meeting_date"])))[
        :_MOST_POINTS
    ]


def _is_same(row: Row, fact: Row) -> bool:
    names = ("row_label", "group_label", "unit")
    return row["year"] is not None and all(row[name] == fact[name] for name in names)


def plot_of(points: Sequence[Point]) -> Plot | None:
    """None where there is only one year: a point is no line."""
    years = sorted({point.fact["year"] for point in points})
    if len(years) < 2:
        return None
    values = [Decimal(point.fact["value"]) for point in points]
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    span = high - low or Decimal(1)

    def x(year: int) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * int(year - years[0]) / int(years[-1] - years[0]), 1)

    def y(value: Decimal) -> float:
        return round(float(_BOTTOM - (_BOTTOM - _TOP) * (value - low) / span), 1)

    measures: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for point in points:
        measures[point.fact["measure"] or ""].append((x(point.fact["year"]), y(Decimal(point.fact["value"]))))
    ticks = sorted({low, high, Decimal(0)})
    lines = [Line(measure, sorted(set(places))) for measure, places in measures.items()]
    return Plot([(y(value), value) for value in ticks], [(x(year), year) for year in years], lines)
