"""A telling becomes a finding in one place: numbered, in order, and no longer than a person reads."""

from __future__ import annotations

import pytest

from reconcilers.reconcile import reconcile
from reconcilers.telling.tellings import MOST_PLACES, Telling, in_order_of_sheets, to_findings
from schemas.finding import Claim
from schemas.kinds import FindingKind, Severity
from schemas.place import Box, Place
from tests.reconcilers.made_tables import DOCUMENT, Made, Told, make


def claims(count: int, raw: str = "1") -> tuple[Claim, ...]:
    return tuple(Claim("d", Place(number + 1), raw) for number in range(count))


def telling(places: tuple[Claim, ...], against: tuple[Claim, ...] = (), said: str = "1") -> Telling:
    return Telling(FindingKind.NUMBER, Severity.ERROR, "Det står fel.", said, "2", places, against)


@pytest.mark.parametrize(
    ("places", "against", "kept"),
    [
        (3, 2, (3, 2)),
        (40, 0, (24, 0)),
        (0, 40, (0, 24)),
        (40, 40, (12, 12)),
        (40, 5, (19, 5)),
        (5, 40, (5, 19)),
    ],
)
def test_both_readings_keep_places_and_none_more_than_fit(
    places: int, against: int, kept: tuple[int, int]
) -> None:
    (finding,) = to_findings([telling(claims(places, "a"), claims(against, "b"))], "d", "d-f")
    raws = [claim.raw for claim in finding.evidence]
    assert (raws.count("a"), raws.count("b")) == kept
    assert len(raws) <= MOST_PLACES


def test_many_long_places_are_cut_shorter_than_a_few() -> None:
    text = "ord " * 300
    few, many = to_findings([telling(claims(2, text), said=text), telling(claims(24, text))], "d", "d-f")
    assert 390 < len(few.expected or "") <= 400 and all(390 < len(claim.raw) <= 400 for claim in few.evidence)
    assert all(90 < len(claim.raw) <= 100 for claim in many.evidence)


def test_the_order_is_that_of_the_sheets_and_the_numbers_follow_it() -> None:
    def at(page: int, top: float, said: str) -> Telling:
        return telling((Claim("d", Place(page, Box(0, top, 1, top + 1)), "1"),), said=said)

    late, low, high = at(3, 10, "sist"), at(2, 90, "nedtill"), at(2, 10, "upptill")
    findings = to_findings(in_order_of_sheets([late, low, high]), "d", "d-f")
    assert [(f.finding_id, f.expected) for f in findings] == [
        ("d-f000", "upptill"), ("d-f001", "nedtill"), ("d-f002", "sist"),
    ]  # fmt: skip


def test_what_all_makers_tell_of_a_document_is_one_list() -> None:
    projects = Made("Projekt", "Godkänd utgift | Budget 2026 | Plan 2027", """
        Hamntorget | -48 500 | -7 430 | -1 205
        Simhallens ombyggnad | -136 000 | -61 300 | -23 320
        Summa | -184 500 | -68 739 | -24 525""")  # fmt: skip
    told = [Told("Miljöerna är många och miljöerna är slitna."), Told("Alla milöerna ska rustas upp.")]
    findings = reconcile(make(projects, told=told)).findings
    assert [(f.finding_id, f.kind, f.evidence[0].place.page) for f in findings] == [
        (f"{DOCUMENT}-f000", "sum", 1), (f"{DOCUMENT}-f001", "wording", 2),
    ]  # fmt: skip
