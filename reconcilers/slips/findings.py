"""Persons, places and organisations in two spellings within one document."""

from __future__ import annotations

from collections.abc import Iterator

from reconcilers.slips.emails import find_email_names
from reconcilers.slips.organisations import find_organisation_names
from reconcilers.slips.persons import find_person_names
from reconcilers.slips.trusted_sheets import without_damaged
from reconcilers.telling.spots import Telling, places_of, tell
from schemas.document import Extraction
from schemas.finding import Finding


def find_names(reading: Extraction) -> tuple[Finding, ...]:
    """Findings of the kind name: a person in two spellings or against an e-mail address,
    an organisation in two.
    """
    reading = without_damaged(reading)
    places = places_of([reading])
    return tuple(tell(telling, places) for telling in _tellings(reading))


def _tellings(reading: Extraction) -> Iterator[Telling]:
    yield from find_person_names(reading)
    yield from find_email_names(reading)
    yield from find_organisation_names(reading)
