"""Pictures and files: sheets, cut-outs, originals, tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from app.tables_out import CSV, FORMS, table_to_bytes
from app.web.at_hand import asked, site, snapshot
from app.web.pages.shared_rows import NotHere, the_document
from app.web.pages.sheets import ZOOMS, places_of
from app.web.pages.tables import find_table, rows_of

router = APIRouter(include_in_schema=False)
_STATIC = {"style.css": "text/css; charset=utf-8", "mark.svg": "image/svg+xml"}
_A_DAY = "public, max-age=86400"
_PIXELS_A_POINT = 1.5  # at 100 %: 108 to the inch
_AROUND, _HIGHEST = 48.0, 330.0  # points of a cut-out
_ASIDE, _ABOVE = 6.0, 5.0  # points around a table


@router.get("/static/{name}")
def static(name: str) -> Response:
    if name not in _STATIC:
        raise NotHere("Filen finns inte.")
    return Response(_static(name), media_type=_STATIC[name], headers={"Cache-Control": _A_DAY})


@cache
def _static(name: str) -> bytes:
    return (Path(__file__).parent.parent / "static" / name).read_bytes()


@router.get("/dokument/{document_id}/blad/{number:int}.png")
def picture(request: Request, document_id: str, number: int) -> Response:
    """The sheet at one of the viewer's zooms. The same bytes for ever: the file is."""
    now = snapshot(request)
    row = the_document(now, document_id)
    if not 1 <= number <= row["page_count"]:
        raise NotHere(f"Dokumentet har {row['page_count']} blad.")
    zoom = asked(request).get("zoom", "100")
    percent = int(zoom) if zoom in {str(each) for each in ZOOMS} else 100
    png = site(request).drawing.picture(now.original(document_id), number, _PIXELS_A_POINT * percent / 100)
    return Response(png, media_type="image/png", headers={"Cache-Control": _A_DAY})


@router.get("/avvikelse/{finding_id}/{number:int}.png")
def cut_out(request: Request, finding_id: str, number: int) -> Response:
    """The place of a finding, with its words marked, as wide as the sheet."""
    now = snapshot(request)
    row = now.finding(finding_id)
    claims = (row["evidence"] or []) if row else []
    claim = claims[number] if number < len(claims) else None
    if claim is None or claim["x0"] is None or claim["document_id"] not in now.documents:
        raise NotHere("Platsen finns inte i den här utgåvan.")
    sheet = next(each for each in now.rows("pages", claim["document_id"]) if each["page"] == claim["page"])
    drawing = site(request).drawing
    marked = places_of(now, drawing, claim)
    top, bottom = min(box[1] for box in marked), max(box[3] for box in marked)
    around = (0.0, top - _AROUND, sheet["width"], min(bottom, top + _HIGHEST) + _AROUND)
    png = drawing.cut_out(now.original(claim["document_id"]), claim["page"], around, marked)
    return Response(png, media_type="image/png", headers={"Cache-Control": "no-cache"})


@router.get("/dokument/{document_id}/tabell/{index:int}/blad/{number:int}.png")
def printed_table(request: Request, document_id: str, index: int, number: int) -> Response:
    """The table as it is printed on one of its sheets."""
    now = snapshot(request)
    the_document(now, document_id)
    table_id = find_table(now, document_id, index)["table_id"]
    cells = [row for row in now.rows("cells", document_id) if row["table_id"] == table_id]
    boxes = [each for each in cells if each["page"] == number and each["x0"] is not None]
    if not boxes:
        raise NotHere(f"Tabellen står inte på blad {number}.")
    box = (
        min(each["x0"] for each in boxes) - _ASIDE,
        min(each["top"] for each in boxes) - _ABOVE,
        max(each["x1"] for each in boxes) + _ASIDE,
        max(each["bottom"] for each in boxes) + _ABOVE,
    )
    png = site(request).drawing.cut_out(now.original(document_id), number, box, ())
    return Response(png, media_type="image/png", headers={"Cache-Control": _A_DAY})


@router.get("/dokument/{document_id}/original")
def original(request: Request, document_id: str) -> Response:
    """The file as it came in, byte for byte; its sha256 in a header too."""
    now = snapshot(request)
    row = the_document(now, document_id)
    path = now.original(document_id)
    kind = "application/pdf" if path.suffix == ".pdf" else "text/plain; charset=utf-8"
    headers = {
        "Content-Disposition": _attached(row["file_name"] or path.name),
        "Content-Length": str(path.stat().st_size),
        "X-SHA256": row["sha256"],
        "ETag": f'"{row["sha256"]}"',
        "Cache-Control": _A_DAY,
    }
    return StreamingResponse(_in_pieces(path), media_type=kind, headers=headers)


@router.get("/dokument/{document_id}/tabell/{index:int}.{form}")
def table(request: Request, document_id: str, index: int, form: str) -> Response:
    """The table as it is printed, and of Parquet and Excel its facts."""
    if form not in FORMS:
        raise NotHere(f"En tabell finns som {', '.join(FORMS)}.")
    now = snapshot(request)
    the_document(now, document_id)
    row = find_table(now, document_id, index)
    facts = [each for each in now.rows("facts", document_id) if each["table_id"] == row["table_id"]]
    cells = [each.cell for printed in rows_of(now, row, facts) for each in printed]
    content = table_to_bytes(
        row, cells, facts, form, for_excel=asked(request).get("for") == "excel" and form == CSV
    )
    name = f"{document_id}-tabell-{index}.{form}"
    return Response(content, media_type=FORMS[form], headers={"Content-Disposition": _attached(name)})


def _in_pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(1 << 16):
            yield piece


def _attached(name: str) -> str:
    """A file's name for the browser to keep; no character of it can end the header."""
    plain = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_" for letter in name
    )
    return f"attachment; filename=\"{plain[-100:] or 'fil'}\"; filename*=UTF-8''{quote(name[-200:], safe='')}"
