"""JSON of what the archive's own pages put together: a §, a meeting, a matter, a person."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from app.library import Row
from app.web import addresses
from app.web.api.as_json import PROBLEMS, Json
from app.web.api.xml_answers import root_of
from app.web.at_hand import snapshot
from app.web.pages.meetings import show_meeting, show_person
from app.web.pages.paragraphs import Step, show_decision, show_matter
from app.web.pages.shared_rows import NotHere, the_document

router = APIRouter(prefix="/api", tags=["Paragraf"], responses=PROBLEMS)
_Municipality = Annotated[str, Path(description="Som i adressen: boras-stad / as in the address")]
_Body = Annotated[str, Path(description="Som i adressen: kommunstyrelsen / as in the address")]
_OF_DOCUMENT = ("document_id", "file_name", "title", "municipality", "body", "meeting_date", "meeting_id")


@router.get(
    "/decisions/{decision_id}",
    summary="En paragraf / one decision",
    response_description="Paragrafen med text, personer, röster / the decision, its text, people, votes",
)
def decision(
    request: Request, decision_id: Annotated[str, Path(description="Ur decisions / a decision_id")]
) -> Response:
    """The row of `decisions` with all that stands under it, each paragraph with its sheet and box."""
    now = snapshot(request)
    document = the_document(now, decision_id.partition("-")[0])
    rows = now.rows("decisions", document["document_id"])
    row = next((each for each in rows if each["decision_id"] == decision_id), None)
    if row is None:
        raise NotHere("Ingen paragraf med det id:t finns i den här utgåvan.")
    shown = show_decision(now, document, row)
    texts = [paragraph for _, paragraphs in shown["sections"] for paragraph in paragraphs]
    kept = {name: shown[name] for name in ("tables", "people", "votes", "findings")}
    newer = shown["newer"]["document_id"] if shown["newer"] else None
    return Json(_decision(request, document, row) | {"paragraphs": texts, **kept, "superseded_by": newer})


@router.get(
    "/meetings/{municipality}/{body}/{day}",
    summary="Ett möte / one meeting",
    response_description="Mötets paragrafer, filer, personer / its decisions, files, people",
)
def meeting(
    request: Request,
    municipality: _Municipality,
    body: _Body,
    day: Annotated[str, Path(description="Mötesdagen: 2024-06-17 / the day of the meeting")],
) -> Response:
    """Every § of the day from whichever file has it, and the files; older versions apart."""
    now = snapshot(request)
    shown = show_meeting(now, f"{municipality}/{body}/{day}")
    return Json(
        _document(request, shown["document"], "meeting_id", "municipality", "body", "meeting_date")
        | {
            "address": root_of(request) + addresses.meeting(shown["document"]["meeting_id"]),
            "decisions": [
                _decision(request, now.documents[row["document_id"]], row) for row in shown["decisions"]
            ],
            "documents": [_document(request, row) for row in shown["documents"]],
            "older_versions": [_document(request, row) for row in shown["older"]],
            "people": shown["people"],
            "findings": shown["findings"],
        }
    )


@router.get(
    "/matters/{municipality}/{key}",
    summary="Ett ärendes väg / the way of a matter",
    response_description="Paragraferna i ordning / the decisions in order",
)
def matter(
    request: Request,
    municipality: Annotated[str, Path(description="Som i adressen: boras-stad; - om okänd / - if unknown")],
    key: Annotated[str, Path(description="Diarienumret som i adressen: ks_2024-375 / the diary number")],
    organ: Annotated[str, Query(description="Organet, av ett nummer utan register / the body")] = "",
) -> Response:
    """Every § under the diary number, in the order of the meetings; other files that have the number."""
    shown = show_matter(snapshot(request), municipality, key, organ)
    return Json(
        {
            "diary_number": shown["title"],
            "key": shown["key"],
            "about": shown["about"],
            "municipality": shown["municipality"],
            "steps": [_step(request, step) for step in shown["steps"]],
            "other_documents": [_document(request, row) for row in shown["papers"]],
        }
    )


@router.get(
    "/people/{person_id}",
    summary="En person / one person",
    response_description="Namn, organ, paragrafer / names, bodies, decisions",
)
def person(
    request: Request, person_id: Annotated[str, Path(description="Ur people / a person_id")]
) -> Response:
    """Where and as what a name with its party stands in the archive; two spellings are two people."""
    shown = show_person(snapshot(request), person_id)
    return Json(
        {
            "person_id": person_id,
            "names": shown["names"],
            "parties": shown["parties"],
            "bodies": [
                {"municipality": row["municipality"], "body": row["body"], "roles": roles, "documents": many}
                for row, roles, many in shown["bodies"]
            ],
            "decisions": [
                _decision(request, document, row) | {"as": {"role": own["role"], "vote": own["vote"]}}
                for document, row, own in shown["under"]
            ],
            "documents": [_document(request, row) for row in shown["documents"]],
        }
    )


def _document(request: Request, row: Row, *names: str) -> Row:
    address = {} if names else {"address": root_of(request) + addresses.document(row["document_id"])}
    return {name: row[name] for name in names or _OF_DOCUMENT} | address


def _decision(request: Request, document: Row, row: Row) -> Row:
    day = {"meeting_date": document["meeting_date"], "municipality": document["municipality"]}
    return row | day | {"address": root_of(request) + _at(request, document, row["paragraph"])}


def _step(request: Request, step: Step) -> Row:
    earlier = step.earlier["decision_id"] if step.earlier else None
    return _decision(request, step.document, step.decision) | {
        "people": step.people,
        "votes": step.votes,
        "earlier_decision_id": earlier,
    }


def _at(request: Request, document: Row, number: str) -> str:
    """The address of the § of this very document."""
    return addresses.paragraph(document, number, shows_meeting=snapshot(request).shows_meeting(document))
