"""The annexes that the §§ list by number, against those in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.document import Extraction
from schemas.kinds import PartKind

_ANNEX = re.compile(
    r"\bbil(?:aga|agor|\.)\s*(?:nr\s*)?(\d{1,2})(?:\s*[–-]\s*(\d{1,2}))?\b(?!\s+till\b)", re.IGNORECASE
)
_MOST = 40  # numbers that one range may name


@dataclass(frozen=True, slots=True)
class Annexes:
    """Numbers that the papers list, and those that annexes of the file bear."""

    listed: frozenset[int]
    held: frozenset[int]

    @property
    def missing(self) -> list[int]:
        return sorted(self.listed - self.held)


def find_annexes(reading: Extraction) -> Annexes | None:
    """None where no annex of the file has a number, or no § lists one."""
    titles = [part.title or "" for part in reading.parts if part.kind == PartKind.ANNEX]
    held = frozenset(number for title in titles for number in _numbers(title))
    listed = frozenset(n for d in reading.decisions for text in d.attachments for n in _numbers(text))
    return Annexes(listed, held) if held and listed else None


def _numbers(text: str) -> list[int]:
    """
    >>> _numbers("Bilaga 1–3, bil. 7"), _numbers("bilaga 2 till tjänsteskrivelsen")
    ([1, 2, 3, 7], [])
    """
    found: list[int] = []
    for match in _ANNEX.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        found += range(first, last + 1) if 0 <= last - first < _MOST else [first]
    return found
