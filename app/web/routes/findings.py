"""Findings, and what people say of them: the only thing that is written here, and only with a token."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from app.library import Row, Snapshot
from app.web import addresses
from app.web.at_hand import asked, page, root_path, site, snapshot
from app.web.pages.findings import show_finding, show_findings
from archive.corrections import append_correction
from archive.lock import writing
from archive.marks import Mark, MarkState, add_mark, finding_key, read_marks
from schemas.correction import Correction, plain
from schemas.errors import ArchiveBusy, ParagrafError
from schemas.kinds import CorrectionKind
from schemas.place import Box

router = APIRouter(include_in_schema=False)
SESSION = "paragraf_session"
_LONGEST = 500
_AN_EVENING = 12 * 3600
MarkForm = dict[str, str]


@router.get("/avvikelser")
def findings(request: Request) -> Response:
    marks = read_marks(site(request).library.archive)
    return page(request, "findings", **show_findings(snapshot(request), asked(request), marks))


@router.get("/avvikelse/{finding_id}")
def finding(request: Request, finding_id: str) -> Response:
    marks = read_marks(site(request).library.archive)
    shown = show_finding(snapshot(request), finding_id, marks)
    return page(
        request,
        "finding",
        **shown,
        is_signed_in=_is_signed_in(request),
        form_key=_form_key(request),
        problem="",
        form={},
    )


@router.get("/logga-in")
def sign_in_form(request: Request) -> Response:
    return page(request, "sign_in", problem="", form={}, till=asked(request).get("till", "/avvikelser"))


@router.post("/logga-in")
async def sign_in(request: Request) -> Response:
    """The token that the server was started with, once; a cookie that no script reads stands for it."""
    form = await _form(request)
    token = site(request).token
    if not token or not hmac.compare_digest(form.get("nyckel", "").encode(), token.encode()):
        problem = "Nyckeln är fel. Den står där servern startades."
        return page(request, "sign_in", status=403, problem=problem, till="/avvikelser")
    till = form.get("till", "")
    root = root_path(request)
    answer = RedirectResponse(root + (till if till.startswith("/avvikelse") else "/avvikelser"), 303)
    answer.set_cookie(
        SESSION, _session(token), max_age=_AN_EVENING, httponly=True, samesite="strict", path=f"{root}/"
    )
    return answer


@router.post("/avvikelse/{finding_id}")
async def mark(request: Request, finding_id: str) -> Response:
    """Say of the finding that it is seen, the document's own error, or a misreading, which becomes a
    correction.
    """
    form = await _form(request)
    if not _is_signed_in(request) or not hmac.compare_digest(
        form.get("skydd", "").encode(), _form_key(request).encode()
    ):
        raise HTTPException(403)
    return await run_in_threadpool(_mark, request, finding_id, form)


def _mark(request: Request, finding_id: str, form: MarkForm) -> Response:
    now = snapshot(request)
    row = now.finding(finding_id)
    if row is None or form.get("lage") not in {*MarkState}:
        raise HTTPException(404)
    archive, at = site(request).library.archive, datetime.now(UTC).replace(microsecond=0)
    told = Mark(
        finding_key(row),
        row["document_id"],
        MarkState(form["lage"]),
        plain(form.get("av", "")),
        plain(form.get("varfor", "")),
        at.isoformat(),
    )
    try:
        if told.state == MarkState.MISREADING:
            correction = _correction(now, row, form, at)
            with writing(archive):
                append_correction(archive, correction)
        add_mark(archive, told)
    except ArchiveBusy:
        return _again(request, row, form, "En inläsning pågår. Spara igen när den är klar.")
    except (ParagrafError, ValueError) as error:
        return _again(request, row, form, str(error))
    return RedirectResponse(root_path(request) + addresses.finding(finding_id), 303)


def _again(request: Request, row: Row, form: MarkForm, problem: str) -> Response:
    """The form with what was written in it, and why it was not taken."""
    shown = show_finding(snapshot(request), row["finding_id"], read_marks(site(request).library.archive))
    signed = {"is_signed_in": True, "form_key": _form_key(request)}
    return page(request, "finding", status=409, **shown, **signed, problem=problem, form=form)


def _correction(now: Snapshot, row: Row, form: MarkForm, at: datetime) -> Correction:
    """What is printed in the chosen place of the finding. Raises ValueError, in Swedish, where it cannot be
    one.
    """
    claims = row["evidence"] or []
    number = form.get("plats", "0")
    is_number = number.isascii() and number.isdigit()
    claim = claims[int(number)] if is_number and int(number) < len(claims) else None
    printed = plain(form.get("tryckt", ""))
    if claim is None or not claim["page"]:
        raise ValueError("Välj den plats som är felläst; Markdown rättas i filen.")
    if not printed:
        raise ValueError("Skriv vad som står på papperet.")
    if printed == claim["raw"]:
        raise ValueError("Det som står på papperet är det som lästes: då är det ingen felläsning.")
    fact = next(
        (each for each in now.rows("facts", claim["document_id"]) if each["fact_id"] == claim["fact_id"]),
        None,
    )
    return Correction(
        claim["document_id"],
        claim["page"],
        claim["raw"],
        printed,
        CorrectionKind.CELL if fact else CorrectionKind.UNTOLD,
        row=fact["row_label"] if fact else "",
        column=fact["column_label"] if fact else "",
        box=Box(claim["x0"], claim["top"], claim["x1"], claim["bottom"])
        if fact and fact["x0"] is not None
        else None,
        by=plain(form.get("av", "")),
        at=at,
        why=plain(form.get("varfor", "")),
        is_sure=form.get("saker") == "ja",
    )


async def _form(request: Request) -> MarkForm:
    """The fields of a form, each cut at what a person writes."""
    try:
        body = await request.body()
        fields = parse_qs(body.decode("utf-8"), max_num_fields=20, encoding="utf-8")
    except (ValueError, ClientDisconnect):  # no form, or one of which only a part came
        raise HTTPException(400) from None
    return {name: values[-1][:_LONGEST] for name, values in fields.items()}


def _session(token: str) -> str:
    """What stands for the token in a cookie: of it nobody learns the token."""
    return hmac.new(token.encode(), b"session", "sha256").hexdigest()


def _is_signed_in(request: Request) -> bool:
    token = site(request).token
    return bool(token) and hmac.compare_digest(
        request.cookies.get(SESSION, "").encode(), _session(token).encode()
    )


def _form_key(request: Request) -> str:
    """In every form; another site cannot read it, and a form without it does nothing."""
    return hmac.new(f"{site(request).token}{_SALT}".encode(), b"form", "sha256").hexdigest()


_SALT = secrets.token_hex(16)  # of this server
