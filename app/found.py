"""What a search found and what an archive holds, for the terminal: as text, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from app.errors import CannotShow
from app.library import Row, Snapshot
from app.searching import Answer, Shown
from app.show import rows_to_csv
from app.web.shown_values import words_in
from app.words import counted, severity_label, sheets
from swedish.slugs import slug

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_words = words_in("sv")


def found_to_text(found: Answer, in_colour: bool) -> str:
    """The notes, then each hit: what it is, where it stands, the words that answer."""
    lines = list(found.notes)
    for number, hit in enumerate(found.hits, (found.ask.page - 1) * found.ask.size + 1):
        lines += ["", *_hit(number, hit, in_colour)]
    lines += ["", _count(found)]
    return "\n".join(lines).strip("\n")


def _hit(number: int, hit: Shown, in_colour: bool) -> Iterator[str]:
    sign = f"§ {hit.paragraph} " if hit.paragraph else ""
    label = f"  [{severity_label(hit.severity)}]" if hit.severity else ""
    yield f"{number}. {sign}{hit.title}{label}"
    row = hit.document
    about = [row["municipality"], row["body"], row["meeting_date"] and row["meeting_date"].isoformat()]
    where = sheets([hit.page], {hit.page: hit.printed} if hit.page else None)
    yield f"   {_words(hit.kind)}: {', '.join(str(each) for each in about if each) or row['file_name']}"
    yield f"   {', '.join(filter(None, (where, row['file_name'], row['document_id'])))}"
    if hit.roles:
        roles = (_words(role) + (f" (§ {under})" if under else "") for role, under in hit.roles)
        yield f"   {', '.join(roles)}"
    elif hit.pieces:
        yield f"   {_snippet(hit, in_colour)}"


def _snippet(hit: Shown, in_colour: bool) -> str:
    """Marked words in bold on a terminal, between stars elsewhere."""
    before, after = (_BOLD, _PLAIN) if in_colour else ("*", "*")
    return "".join(f"{before}{piece.text}{after}" if piece.is_marked else piece.text for piece in hit.pieces)


def _count(found: Answer) -> str:
    told = counted(found.total, "träff", "träffar")
    if found.pages > 1:
        told += f", sida {found.ask.page} av {found.pages} (--page {min(found.ask.page + 1, found.pages)})"
    return f"{told}."


def found_to_json(found: Answer) -> str:
    """One object: total, notes and hits; `marked` are the words that were asked for."""
    hits = [_hit_row(hit) for hit in found.hits]
    told = {
        "total": found.total,
        "page": found.ask.page,
        "pages": found.pages,
        "notes": found.notes,
        "hits": hits,
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=str)


def _hit_row(hit: Shown) -> dict[str, Any]:
    row = hit.document
    names = ("document_id", "file_name", "municipality", "body", "meeting_date")
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": hit.title,
        "paragraph": hit.paragraph or None,
        "page": hit.page,
        "printed_page": hit.printed,
        "text": hit.text,
        "marked": [piece.text for piece in hit.pieces if piece.is_marked],
        "severity": hit.severity or None,
        "score": round(hit.score, 3),
        "address": hit.address,
        **{name: row[name] for name in names},
    }


def list_to_text(snapshot: Snapshot, key: str | None, municipality: str, body: str, form: str) -> str:
    """The documents within the filters, the newest meeting first, and of one meeting the newest version."""
    if form not in ("text", "csv", "json"):
        raise CannotShow("--format är text, csv eller json.")
    rows = [
        _listed(snapshot, row)
        for row in snapshot.documents.values()
        if _fits(row, key, slug(municipality), slug(body))
    ]
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1, default=str)
    if form == "csv":
        return rows_to_csv(rows)
    told = counted(len(rows), "dokument", "dokument").replace("\xa0", " ")
    return "\n".join([*map(_line, rows), f"{told}."]) if rows else "Inget dokument passar."


def _fits(row: Row, key: str | None, municipality: str, body: str) -> bool:
    wanted = (key or "").casefold()
    names = (row["document_id"], row["sha256"], row["file_name"], row["source_uri"])
    return (
        any(str(name or "").casefold().startswith(wanted) for name in names)
        and municipality in ("", slug(row["municipality"] or ""))
        and body in ("", slug(row["body"] or ""))
    )


def _listed(snapshot: Snapshot, row: Row) -> Row:
    paragraphs = [each["paragraph"] for each in snapshot.rows("decisions", row["document_id"])]
    newest = snapshot.superseded.get(row["document_id"])
    names = (
        "document_id",
        "municipality",
        "body",
        "meeting_date",
        "title",
        "file_name",
        "page_count",
        "status",
    )
    return {
        **{name: row[name] for name in names},
        "paragraphs": f"{paragraphs[0]}–{paragraphs[-1]}" if len(paragraphs) > 1 else "".join(paragraphs),
        "n_paragraphs": len(paragraphs),
        "ingested_at": row["ingested_at"],
        "superseded_by": newest,
    }


def _line(row: Row) -> str:
    day = row["meeting_date"].isoformat() if row["meeting_date"] else "utan datum"
    about = ", ".join(filter(None, (row["municipality"], row["body"]))) or row["title"] or "–"
    sections = f"§ {row['paragraphs']}" if row["paragraphs"] else "inga §§"
    size = f"{row['page_count']} blad" if row["page_count"] else "Markdown"
    state = [_words(row["status"])] if row["status"] != "complete" else []
    state += [f"äldre version av {row['superseded_by']}"] if row["superseded_by"] else []
    told = f"{day}  {row['document_id']}  {about}  {sections}  {size}  {row['file_name']}"
    return told + (f"  ({'; '.join(state)})" if state else "")
