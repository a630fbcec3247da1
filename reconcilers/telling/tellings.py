"""What every maker of findings yields, and how it becomes a finding: its number, its order, its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from reconcilers.telling.in_words import LONGEST, shorten
from schemas.document import Extraction
from schemas.finding import Claim, Finding
from schemas.kinds import FindingKind, Severity

K = TypeVar("K")
MOST_PLACES = 24  # of one finding: the contract's; a person looks at no more
_ROOM = 2400  # characters that the places of one finding print together: a screen of text


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding before it has a number. Its sheet is that of the first of its `places`.

    `against` are the places of the other reading, where the two are many and each is to keep some.
    """

    kind: FindingKind
    severity: Severity
    says: str
    expected: str
    found: str
    places: tuple[Claim, ...]
    against: tuple[Claim, ...] = ()


Maker = Callable[[Extraction, K], Iterator[Telling]]  # K: what is known of the reading, or the other paper


def in_order_of_sheets(tellings: Iterable[Telling]) -> list[Telling]:
    """From the top of the first sheet to the bottom of the last; what has no place comes first."""
    return sorted(tellings, key=_sheet_and_height)


def _sheet_and_height(telling: Telling) -> tuple[int, float, str]:
    place = next((claim.place for claim in (*telling.places, *telling.against)), None)
    page = place.page if place else None
    box = place.box if place else None
    return page or 0, box.top if box else 0.0, telling.kind


def to_findings(tellings: Iterable[Telling], document_id: str, ids_begin: str) -> tuple[Finding, ...]:
    """The findings of a document, numbered in the order given and held to what one finding may hold.

    >>> from schemas.place import Place
    >>> claims = tuple(Claim("d", Place(1), str(number)) for number in range(40))
    >>> kind, severity = FindingKind.NUMBER, Severity.ERROR
    >>> telling = Telling(kind, severity, "Det står fel.", "1", "2", claims[:30], claims[30:])
    >>> (finding,) = to_findings([telling], "d", "d-f")
    >>> finding.finding_id, [claim.raw for claim in finding.evidence][12:16]
    ('d-f000', ['12', '13', '30', '31'])
    """
    return tuple(
        _to_finding(each, document_id, f"{ids_begin}{index:03d}") for index, each in enumerate(tellings)
    )


def _to_finding(telling: Telling, document_id: str, finding_id: str) -> Finding:
    places = _as_many_as_fit(telling)
    longest = min(LONGEST, _ROOM // max(len(places), 1))
    return Finding(
        finding_id=finding_id,
        document_id=document_id,
        kind=telling.kind,
        severity=telling.severity,
        says=telling.says,
        expected=shorten(telling.expected),
        found=shorten(telling.found),
        evidence=tuple(replace(claim, raw=shorten(claim.raw, longest)) for claim in places),
    )


def _as_many_as_fit(telling: Telling) -> tuple[Claim, ...]:
    """All of the reading with fewer places, and of each reading at least half of what a finding may name."""
    kept_for_places = min(len(telling.places), MOST_PLACES // 2)
    against = telling.against[: MOST_PLACES - kept_for_places]
    return (*telling.places[: MOST_PLACES - len(against)], *against)
