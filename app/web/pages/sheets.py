"""A sheet as it looks, with what was asked for marked on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.library import Row, Snapshot
from app.web.pages.shared_rows import NotHere, crumbs, name_of, the_document
from app.web.sheet_words import Drawing, Edges, WordOnSheet, boxes_of
from archive.search.asked import read_asked
from archive.search.marks import Marker

ZOOMS = (100, 150, 200, 300)  # percent
_BOX = ("x0", "top", "x1", "bottom")


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to mark, in points of the sheet; `kind` is "ord" of a word that was asked for, else what was
    named.
    """

    kind: str
    box: tuple[float, float, float, float]
    says: str


def show_sheet(
    snapshot: Snapshot, drawing: Drawing, document_id: str, page: int, given: Mapping[str, str]
) -> dict[str, Any]:
    """The sheet, its marks, and the other sheets that have hits. Raises NotHere."""
    document = the_document(snapshot, document_id)
    sheets = {row["page"]: row for row in snapshot.rows("pages", document_id)}
    sheet = sheets.get(page)
    if sheet is None:
        what = f"{document['page_count']} blad" if document["page_count"] else "inga blad (det är Markdown)"
        raise NotHere(f"Dokumentet har {what}.")
    words = given.get("q", "")
    marker = Marker(read_asked(words))
    marks = [*_named(snapshot, drawing, document_id, page, given)]
    problem = ""
    if marker:
        on_sheet, problem = _words(snapshot, drawing, document_id, sheet)
        marks += [Mark("ord", box, text) for box, text in boxes_of(on_sheet, marker)]
    hits = _pages_with(snapshot, document_id, words) if marker else []
    zoom = int(given["zoom"]) if given.get("zoom") in {str(each) for each in ZOOMS} else 100
    return {
        "document": document,
        "title": name_of(document),
        "crumbs": crumbs(document),
        "sheet": sheet,
        "page": page,
        "pages": sorted(sheets),
        "marks": marks,
        "n_words": sum(mark.kind == "ord" for mark in marks),
        "hits": hits,
        "before_hit": max((each for each in hits if each < page), default=None),
        "after_hit": min((each for each in hits if each > page), default=None),
        "given": {
            name: value for name, value in given.items() if name in ("q", "stycke", "tal", "rad", "avvikelse")
        },
        "q": words,
        "zoom": zoom,
        "zooms": ZOOMS,
        "paragraphs": [row for row in snapshot.rows("paragraphs", document_id) if row["page"] == page],
        "tables": [row for row in snapshot.rows("tables", document_id) if _is_on(row, page)],
        "problem": problem,
        "is_original": document["text_source"] != "markdown",
    }


def _is_on(row: Row, page: int) -> bool:
    return row["first_page"] is not None and row["first_page"] <= page <= row["last_page"]


def _words(
    snapshot: Snapshot, drawing: Drawing, document_id: str, sheet: Row
) -> tuple[Sequence[WordOnSheet], str]:
    """The words of the sheet: what OCR read where it had to, else what the file says; and what went wrong."""
    by_ocr = [row for row in snapshot.rows("words", document_id) if row["page"] == sheet["page"]]
    if by_ocr:
        return [
            WordOnSheet(row["text"], tuple(row[name] for name in _BOX))
            for row in by_ocr
            if row["x0"] is not None
        ], ""
    return drawing.words(snapshot.original(document_id), sheet["page"])


def _named(
    snapshot: Snapshot, drawing: Drawing, document_id: str, page: int, given: Mapping[str, str]
) -> list[Mark]:
    """What the address names: a paragraph, a figure, a row of a table, the places of a finding."""
    marks: list[Mark] = []
    for name, table, key in (
        ("stycke", "paragraphs", "paragraph_id"),
        ("tal", "facts", "fact_id"),
        ("belopp", "amounts", "amount_id"),
    ):
        if wanted := given.get(name):
            rows = [row for row in snapshot.rows(table, document_id) if row[key] == wanted]
            marks += _marks(name, rows, page)
    if wanted := given.get("rad"):
        table_id, _, number = wanted.rpartition("-r")
        rows = [
            row
            for row in snapshot.rows("cells", document_id)
            if row["table_id"] == table_id and str(row["row"]) == number
        ]
        marks += _marks("rad", rows, page)
    if wanted := given.get("avvikelse"):
        finding = snapshot.finding(wanted)
        claims = [
            claim
            for claim in (finding["evidence"] or () if finding else ())
            if claim["document_id"] == document_id
        ]
        marks += [mark for claim in claims for mark in _claimed(snapshot, drawing, page, claim)]
    return marks


def _claimed(snapshot: Snapshot, drawing: Drawing, page: int, claim: Row) -> Iterator[Mark]:
    """Where a reading is printed: the cell of a figure, the very words of a sentence."""
    if claim["page"] != page or claim["x0"] is None:
        return
    for box in places_of(snapshot, drawing, claim):
        yield Mark("avvikelse", box, claim["raw"][:200])


def places_of(snapshot: Snapshot, drawing: Drawing, claim: Row) -> Sequence[Edges]:
    """The boxes of the words that a finding rests on; of the paragraph where they are not found in it."""
    box = claim["x0"], claim["top"], claim["x1"], claim["bottom"]
    if claim["fact_id"]:
        return [box]
    return drawing.printed(snapshot.original(claim["document_id"]), claim["page"], box, claim["raw"]) or [box]


def _marks(kind: str, rows: Sequence[Row], page: int) -> list[Mark]:
    on_sheet = [row for row in rows if row["page"] == page and row["x0"] is not None]
    return [
        Mark(kind, tuple(row[name] for name in _BOX), str(row.get("text") or row.get("raw") or "")[:200])
        for row in on_sheet
    ]


def _pages_with(snapshot: Snapshot, document_id: str, words: str) -> list[int]:
    """The sheets on which a paragraph or a cell has a word that was asked for."""
    return list(snapshot.remember(_pages_of, document_id, words))


def _pages_of(snapshot: Snapshot, document_id: str, words: str) -> tuple[int, ...]:
    marker = Marker(read_asked(words))
    texts = [(row["page"], row["text"]) for row in snapshot.rows("paragraphs", document_id)]
    texts += [(row["first_page"], row["heading"]) for row in snapshot.rows("sections", document_id)]
    texts += [(row["page"], row["text"]) for row in snapshot.rows("cells", document_id) if row["text"]]
    return tuple(sorted({page for page, text in texts if page and marker.find(text)}))
