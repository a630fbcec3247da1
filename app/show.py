"""What was read from one document, for the terminal: as text, CSV or JSON."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from app.errors import CannotShow, raise_if_missing
from app.tables_out import grid_of
from app.words import sheets
from archive.documents import read_document
from archive.layout import Archive
from archive.lookup import find_documents
from archive.rows_to_things import tables_to_extraction
from archive.things_to_rows import Arrival, extraction_to_tables
from flows.readers.answers import Hear
from reconcilers.structure.checks import find_structure_checks
from schemas.document import Extraction

Rows = list[dict[str, Any]]
Grid = list[list[str]]
_MOST_TOLD = 20  # documents that fit what was asked for


def find_reading(key: str, folder: Path | None) -> dict[str, Rows]:
    """The tables' rows by name: from the archive, or read now where `key` is the path of a file."""
    if folder is None:
        if Path(key).is_file():
            return _with_structure(_read_now(Path(key)))
        raise CannotShow(f"Ingen fil heter {key}. Ange --archive för att söka i ett arkiv.")
    return _with_structure(read_document(Archive(folder), find_document(key, folder)))


def find_document(key: str, folder: Path) -> str:
    """The sha256 of the one document in the archive that `key` fits;
    raises CannotShow where there is not one.
    """
    raise_if_missing(folder)
    found = find_documents(Archive(folder), key)
    if len(found) != 1:
        raise CannotShow(
            _several(key, folder, found)
            if found
            else f"Inget dokument i {folder} passar {key}. paragraf list visar dem som finns."
        )
    return found[0]


def _several(key: str, folder: Path, found: Sequence[str]) -> str:
    """Which they are, told apart by id and day: two versions may have one name."""
    told = []
    for sha256 in found[:_MOST_TOLD]:
        document = read_document(Archive(folder), sha256)["documents"].to_pylist()[0]
        day = f"möte {document['meeting_date']}" if document["meeting_date"] else "utan mötesdag"
        came = f"{document['ingested_at']:%Y-%m-%d %H.%M}"
        told.append(f"\n  {sha256[:16]}  {document['file_name']}, {day}, kom in {came}")
    more = f"\n  … och {len(found) - _MOST_TOLD} till" if len(found) > _MOST_TOLD else ""
    return f"Flera dokument passar {key}; skriv början av ett id eller hela filnamnet.{''.join(told)}{more}"


def show_reading(
    reading: Mapping[str, Rows],
    *,
    parts: bool,
    sections: bool,
    decision: str | None,
    table: int | None,
    form: str,
) -> str:
    """The chosen piece of the reading, or an overview of it all, in the chosen form."""
    if form not in ("text", "csv", "json"):
        raise CannotShow("--format är text, csv eller json.")
    if table is not None:
        return _show_table(reading, table, form)
    if decision is not None:
        return _show_decision(reading, decision, form)
    if parts:
        return _write(reading["parts"], form, _part_line)
    if sections:
        return _write(reading["sections"], form, _section_line)
    return _write(reading["documents"], form, lambda row: _overview(row, reading))


def read_file(path: Path, hear: Hear) -> Extraction:
    """A file that is in no archive, read here and now; `hear` is told how far OCR has come."""
    from flows.readers import one_document
    from flows.readers.limits import Limits
    from flows.readers.pool import Readers
    from flows.steps.files import read_bytes
    from schemas.document import Source

    data = read_bytes(path)
    with Readers(Limits(workers=1), one_document.read) as readers:
        return readers.read(
            data, Source(hashlib.sha256(data).hexdigest(), path.name, path.name), hear=hear
        ).extraction


def _read_now(path: Path) -> dict[str, pa.Table]:
    from app.progress import sheets_on_terminal
    from flows.steps.ingest import arrival_time, installed_versions

    with sheets_on_terminal(path.name) as hear:
        whole = read_file(path, hear)
    arrival = Arrival(path.name, path.name, arrival_time())
    return extraction_to_tables(whole, arrival, installed_versions().extractors)


def _with_structure(tables: Mapping[str, pa.Table]) -> dict[str, Rows]:
    """The rows, and what the document's own numbers prove of its structure, a row a check."""
    checks = find_structure_checks(tables_to_extraction(tables), 0)
    return _rows(tables) | {"structure": [{"says": check.says, "holds": check.holds} for check in checks]}


def _rows(tables: Mapping[str, pa.Table]) -> dict[str, Rows]:
    """The tables that are shown; each thing with the page number that is printed on its first sheet."""
    names = ("documents", "pages", "parts", "sections", "decisions", "people", "tables", "cells")
    rows = {name: tables[name].to_pylist() if name in tables else [] for name in names}
    printed = {row["page"]: row["printed_page"] for row in rows["pages"]}
    for name in ("parts", "sections", "decisions", "tables"):
        rows[name] = [row | {"first_printed_page": printed.get(row["first_page"])} for row in rows[name]]
    return rows


