"""What does not agree, listed for the terminal: as text, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.errors import CannotShow
from app.show import find_document, rows_to_csv
from app.words import alternatives, counted_severity, reading_names, severity_label, sheets
from archive.layout import Archive
from archive.release import read_rows_of
from schemas.kinds import SEVERITIES, Severity

Row = dict[str, Any]
Printed = Mapping[str, Mapping[int, str | None]]


def list_findings(folder: Path, document: str | None, severity: str | None, form: str) -> str:
    """The findings of the current release, worst first, then by document and page."""
    if form not in ("text", "csv", "json"):
        raise CannotShow("--format är text, csv eller json.")
    if severity is not None and severity not in SEVERITIES:
        raise CannotShow(f"--severity är {alternatives(Severity)}.")
    archive = Archive(folder)
    documents = _documents_of(archive)
    names = {document_id: name for document_id, (name, _) in documents.items()}
    printed = _printed_pages(archive)
    only = find_document(document, folder)[:16] if document else None
    every = _rows(archive, only)
    rows = sorted((r for r in every if severity in (None, r["severity"])), key=lambda row: _rank(row, names))
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1, default=str)
    if form == "csv":
        return rows_to_csv([_flat(row, names, printed) for row in rows])
    return "\n".join(_text(rows, every, documents, printed))


def _rows(archive: Archive, only: str | None) -> list[Row]:
    """A document's own, and those of its later revisions that point back to it."""
    rows: list[Row] = read_rows_of(archive, "findings").to_pylist()
    return [row for row in rows if only is None or only in {row["document_id"], *_documents(row)}]


def _documents(row: Row) -> set[str]:
    return {claim["document_id"] for claim in row["evidence"]}


def _rank(row: Row, names: Mapping[str, str]) -> tuple[int, str, int, str]:
    pages = [claim["page"] for claim in row["evidence"] if claim["page"]]
    return (
        SEVERITIES.index(row["severity"]),
        _name(row["document_id"], names),
        min(pages, default=0),
        row["finding_id"],
    )


def _documents_of(archive: Archive) -> dict[str, tuple[str, str]]:
    """Each document's file name and text source."""
    rows = read_rows_of(archive, "documents", ["document_id", "file_name", "text_source"]).to_pylist()
    return {row["document_id"]: (row["file_name"], row["text_source"]) for row in rows}


def _name(document_id: str, names: Mapping[str, str]) -> str:
    return names.get(document_id, document_id)


def _text(
    rows: Sequence[Row], every: Sequence[Row], documents: Mapping[str, tuple[str, str]], printed: Printed
) -> list[str]:
    names = {document_id: name for document_id, (name, _) in documents.items()}
    lines = []
    for row in rows:
        readings = [
            f"{label} {text}"
            for label, text in zip(_labels(row, documents), (row["expected"], row["found"]), strict=True)
            if text
        ]
        lines += [
            f"{severity_label(row['severity'])}  {row['says']}",
            f"    {_places(row, names, printed)}",
            f"    {'; '.join(readings)}",
            "",
        ]
    counts = [sum(row["severity"] == severity for row in every) for severity in SEVERITIES]
    told = ", ".join(
        counted_severity(severity, count) for severity, count in zip(SEVERITIES, counts, strict=True)
    )
    return [*lines, f"{told}."]


def _labels(row: Row, documents: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    held = [claim["document_id"] for claim in row["evidence"]]
    sources = [documents[document_id][1] for document_id in held if document_id in documents]
    one, other = reading_names(len(_documents(row)) > 1, sources)
    return (one, other) if one.endswith("filen") else (one.lower(), other.lower())


def _printed_pages(archive: Archive) -> Printed:
    """By document, the page number printed on each sheet."""
    printed: dict[str, dict[int, str | None]] = {}
    for row in read_rows_of(archive, "pages", ["document_id", "page", "printed_page"]).to_pylist():
        printed.setdefault(row["document_id"], {})[row["page"]] = row["printed_page"]
    return printed


def _places(row: Row, names: Mapping[str, str], printed: Printed) -> str:
    """The sheets, document by document."""
    pages: dict[str, list[int | None]] = {}
    for claim in row["evidence"]:
        pages.setdefault(claim["document_id"], []).append(claim["page"])
    told = (
        (_name(document_id, names), sheets(held, printed.get(document_id)))
        for document_id, held in pages.items()
    )
    return "; ".join(", ".join(filter(None, each)) for each in told)


def _flat(row: Row, names: Mapping[str, str], printed: Printed) -> Row:
    flat = {name: row[name] for name in ("severity", "kind", "says", "expected", "found")}
    return flat | {
        "places": _places(row, names, printed),
        "document_id": row["document_id"],
        "finding_id": row["finding_id"],
    }
