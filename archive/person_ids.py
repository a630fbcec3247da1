"""One id for one person wherever in an archive she is named."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from schemas.document import Extraction, Person
from swedish.person_names import name_key

_LENGTH = 16  # hexadecimal digits


def person_ids(reading: Extraction) -> list[str]:
    """The id of each of the reading's people, in order: of municipality (else body), name and party.

    Names count in either order and in any capitals. Who is named without a party has that of the one namesake
    of the document who has one. Married names and initials stay apart: nothing here proves them one person.
    """
    where = reading.municipality_code or reading.municipality or reading.body or ""
    parties: dict[str, set[str]] = defaultdict(set)
    for person in reading.people:
        if person.party:
            parties[name_key(person.name)].add(person.party.casefold())
    return [_id_of(where, person, parties) for person in reading.people]


def _id_of(where: str, person: Person, parties: dict[str, set[str]]) -> str:
    name = name_key(person.name)
    told = parties[name]
    party = (person.party or (next(iter(told)) if len(told) == 1 else "")).casefold()
    return hashlib.sha256("\n".join((where.casefold(), name, party)).encode()).hexdigest()[:_LENGTH]
