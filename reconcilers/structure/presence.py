"""Those who stand in for absent members against the list of those who were there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.document import Extraction
from schemas.kinds import Role
from swedish.person_names import name_key

_PRESENT = (Role.MEMBER, Role.CHAIR)


@dataclass(frozen=True, slots=True)
class Presence:
    """Members whose places others took, and those of them who are listed as present all the same: they may
    have come late, or the list is read wrongly.
    """

    absent: tuple[str, ...]
    substitutes: int
    present_too: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.present_too


def find_presence(reading: Extraction) -> Presence | None:
    """None where nobody is said to stand in for another."""
    of_meeting = [person for person in reading.people if person.decision_id is None]
    absent = {name_key(p.name): p.name for p in of_meeting if p.role == Role.ABSENT}
    present = {name_key(p.name) for p in of_meeting if p.role in _PRESENT}
    substitutes = {name_key(p.name) for p in of_meeting if p.role == Role.SUBSTITUTE}
    if not absent or not substitutes:
        return None
    both = tuple(
        name for key, name in absent.items() if key in present and not _of_some_paragraphs(reading, name)
    )
    return Presence(tuple(absent.values()), len(substitutes), both)


def _of_some_paragraphs(reading: Extraction, name: str) -> bool:
    """True where the list says that the person was there for some §§: "Anna Ek (S), §§ 90-93"."""
    pattern = re.compile(rf"{re.escape(name)}\W[^§]{{0,30}}§")
    texts = [paragraph.text for paragraph in reading.paragraphs]
    texts += [cell.text for table in reading.tables for cell in table.cells]
    return any(pattern.search(text) for text in texts)
