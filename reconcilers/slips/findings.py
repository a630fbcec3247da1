"""Persons, places and organisations in two spellings within one document."""

from __future__ import annotations

from collections.abc import Iterator

from reconcilers.known.known import Known
from reconcilers.slips.emails import tell_email_names
from reconcilers.slips.organisations import tell_organisation_names
from reconcilers.slips.persons import tell_person_names
from reconcilers.slips.trusted_sheets import without_damaged
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction

_MAKERS = (tell_person_names, tell_email_names, tell_organisation_names)


def tell_names(reading: Extraction, known: Known) -> Iterator[Telling]:
    """Tellings of the kind name: a person in two spellings or against an e-mail address,
    an organisation in two.
    """
    sound = without_damaged(reading)
    for tell in _MAKERS:
        yield from tell(sound, known)
