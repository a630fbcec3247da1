"""What the sub-headings of a § mean: rows of (heading, kind, origin)."""

from __future__ import annotations

import pytest

from swedish.headings import kind_of_heading
from tests.extractors.not_reached import row

KINDS = [
    ("Kommunstyrelsens beslut", "decision", "reference"),
    ("Protokollsanteckningar", "protocol_notes", "reference"),
    ("Beslutsunderlag", "attachments", "reference"),
    ("Beslutet expedieras till", "recipients", "reference"),
    ("Sammanfattning av ärendet", "background", "reference"),
    ("Förslag till beslut", "proposal_of_office", "reference"),
    ("Beslut", "decision", "made up"),
    ("Beslut:", "decision", "made up"),
    ("BESLUT", "decision", "made up"),
    ("Kommunfullmäktige beslutar", "decision", "made up"),
    ("Kommunstyrelsens arbetsutskotts beslut", "decision", "made up"),
    ("Välfärdsnämndens beslut:", "decision", "hazards"),
    ("Nämnden beslutade", "decision", "made up"),
    ("Tidigare behandling", "earlier", "hazards"),
    ("Tidigare beslut", "earlier", "made up"),
    ("Yrkanden", "proposals", "made up"),
    ("Yrkande", "proposals", "made up"),
    ("Tilläggsyrkande", "proposals", "made up"),
    ("Förslag på sammanträdet", "proposals", "made up"),
    ("Propositionsordning", "order", "made up"),
    ("Beslutsgång", "order", "made up"),
    ("Omröstning", "order", "made up"),
    ("Omröstningsresultat", "order", "made up"),
    ("Votering", "order", "made up"),
    ("Reservation", "reservations", "made up"),
    ("Reservationer", "reservations", "made up"),
    ("Protokollsanteckning", "protocol_notes", "made up"),
    ("Anteckning till protokollet", "protocol_notes", "made up"),
    ("Särskilt yttrande", "protocol_notes", "made up"),
    ("Jäv", "disqualified", "made up"),
    ("Deltar inte i beslutet", "not_participating", "made up"),
    ("Beslutet skickas till", "recipients", "made up"),
    ("Expedieras till", "recipients", "made up"),
    ("Delges", "recipients", "made up"),
    ("Kopia till", "recipients", "made up"),
    ("Sändlista", "recipients", "made up"),
    ("Bilagor", "attachments", "made up"),
    ("Underlag för beslut", "attachments", "made up"),
    ("Handlingar i ärendet", "attachments", "made up"),
    ("Ärendet", "background", "made up"),
    ("Ärendebeskrivning", "background", "made up"),
    ("Bakgrund", "background", "made up"),
    ("Motivering", "background", "made up"),
    ("Beslutsmotivering", "background", "made up"),
    ("Barnets bästa", None, "made up"),
    ("Ekonomiska konsekvenser", None, "made up"),
    ("Stadsledningskansliets ram", None, "reference"),
    ("Simhallen", None, "made up"),
    ("", None, "made up"),
]
NOT_REACHED: dict[str, str] = {}


@pytest.mark.parametrize(
    ("heading", "kind"), [row(h, kind, name=h or "nothing", why=NOT_REACHED.get(h)) for h, kind, _ in KINDS]
)
def test_a_heading_says_what_stands_under_it(heading: str, kind: str | None) -> None:
    assert kind_of_heading(heading) == kind