def _write(rows: Rows, form: str, line: Callable[[dict[str, Any]], str]) -> str:
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1, default=str)
    if form == "csv":
        return rows_to_csv(rows)
    return "\n".join(line(row) for row in rows)


def _show_table(reading: Mapping[str, Rows], index: int, form: str) -> str:
    chosen = next((row for row in reading["tables"] if row["table_index"] == index), None)
    if chosen is None:
        raise CannotShow(f"Dokumentet har {len(reading['tables'])} tabeller, räknade från 0.")
    grid = grid_of(chosen, [c for c in reading["cells"] if c["table_id"] == chosen["table_id"]])
    if form == "json":
        return json.dumps(chosen | {"rows": grid}, ensure_ascii=False, indent=1, default=str)
    if form == "csv":
        return _csv(grid)
    title = (chosen["title"] or "Tabell") + (f" ({chosen['unit']})" if chosen["unit"] else "")
    return f"{', '.join(filter(None, (title, _pages(chosen))))}\n\n{_aligned(grid)}"


def _show_decision(reading: Mapping[str, Rows], number: str, form: str) -> str:
    wanted = number.removeprefix("§").strip()
    chosen = [row for row in reading["decisions"] if row["paragraph"] == wanted]
    if not chosen:
        there = ", ".join(row["paragraph"] for row in reading["decisions"]) or "inga"
        raise CannotShow(f"Dokumentet har ingen § {wanted}; det har {there}.")
    return _write(chosen, form, lambda row: _decision_text(row, reading["people"]))


def _decision_text(row: dict[str, Any], people: Rows) -> str:
    blocks = (
        ("Beslut", row["decision_text"]),
        ("Yrkanden", row["proposals"]),
        ("Protokollsanteckningar", row["protocol_notes"]),
        ("Reservationer", row["reservations"]),
        ("Handlingar", row["attachments"]),
        ("Personer", [_person(p) for p in people if p["decision_id"] == row["decision_id"]]),
    )
    head = f"§ {row['paragraph']}  {row['title']}\n{row['diary_number'] or ''}  {_pages(row)}".rstrip()
    told = [f"{name}\n" + "\n".join(f"  {entry}" for entry in entries) for name, entries in blocks if entries]
    return "\n\n".join([head, *told])


def _overview(row: dict[str, Any], reading: Mapping[str, Rows]) -> str:
    head = [
        row["title"] or row["file_name"],
        *(str(row[n]) for n in ("municipality", "body", "meeting_date") if row[n]),
    ]
    size = f"  {row['page_count']} blad" if row["page_count"] else ""
    proved = " ".join(check["says"] for check in reading["structure"])
    lines = [proved] if proved else []
    lines += [", ".join(head), f"{row['document_id']}  {row['file_name']}{size}", "", "Delar:"]
    lines += [f"  {_part_line(part)}" for part in reading["parts"]]
    lines += ["", "Paragrafer:", *(f"  § {d['paragraph']}  {d['title']}" for d in reading["decisions"])]
    lines += ["", "Tabeller:", *(f"  {_table_line(table)}" for table in reading["tables"])]
    lines += (
        ["", "Varningar:", *(f"  {warning}" for warning in row["warnings"] or ())] if row["warnings"] else []
    )
    return "\n".join(lines)


def _table_line(row: dict[str, Any]) -> str:
    size = f"{row['n_rows']}×{row['n_columns']}"
    return (
        f"{row['table_index']:>3}  {_pages(row)}  {size}  {row['title'] or ''} {row['unit'] or ''}".rstrip()
    )


def _part_line(row: dict[str, Any]) -> str:
    return f"{_pages(row):<11} {row['kind']:<9} {row['title'] or ''}  ({row['evidence']})"


def _section_line(row: dict[str, Any]) -> str:
    heading = " ".join(filter(None, (row["number"], row["heading"])))
    return f"{_pages(row):<11} {'  ' * (row['level'] - 1)}{heading}"


def _person(row: dict[str, Any]) -> str:
    party = f" ({row['party']})" if row["party"] else ""
    return f"{row['name']}{party}: {row['role']}"


def _pages(row: dict[str, Any]) -> str:
    first, last = row["first_page"], row["last_page"]
    if first is None:  # Markdown has no sheets
        return ""
    printed = {first: row.get("first_printed_page")}
    return sheets([first], printed) if first == last else f"blad {first}-{last}"


def _aligned(grid: Grid) -> str:
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    lines = (
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(n) for cell, n in zip(row[1:], widths[1:], strict=True))]
        )
        for row in grid
    )
    return "\n".join(line.rstrip() for line in lines)


def rows_to_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows under their names; "" of none."""
    flat = [[_flat(value) for value in row.values()] for row in rows]
    return _csv([list(rows[0]) if rows else [], *flat])


def _csv(grid: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(grid)
    return out.getvalue().rstrip("\n")


def _flat(value: Any) -> str:
    """A list's entries stand on lines of their own in the one CSV field."""
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)
